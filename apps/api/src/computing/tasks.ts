import { computeFrontier } from '../frontier/compute.ts'
import { computeLevels, computeMalmquist } from '../productivity/compute.ts'
import { computeRanking } from '../rankings/compute.ts'
import { computeReach } from '../rankings/compute-reach.ts'
import { computeRobustness } from '../rankings/compute-robustness.ts'

/** Everything that a thread can compute: from plain data to plain data, and nothing else. */
export const TASKS = {
  ranking: computeRanking,
  robustness: computeRobustness,
  reach: computeReach,
  frontier: computeFrontier,
  malmquist: computeMalmquist,
  levels: computeLevels,
} as const

export type TaskName = keyof typeof TASKS
export type Ask<K extends TaskName> = Parameters<(typeof TASKS)[K]>[0]
export type Answer<K extends TaskName> = ReturnType<(typeof TASKS)[K]>

/** Computes a task where it is called. */
export function runTask<K extends TaskName>(name: K, ask: Ask<K>): Answer<K> {
  const task = TASKS[name] as (ask: Ask<K>) => Answer<K>
  return task(ask)
}
