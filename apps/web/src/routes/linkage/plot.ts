import { LINKAGE_CLASSES, LINKAGE_NAMES } from '@permu/metrics'
import type { LinkagePair } from '@permu/api/client'
import type { QuadrantInput } from '#lib/charts/quadrant/options.ts'
import { name } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import type { LinkageTexts } from './messages.ts'

type Row = LinkagePair['rows'][number]

/** The names of the classes of a half, in the order of the legend. */
export const classNames = ({ id }: Pick<LinkagePair, 'id'>, locale: Locale): string[] =>
  LINKAGE_CLASSES.map((one) => name(LINKAGE_NAMES[id][one], locale))

/** The zones of each class, furthest below the reference first. */
export const rowsByClass = ({ rows }: LinkagePair): Row[][] =>
  LINKAGE_CLASSES.map((one) => rows.filter((row) => row.class === one))

/** The zones of the list of the worst, in its order. */
export function worstRows({ rows, gain }: LinkagePair): Row[] {
  const worst = new Set(gain.worstZones)
  return rows.filter(({ zone }) => worst.has(zone))
}

// A level reference runs from the first zone to the last.
function lineOf({ reference, rows }: LinkagePair): [number, number][] {
  const { value, line } = reference
  if (value === null) return line
  const places = rows.map(({ x }) => x)
  return places.length === 0
    ? []
    : [
        [Math.min(...places), value],
        [Math.max(...places), value],
      ]
}

/** What the chart of a half shows. */
export function plotOf(
  pair: LinkagePair,
  { tolerance, t, locale }: { tolerance: number; t: LinkageTexts; locale: Locale },
): QuadrantInput {
  const worst = new Set(pair.gain.worstZones)
  return {
    points: pair.rows.map((row) => ({
      name: row.name,
      x: row.x,
      y: row.y,
      group: LINKAGE_CLASSES.indexOf(row.class),
      named: worst.has(row.zone),
    })),
    groups: classNames(pair, locale),
    x: { name: name(pair.x.name, locale), unit: pair.x.unit },
    y: { name: name(pair.y.name, locale), unit: pair.y.unit },
    split: pair.split === null ? null : { value: pair.split, label: t.split },
    line: lineOf(pair),
    tolerance: tolerance / 100,
    words: { line: t.line, band: t.band },
    locale,
  }
}
