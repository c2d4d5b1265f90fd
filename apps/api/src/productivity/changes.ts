import { malmquistReasonAt, type MalmquistChange, type MalmquistResult } from '@permu/metrics'
import type { Productivity, ProductivityExcluded } from '../contract.ts'
import { excludedZone } from '../frontier/service.ts'
import { REASON_WORDS } from '../frontier/words.ts'
import { brokenBetween } from './periods.ts'
import { zoneAt, type Setting } from './setting.ts'
import { BREAK_WORDS } from './words.ts'

/** Changes between periods as answers. */

type Pair = readonly [from: string, to: string]
type Row = Productivity['rows'][number]

const numberOrNull = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? null : value

function rowOf(setting: Setting, change: MalmquistChange, at: number): Omit<Row, 'from' | 'to'> {
  return {
    ...zoneAt(setting, at),
    index: change.index[at] ?? 0,
    efficiencyChange: change.efficiency[at] ?? 0,
    technicalChange: change.technical[at] ?? 0,
    pureChange: numberOrNull(change.pure[at]),
    scaleChange: numberOrNull(change.scale[at]),
  }
}

function geometricMean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  return Math.exp(known.reduce((sum, value) => sum + Math.log(value), 0) / known.length)
}

// Over the rows that are shown: a zone whose growth is refused moves no mean.
function meansOf(rows: readonly Row[], [from, to]: Pair): Productivity['means'] {
  const index = geometricMean(rows.map((row) => row.index))
  const efficiencyChange = geometricMean(rows.map((row) => row.efficiencyChange))
  const technicalChange = geometricMean(rows.map((row) => row.technicalChange))
  if (index === null || efficiencyChange === null || technicalChange === null) return []
  return [
    {
      ...{ from, to, index, efficiencyChange, technicalChange },
      pureChange: geometricMean(rows.map((row) => row.pureChange)),
      scaleChange: geometricMean(rows.map((row) => row.scaleChange)),
      zones: rows.length,
    },
  ]
}

interface Step {
  readonly setting: Setting
  readonly result: MalmquistResult
  readonly change: MalmquistChange
  readonly t: number
  readonly pair: Pair
}

function leftOut({ setting, result, change, t, pair }: Step, at: number): ProductivityExcluded[] {
  const reason = malmquistReasonAt(change, at)
  if (reason === null) return []
  const { type: _, ...zone } = zoneAt(setting, at)
  const [from, to] = pair
  const faults = [t, t + 1].flatMap((place, k) =>
    (result.excluded[place] ?? [])
      .filter((one) => one.zone === at)
      .map((one) => ({ ...excludedZone(setting, one), period: k === 0 ? from : to })),
  )
  if (faults.length > 0) return faults.map((fault) => ({ ...zone, from, to, ...fault }))
  const text = REASON_WORDS[reason]
  return [
    { ...zone, from, to, period: to, reason, text, indicator: null, missing: null, fields: [] },
  ]
}

function broken({ setting, pair: [from, to] }: Step, at: number, period: string) {
  const { type: _, ...zone } = zoneAt(setting, at)
  const none = { indicator: null, missing: null, fields: [] }
  return { ...zone, from, to, period, reason: 'series-break' as const, text: BREAK_WORDS, ...none }
}

function stepOf(step: Step): Pick<Productivity, 'rows' | 'means' | 'excluded'> {
  const { setting, change, pair } = step
  const [from, to] = pair
  const breaks = brokenBetween(setting.snapshot, setting.zones, pair)
  const rows: Row[] = []
  const excluded: ProductivityExcluded[] = []
  for (const at of setting.zones.keys()) {
    const breakAt = breaks.get(zoneAt(setting, at).zone)
    if (breakAt !== undefined) excluded.push(broken(step, at, breakAt))
    else if (malmquistReasonAt(change, at) !== null) excluded.push(...leftOut(step, at))
    else rows.push({ ...rowOf(setting, change, at), from, to })
  }
  rows.sort((a, b) => b.index - a.index)
  return { rows, means: meansOf(rows, pair), excluded }
}

/** The changes of every pair of periods; growth across a break of a series is refused. */
export function changesOf(
  setting: Setting,
  result: MalmquistResult,
): Pick<Productivity, 'rows' | 'means' | 'excluded'> {
  const steps = result.changes.map((change, t) => {
    const pair: Pair = [setting.periods[t] ?? '', setting.periods[t + 1] ?? '']
    return stepOf({ setting, result, change, t, pair })
  })
  return {
    rows: steps.flatMap(({ rows }) => rows),
    means: steps.flatMap(({ means }) => means),
    excluded: steps.flatMap(({ excluded }) => excluded),
  }
}
