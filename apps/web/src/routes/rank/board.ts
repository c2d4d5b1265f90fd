import {
  MISSING_REASONS,
  methodId,
  parseUnit,
  rankZones,
  reasonCode,
  type Better,
  type Column,
  type Criterion,
  type MissingReason,
  type Ranking,
} from '@permu/metrics'
import type { Better as SentBetter, Missing, Names, Values } from '@permu/api/client'
import { sharesOf } from './weights.ts'
import type { Choice, RankState } from './state.ts'

export interface BoardCriterion {
  readonly id: string
  readonly name: Names
  readonly unit: string | null
  readonly own: Better
  readonly better: Better
  readonly weight: number
  readonly share: number
  readonly flat: boolean
}

export interface BoardRow {
  readonly zone: string
  readonly name: string
  readonly type: string | null
  readonly rank: number
  readonly tied: boolean
  readonly score: number
  readonly parts: readonly (number | null)[]
  readonly values: readonly (number | null)[]
  readonly reasons: readonly (string | null)[]
}

export interface Gap {
  readonly criterion: number
  readonly reason: MissingReason
  readonly fields: readonly string[]
}

export interface ExcludedZone {
  readonly zone: string
  readonly name: string
  readonly gaps: readonly Gap[]
}

/** All that the page shows of one ranking. */
export interface Board {
  readonly fault: 'no-criteria' | 'weights-all-zero' | 'weight-invalid' | null
  readonly criteria: readonly BoardCriterion[]
  readonly rows: readonly BoardRow[]
  readonly excluded: readonly ExcludedZone[]
  readonly methodId: string
  readonly zones: number
}

/** Ranks the zones of one period under a state, by the code that the API ranks with. */
export function buildBoard(
  values: Values,
  choices: readonly Choice[],
  state: Pick<RankState, 'normalise' | 'missing' | 'type'>,
): Board {
  const chosen = values.zones.flatMap((zone, i) =>
    state.type === null || zone.type === state.type ? [i] : [],
  )
  const table = tableOf(values, chosen)
  const criteria = choices.flatMap((choice) => criterionOf(table, choice))
  const { normalise, missing } = state
  const ranking = rankZones(criteria, { normalise, missing })
  const method = criteria.map(({ id, weight, better }) => ({ indicator: id, weight, better }))
  const board = {
    methodId: methodId({ criteria: method, normalise, aggregate: 'arithmetic', missing }),
    zones: chosen.length,
  }
  if ('error' in ranking) {
    const shown = describe(values, criteria, [])
    return { ...board, fault: ranking.error, criteria: shown, rows: [], excluded: [] }
  }
  return {
    ...board,
    fault: null,
    criteria: describe(values, criteria, ranking.flat),
    rows: rowsOf(table, criteria, ranking),
    excluded: excludedOf(table, criteria, ranking),
  }
}

/** A direction as the metrics take it; an open end of a target is null in JSON. */
export function betterOf(better: SentBetter): Better {
  if (typeof better === 'string') return better
  const [low, high] = better.target
  return { target: [low ?? -Infinity, high ?? Infinity] }
}

export function directionOf(better: Better): 'more' | 'less' | 'target' {
  return typeof better === 'string' ? better : 'target'
}

interface Table {
  readonly values: Values
  readonly chosen: readonly number[]
  readonly missing: ReadonlyMap<string, Missing>
}

function tableOf(values: Values, chosen: readonly number[]): Table {
  const missing = new Map(values.missing.map((gap) => [`${gap.zone}\t${gap.indicator}`, gap]))
  return { values, chosen, missing }
}

function gapAt({ values, missing }: Table, zone: number, indicator: string): Missing | undefined {
  return missing.get(`${values.zones[zone]?.id ?? ''}\t${indicator}`)
}

function reasonOf(text: string | undefined): MissingReason {
  return MISSING_REASONS.find((reason) => reason === text) ?? 'not-reported'
}

function criterionOf(table: Table, choice: Choice): Criterion[] {
  const k = table.values.indicators.findIndex(({ id }) => id === choice.id)
  const quantity = table.values.indicators[k]
  if (!quantity) return []
  const numbers = new Float64Array(table.chosen.length).fill(NaN)
  const reasons = new Uint8Array(table.chosen.length)
  table.chosen.forEach((zone, i) => {
    const value = table.values.values[zone]?.[k]
    if (typeof value === 'number') numbers[i] = value
    else reasons[i] = reasonCode(reasonOf(gapAt(table, zone, choice.id)?.reason))
  })
  const unit = quantity.unit === null ? null : parseUnit(quantity.unit)
  const column: Column = { values: numbers, reasons, unit }
  const better = choice.better ?? betterOf(quantity.better)
  return [{ id: choice.id, weight: choice.weight, better, column }]
}

function describe(
  values: Values,
  criteria: readonly Criterion[],
  flat: readonly number[],
): BoardCriterion[] {
  const shares = sharesOf(criteria)
  return criteria.flatMap(({ id, weight, better }, k) => {
    const quantity = values.indicators.find((one) => one.id === id)
    if (!quantity) return []
    const own = betterOf(quantity.better)
    const { name, unit } = quantity
    return [{ id, name, unit, own, better, weight, share: shares[k] ?? 0, flat: flat.includes(k) }]
  })
}

function rowsOf(table: Table, criteria: readonly Criterion[], ranking: Ranking): BoardRow[] {
  const held = new Map<number, number>()
  for (const rank of ranking.ranks) held.set(rank, (held.get(rank) ?? 0) + 1)
  return Array.from(ranking.order, (i) => {
    const zone = table.chosen[i] ?? -1
    const rank = ranking.ranks[i] ?? 0
    return {
      ...refOf(table, zone),
      rank,
      tied: (held.get(rank) ?? 0) > 1,
      score: ranking.scores[i] ?? NaN,
      parts: ranking.parts.map((part) => finite(part[i])),
      values: criteria.map(({ column }) => finite(column.values[i])),
      reasons: criteria.map(({ id }) => gapAt(table, zone, id)?.reason ?? null),
    }
  })
}

function excludedOf(
  table: Table,
  criteria: readonly Criterion[],
  ranking: Ranking,
): ExcludedZone[] {
  const gaps = new Map<number, Gap[]>()
  for (const { zone, criterion, reason } of ranking.excluded) {
    const id = criteria[criterion]?.id ?? ''
    const fields = gapAt(table, table.chosen[zone] ?? -1, id)?.fields ?? []
    gaps.set(zone, [...(gaps.get(zone) ?? []), { criterion, reason, fields }])
  }
  return [...gaps].map(([i, found]) => {
    const { zone, name } = refOf(table, table.chosen[i] ?? -1)
    return { zone, name, gaps: found }
  })
}

function refOf({ values }: Table, zone: number) {
  const { id = '', name = '', type = null } = values.zones[zone] ?? {}
  return { zone: id, name, type }
}

function finite(number: number | undefined): number | null {
  return number !== undefined && Number.isFinite(number) ? number : null
}
