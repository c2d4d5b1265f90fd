import { printState, type RankState } from './state.ts'
import type { Uncertainty } from './uncertainty.ts'

/** Intervals that the server has drawn, and what they were drawn from. */
export interface Drawn {
  readonly from: string
  readonly uncertainty: Uncertainty | null
}

/** What intervals depend on, as text: the data and the method, not how the table shows them. */
export function drawnFrom(dataVersion: string, state: RankState): string {
  const bare = { sort: null, pins: [], all: false, selected: null, target: null }
  return `${dataVersion} ${printState({ ...state, ...bare })}`
}
