import {
  composite,
  drawsWithin,
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
import { SURE } from './sure.ts'

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

const LEADERS = 3
// With this many or fewer, the first three are nearly everybody.
const FEW = 6

/** Intervals and tiers; null where the method has no ranking. */
export function uncertaintyOf({ values, choices, state }: Asked): Uncertainty | null {
  const { table, input, method, within } = questionOf(values, choices, state)
  const { draws, seed, concentration } = state
  const now = composite(input, method)
  if ('error' in now || now.order.length === 0) return null
  const all = rankUncertainty(input, method, { draws, seed, concentration })
  if ('error' in all) return null
  const drawn = within && input.groups ? drawsWithin(all, input.groups) : all
  const id = (i: number) => zoneAt(table, i).zone
  // Of several groups no first places of all and no tiers can be told.
  const places = within ? 0 : now.order.length <= FEW ? 1 : LEADERS
  const shares = topShares(drawn, Math.max(1, places))
  const tiers = within ? [] : indistinctGroups(drawn, now.order, SURE)
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
