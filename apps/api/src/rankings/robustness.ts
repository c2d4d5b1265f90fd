import type { Robustness } from '../contract.ts'
import { failed, type Outcome } from '../problem.ts'
import type { RobustnessQuery } from './query.ts'
import type { Snapshot } from '../data/snapshots.ts'
import type { Computing } from '../computing/pool.ts'

export async function readRobustness(
  _asking: { snapshot: Snapshot; computing: Computing; signal: AbortSignal },
  _query: RobustnessQuery,
): Promise<Outcome<Robustness>> {
  return failed('internal', 'not yet')
}
