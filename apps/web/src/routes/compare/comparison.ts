import type { Field, Indicator, Quantity, Series, Values } from '@permu/api/client'
import { distanceToBound, withinBound } from '@permu/metrics'
import { percentilePosition } from '#lib/statistics.ts'
import { benchmarkOf, medianOf, type Benchmark, type Targets } from './benchmark.ts'
import type { Base } from './state.ts'
import { isBroken } from './tolerance.ts'

export const ZONES_AT_FIRST = 6
const INDICATORS_AT_FIRST = 6
const CANDIDATES = 40
/** The field that gives a bubble its size, where the zones have it. */
export const LAND = 'supplied-land'

export interface Cell {
  readonly value: number | null
  /** The other period whose value stands in for a missing one; null = the value is of this period. */
  readonly period: string | null
  readonly reason: string | null
  readonly fields: readonly string[]
  /** 0 lowest to 1 highest among all zones with a value in its period; null where it is alone. */
  readonly position: number | null
  /** What the value is held against, of its own period. */
  readonly benchmark: Benchmark | null
  /** Value less benchmark; 0 within a band. */
  readonly difference: number | null
  /** Whether a target is kept; null where the benchmark is none. */
  readonly kept: boolean | null
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
  /** The periods whose values stand in for missing ones. */
  readonly borrowed: readonly string[]
}

export interface Against {
  readonly base: Base
  readonly targets: Targets
  /** Tables of other periods, the nearest first; a missing value is looked up there. */
  readonly nearby: readonly Values[]
  readonly breaks: Series['breaks']
}

const PLAIN: Against = {
  base: 'median',
  targets: { used: new Map(), unusable: [] },
  nearby: [],
  breaks: [],
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

interface Place {
  readonly id: string
  readonly k: number
}

/** The value of a zone in a table; null where it has none. */
function numberAt(values: Values, { id, k }: Place): number | null {
  const i = values.zones.findIndex((zone) => zone.id === id)
  return values.values[i]?.[k] ?? null
}

/** The nearest other period in which the zone has a value, unless its series breaks in between. */
function standIn(place: Place, period: string, { nearby, breaks }: Against): Values | undefined {
  return nearby.find((one) => {
    const between = [one.period, period] as const
    return numberAt(one, place) !== null && !isBroken(breaks, place.id, between)
  })
}

function cellOf(values: Values, place: Place, against: Against): Cell {
  const { id, k } = place
  const own = numberAt(values, place)
  const table = own === null ? (standIn(place, values.period, against) ?? values) : values
  const value = numberAt(table, place)
  const type = table.zones.find((zone) => zone.id === id)?.type ?? null
  const benchmark = benchmarkOf(table, { k, zone: { type } }, against)
  return {
    value,
    period: table === values ? null : table.period,
    ...gapOf(values, place),
    position: value === null ? null : percentilePosition(value, numbersOf(table, k)),
    benchmark,
    ...judge(value, benchmark),
  }
}

function gapOf({ missing, indicators }: Values, { id, k }: Place) {
  const gap = missing.find((one) => one.zone === id && one.indicator === indicators[k]?.id)
  return { reason: gap?.reason ?? null, fields: gap?.fields ?? [] }
}

function judge(
  value: number | null,
  benchmark: Benchmark | null,
): Pick<Cell, 'difference' | 'kept'> {
  if (value === null || benchmark === null) return { difference: null, kept: null }
  const kept = benchmark.kind === 'target' ? withinBound(value, benchmark) : null
  return { difference: distanceToBound(value, benchmark), kept }
}

/** The chosen zones beside each other, each value placed among all zones of its period. */
export function compare(
  values: Values,
  chosen: readonly string[],
  against: Against = PLAIN,
): Comparison {
  const zones = chosen.flatMap((id) => {
    const zone = values.zones.find((one) => one.id === id)
    if (!zone) return []
    return [{ ...zone, cells: values.indicators.map((_, k) => cellOf(values, { id, k }, against)) }]
  })
  const borrowed = zones.flatMap(({ cells }) => cells.flatMap(({ period }) => period ?? []))
  return {
    quantities: values.indicators,
    zones,
    medians: values.indicators.map((_, k) => medianOf(values, k)),
    borrowed: [...new Set(borrowed)].sort(),
  }
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

/** The share of the zones that a value is better than; a target range is left as it lies. */
export function goodness(position: number | null, better: Quantity['better']): number | null {
  return position === null || better !== 'less' ? position : 1 - position
}

function numbersOf(values: Values, k: number): number[] {
  return values.values.flatMap((row) => row[k] ?? [])
}

function byValue(a: number | null, b: number | null, sign: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return sign * (a - b)
}
