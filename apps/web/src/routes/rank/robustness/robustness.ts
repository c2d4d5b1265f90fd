import {
  auditCorrelations,
  centralWeights,
  composite,
  leaveOut,
  leavesOf,
  methodTable,
  rankAcceptability,
  rankBounds,
  rankUncertainty,
  weightIntervals,
  type Composite,
  type CompositeFault,
  type RankBounds,
  type RankDraws,
} from '@permu/metrics'
import { zoneAt } from '#lib/columns.ts'
import { questionOf, type Question } from '../method.ts'
import type { Asked } from '../uncertainty.ts'
import { sensitivityOf, type Sensitivity } from './sensitivity.ts'

/** The zone that weight intervals are asked for; null = the first. */
export interface RobustnessAsked extends Asked {
  readonly zone: string | null
}

export interface RobustZone {
  readonly zone: string
  readonly name: string
  readonly rank: number
  /** The share of draws with each rank from 1 on; only for the zones of the heat map. */
  readonly shares: readonly number[] | null
  /** The ranks under any weights; null where the aggregation is not a mean. */
  readonly bounds: RankBounds | null
  /** What one must think to put it first, in percent; null where it never was. */
  readonly central: readonly number[] | null
}

/** Between which shares (percent) of a criterion a zone keeps its rank, and whom it meets there. */
export interface KeptShare {
  readonly id: string
  readonly share: number
  readonly low: number
  readonly high: number
  readonly lowZone: string | null
  readonly highZone: string | null
}

export interface WithoutCriterion {
  readonly id: string
  /** The mean change of a rank; null where nothing can be ranked without it. */
  readonly shift: number | null
  readonly largest: { readonly name: string; readonly from: number; readonly to: number } | null
}

export interface CriterionPair {
  readonly a: string
  readonly b: string
  readonly r: number | null
  readonly flag: 'redundant' | 'conflicting' | null
}

/** How far a ranking depends on what was chosen; as plain data. */
export type Robustness =
  | { readonly fault: CompositeFault['error'] }
  | {
      readonly fault: null
      readonly zones: readonly RobustZone[]
      readonly kept: { readonly name: string; readonly shares: readonly KeptShare[] } | null
      readonly without: readonly WithoutCriterion[]
      readonly sensitivity: Sensitivity
      readonly pairs: readonly CriterionPair[]
    }

/** Zones and ranks that the heat map shows. */
export const HEAT_SIZE = 20

/** All of it; the method's fault where there is no ranking. */
export function robustnessOf({ zone, ...asked }: RobustnessAsked): Robustness {
  const question = questionOf(asked.values, asked.choices, asked.state)
  const { input, method } = question
  const now = composite(input, method)
  if ('error' in now) return { fault: now.error }
  const draws = rankUncertainty(input, method, asked.state)
  if ('error' in draws) return { fault: draws.error }
  const ids = leavesOf(method.of).map(({ indicator }) => indicator)
  const pairs = auditCorrelations(now.normalised)
  return {
    fault: null,
    zones: zonesOf(question, now, draws),
    kept: keptOf(question, now, zone),
    without: withoutOf(question, now, ids),
    sensitivity: sensitivityOf(question, asked.state),
    pairs: pairs.map(({ a, b, r, flag }) => ({ a: ids[a] ?? '', b: ids[b] ?? '', r, flag })),
  }
}

function zonesOf({ table, input, method }: Question, now: Composite, draws: RankDraws) {
  const size = table.size
  const accepted = rankAcceptability(draws)
  const scored = methodTable(input, method)
  const bounds = 'error' in scored ? null : rankBounds(scored.table)
  return Array.from(now.order, (i, place): RobustZone => {
    const { zone, name } = zoneAt(table, i)
    const central = centralWeights(draws, i)
    return {
      zone,
      name,
      rank: now.ranks[i] ?? 0,
      shares: place < HEAT_SIZE ? [...accepted.slice(i * size, i * size + heatRanks(now))] : null,
      bounds: bounds?.[i] ?? null,
      central: central && Array.from(central, (weight) => 100 * weight),
    }
  })
}

const heatRanks = ({ order }: Composite) => Math.min(HEAT_SIZE, order.length)

function keptOf({ table, input, method }: Question, now: Composite, wanted: string | null) {
  const scored = methodTable(input, method)
  if ('error' in scored) return null
  const first = now.order[0] ?? -1
  const chosen = table.zones.findIndex((_, i) => zoneAt(table, i).zone === wanted)
  const zone = chosen >= 0 && (now.ranks[chosen] ?? 0) > 0 ? chosen : first
  const leaves = leavesOf(method.of)
  const nameOf = (i: number | null) => (i === null ? null : zoneAt(table, i).name)
  const shares = weightIntervals(scored.table, scored.weights, zone).flatMap((found) => {
    if (!found) return []
    const { criterion, weight, low, high, lowZone, highZone } = found
    const id = leaves[criterion]?.indicator ?? ''
    const ends = { lowZone: nameOf(lowZone), highZone: nameOf(highZone) }
    return [{ id, share: 100 * weight, low: 100 * low, high: 100 * high, ...ends }]
  })
  return shares.length === 0 ? null : { name: zoneAt(table, zone).name, shares }
}

function withoutOf(
  { table, input, method }: Question,
  now: Composite,
  ids: readonly string[],
): WithoutCriterion[] {
  const found = leaveOut(input, method, ids)
  if ('error' in found) return []
  return found.map((rest) => {
    if ('error' in rest) return { id: rest.id, shift: null, largest: null }
    let moved = -1
    let most = 0
    now.ranks.forEach((rank, i) => {
      const then = rest.ranks[i] ?? 0
      if (rank === 0 || then === 0 || Math.abs(rank - then) <= most) return
      most = Math.abs(rank - then)
      moved = i
    })
    const [from, to] = [now.ranks[moved] ?? 0, rest.ranks[moved] ?? 0]
    const largest = moved < 0 ? null : { name: zoneAt(table, moved).name, from, to }
    return { id: rest.id, shift: rest.shift, largest }
  })
}
