import type { Asked } from './uncertainty.ts'

// About this many ranks are drawn in a few dozen milliseconds.
const AT_ONCE = 200_000
// Of the way to the best value, for each indicator and for all together.
const HALVINGS = 30

/** Whether the intervals are quickly there: else a thread computes them. */
export const isQuick = ({ values, state }: Asked) => isQuickOf(values.zones.length, state)

/** The same for so many zones. */
export function isQuickOf(zones: number, state: Asked['state']): boolean {
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
