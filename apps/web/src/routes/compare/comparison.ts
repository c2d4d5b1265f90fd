import type { Field, Indicator, Quantity, Values } from '@permu/api/client'
import { median, percentilePosition } from '#lib/statistics.ts'

export const ZONES_AT_FIRST = 6
const INDICATORS_AT_FIRST = 6
const CANDIDATES = 40
/** The field that gives a bubble its size, where the zones have it. */
export const LAND = 'supplied-land'

export interface Cell {
  readonly value: number | null
  readonly reason: string | null
  readonly fields: readonly string[]
  /** 0 lowest to 1 highest among all zones with a value; null where it has none or is alone. */
  readonly position: number | null
}

export interface ComparedZone {
  readonly id: string
  readonly name: string
  readonly type: string | null
  readonly cells: readonly Cell[]
}

export interface Comparison {
  readonly quantities: readonly Quantity[]
  readonly zones: readonly ComparedZone[]
  readonly medians: readonly (number | null)[]
}

/** What may be compared before anybody chooses: indicators with data first, then fields. */
export function candidates(
  catalogue: { readonly indicators: readonly Indicator[]; readonly fields: readonly Field[] },
  period: string,
): string[] {
  const computed = catalogue.indicators.filter(({ coverage }) => (coverage[period] ?? 0) > 0)
  const fields = catalogue.fields.filter(({ hasData }) => hasData)
  const enough = computed.length >= INDICATORS_AT_FIRST
  const asked = enough ? computed.slice(0, INDICATORS_AT_FIRST) : [...computed, ...fields]
  return asked.map(({ id }) => id).slice(0, CANDIDATES)
}

/** The land is asked for besides, where there is any, for the size of the bubbles. */
export function withLand(ids: readonly string[], fields: readonly Field[]): readonly string[] {
  const land = fields.some(({ id, hasData }) => id === LAND && hasData)
  return land && !ids.includes(LAND) ? [...ids, LAND] : ids
}

/** The first quantities that any zone has in this period. */
export function firstIndicators(values: Values): string[] {
  const ids = values.indicators.map(({ id }) => id)
  const filled = ids.filter((_, k) => numbersOf(values, k).length > 0)
  return (filled.length > 0 ? filled : ids).slice(0, INDICATORS_AT_FIRST)
}

/** The zones that stand first in the first quantity that any of them has. */
export function firstZones(values: Values): string[] {
  const k = values.indicators.findIndex((_, at) => numbersOf(values, at).length > 0)
  const sign = values.indicators[k]?.better === 'less' ? 1 : -1
  return values.zones
    .map(({ id }, i) => ({ id, value: values.values[i]?.[k] ?? null }))
    .toSorted((a, b) => byValue(a.value, b.value, sign))
    .map(({ id }) => id)
    .slice(0, ZONES_AT_FIRST)
}

/** The chosen zones beside each other, each value placed among all zones of the period. */
export function compare(values: Values, chosen: readonly string[]): Comparison {
  const columns = values.indicators.map((_, k) => numbersOf(values, k))
  const gaps = new Map(values.missing.map((gap) => [`${gap.zone}\t${gap.indicator}`, gap]))
  const at = new Map(values.zones.map(({ id }, i) => [id, i]))
  const zones = chosen.flatMap((id) => {
    const i = at.get(id) ?? -1
    const zone = values.zones[i]
    if (!zone) return []
    const cells = values.indicators.map((quantity, k): Cell => {
      const value = values.values[i]?.[k] ?? null
      const gap = gaps.get(`${id}\t${quantity.id}`)
      const position = value === null ? null : percentilePosition(value, columns[k] ?? [])
      return { value, position, reason: gap?.reason ?? null, fields: gap?.fields ?? [] }
    })
    return [{ ...zone, cells }]
  })
  return { quantities: values.indicators, zones, medians: columns.map((column) => median(column)) }
}

/** The column of a quantity, or of the first one where the id is not among them. */
export function columnAt(
  quantities: readonly Quantity[],
  id: string | null,
  otherwise = 0,
): number {
  const k = quantities.findIndex((quantity) => quantity.id === id)
  return k >= 0 ? k : Math.min(otherwise, quantities.length - 1)
}

function numbersOf(values: Values, k: number): number[] {
  return values.values.flatMap((row) => row[k] ?? [])
}

function byValue(a: number | null, b: number | null, sign: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return sign * (a - b)
}
