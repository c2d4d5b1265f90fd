import type { Productivity } from '../contract.ts'
import { failed, type Outcome } from '../problem.ts'
import type { ProductivityQuery } from './query.ts'
import type { Snapshot } from '../data/snapshots.ts'
import type { Computing } from '../computing/pool.ts'

export async function readProductivity(
  _asking: { snapshot: Snapshot; computing: Computing; signal: AbortSignal },
  _query: ProductivityQuery,
): Promise<Outcome<Productivity>> {
  return failed('internal', 'not yet')
}
