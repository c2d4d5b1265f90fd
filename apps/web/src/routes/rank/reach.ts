import { composite, leavesOf, whatItTakes, type Lift, type Step } from '@permu/metrics'
import { zoneAt } from '#lib/columns.ts'
import { questionOf } from './method.ts'
import type { Asked } from './uncertainty.ts'

/** A zone and the rank that it should get; null = the place above its own. */
export interface Wanted extends Asked {
  readonly zone: string
  readonly target: number | null
}

/** A change of one quantity, by the id of its criterion. */
export interface ReachStep extends Omit<Step, 'criterion'> {
  readonly id: string
}

/** What lifts the zone, or why nothing does. */
export type ReachLift =
  | { readonly ok: true; readonly steps: readonly ReachStep[]; readonly rank: number }
  | Extract<Lift, { ok: false }>

/** What it would take to lift a zone, each indicator alone, all together, and the least in all. */
export type ZoneReach =
  | {
      readonly ok: true
      readonly rank: number
      readonly target: number
      readonly alone: readonly { readonly id: string; readonly lift: ReachLift }[]
      readonly proportional: ReachLift
      readonly least: ReachLift
    }
  | { readonly ok: false; readonly why: 'unranked' | 'first' | 'already-there' | 'fault' }

/** What it would take for one zone; nothing is said of a zone without a rank, or of the first. */
export function reachOf({ zone: id, target: wish, ...asked }: Wanted): ZoneReach {
  const { table, input, method } = questionOf(asked.values, asked.choices, asked.state)
  const zone = table.zones.findIndex((_, i) => zoneAt(table, i).zone === id)
  if (zone < 0) return { ok: false, why: 'unranked' }
  const now = composite(input, method)
  const rank = 'error' in now ? 0 : (now.ranks[zone] ?? 0)
  if (rank === 1) return { ok: false, why: 'first' }
  const target = wish ?? Math.max(1, rank - 1)
  const found = whatItTakes(input, method, { zone, rank: target })
  if ('error' in found) return { ok: false, why: whyNot(found.error) }
  const ids = leavesOf(method.of).map(({ indicator }) => indicator)
  const named = (lift: Lift): ReachLift => {
    if (!lift.ok) return lift
    const steps = lift.steps.map(({ criterion, ...step }) => ({
      ...step,
      id: ids[criterion] ?? '',
    }))
    return { ...lift, steps }
  }
  return {
    ok: true,
    rank: found.rank,
    target,
    alone: found.alone.map((lift, k) => ({ id: ids[k] ?? '', lift: named(lift) })),
    proportional: named(found.proportional),
    least: named(found.least),
  }
}

function whyNot(error: string): 'unranked' | 'already-there' | 'fault' {
  if (error === 'zone-unranked') return 'unranked'
  return error === 'already-there' ? 'already-there' : 'fault'
}
