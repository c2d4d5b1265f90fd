import type { Reach } from '../contract.ts'
import { failed, type Outcome } from '../problem.ts'
import type { ReachQuery } from './query.ts'
import type { Snapshot } from '../data/snapshots.ts'
import type { Computing } from '../computing/pool.ts'

export async function readReach(
  _asking: { snapshot: Snapshot; computing: Computing; signal: AbortSignal },
  _query: ReachQuery,
): Promise<Outcome<Reach>> {
  return failed('internal', 'not yet')
}
