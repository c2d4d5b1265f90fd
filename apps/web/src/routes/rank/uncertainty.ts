import {
  composite,
  indistinctGroups,
  rankIntervals,
  rankUncertainty,
  topShares,
  type RankInterval,
} from '@permu/metrics'
import type { Values } from '@permu/api/client'
import { zoneAt } from '#lib/columns.ts'
import type { DrawState } from './draw-state.ts'
import { questionOf, type MethodState } from './method.ts'
import type { Choice } from './state.ts'

/** What a ranking is asked about, as plain data: it can be sent to a thread. */
export interface Asked {
  readonly values: Values
  readonly choices: readonly Choice[]
  readonly state: MethodState & DrawState
}

/** How sure the ranks are under other weights; zones by their id. */
export interface Uncertainty extends DrawState {
  readonly intervals: Readonly<Record<string, RankInterval>>
  /** From 1: zones of one tier cannot be told apart from the first of it. */
  readonly tiers: Readonly<Record<string, number>>
  /** Zones among the first `places` now, with the share of draws in which they stay there. */
  readonly leaders: readonly { readonly zone: string; readonly share: number }[]
  readonly places: number
}

/** The share of draws from which on a statement about ranks is made. */
export const SURE = 0.95

const LEADERS = 3
// With this many or fewer, the first three are nearly everybody.
const FEW = 6
// About this many ranks are drawn in a few dozen milliseconds.
const AT_ONCE = 200_000
// Of the way to the best value, for each indicator and for all together.
const HALVINGS = 30

/** Intervals and tiers; null where the method has no ranking. */
export function uncertaintyOf({ values, choices, state }: Asked): Uncertainty | null {
  const { table, input, method } = questionOf(values, choices, state)
  const { draws, seed, concentration } = state
  const now = composite(input, method)
  if ('error' in now || now.order.length === 0) return null
  const drawn = rankUncertainty(input, method, { draws, seed, concentration })
  if ('error' in drawn) return null
  const id = (i: number) => zoneAt(table, i).zone
  const places = now.order.length <= FEW ? 1 : LEADERS
  const shares = topShares(drawn, places)
  const tiers = indistinctGroups(drawn, now.order, SURE)
  const leaders = Array.from(now.order).filter((i) => (now.ranks[i] ?? 0) <= places)
  return {
    draws,
    seed,
    concentration,
    intervals: Object.fromEntries(
      rankIntervals(drawn).flatMap((interval, i) => (interval ? [[id(i), interval]] : [])),
    ),
    tiers: Object.fromEntries(tiers.flatMap((zones, k) => zones.map((i) => [id(i), k + 1]))),
    leaders: leaders.map((i) => ({ zone: id(i), share: shares[i] ?? 0 })),
    places,
  }
}

/** Whether the intervals are quickly there: else a thread computes them. */
export function isQuick({ values, state }: Asked): boolean {
  const zones = values.zones.length
  const pairwise = state.method.agg === 'copeland' ? zones / 10 : 1
  return zones * state.draws * Math.max(1, pairwise) <= AT_ONCE
}

/** The same for what it would take, which ranks anew a few hundred times. */
export function isQuickReach({ values, choices, state }: Asked): boolean {
  const pairwise = state.method.agg === 'copeland' ? values.zones.length / 10 : 1
  return values.zones.length * (choices.length + 2) * HALVINGS * pairwise <= AT_ONCE
}

/** The same for all of the robustness, which ranks anew some thousand times. */
export function isQuickAll({ values, state }: Asked): boolean {
  const other = ['copeland', 'topsis', 'coupling', 'mpi'].includes(state.method.agg ?? '')
  return values.zones.length <= (other ? 20 : 100)
}
