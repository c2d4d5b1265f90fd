import type { Frontier } from '../contract.ts'
import { failed, type Outcome } from '../problem.ts'
import type { FrontierQuery } from './query.ts'
import type { Snapshot } from '../data/snapshots.ts'
import type { Computing } from '../computing/pool.ts'

export async function readFrontier(
  _asking: { snapshot: Snapshot; computing: Computing; signal: AbortSignal },
  _query: FrontierQuery,
): Promise<Outcome<Frontier>> {
  return failed('internal', 'not yet')
}
