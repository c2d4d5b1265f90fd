import { reachOf } from './reach.ts'
import { robustnessOf } from './robustness/robustness.ts'
import { uncertaintyOf } from './uncertainty.ts'

/** What can be computed of a ranking besides the ranks, here or in a thread. */
export const TASKS = {
  uncertainty: uncertaintyOf,
  reach: reachOf,
  robustness: robustnessOf,
} as const

export type TaskName = keyof typeof TASKS
export type AskedOf<K extends TaskName> = Parameters<(typeof TASKS)[K]>[0]
export type ResultOf<K extends TaskName> = ReturnType<(typeof TASKS)[K]>

/** Runs a task by its name. */
export function runTask<K extends TaskName>(task: K, asked: AskedOf<K>): ResultOf<K> {
  const tasks: { readonly [P in TaskName]: (asked: AskedOf<P>) => ResultOf<P> } = TASKS
  return tasks[task](asked)
}
