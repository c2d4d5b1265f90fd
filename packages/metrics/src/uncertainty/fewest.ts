import type { Mixtures } from './mixtures.ts'

/** What bounds the search: no more than `most` programs, and no proof beyond what was `found` already. */
export interface Search {
  readonly found: number
  readonly most: number
  /** Is told weights that leave few directions above 0. */
  readonly tell: (weights: Float64Array) => void
}

/**
 * How many directions are above 0 at least, under any weights: proved, though it may be more. Of the
 * members of a mixture one has to be; each is left out in turn, as deep as one more direction each
 * time, and mixtures without common members are counted first. Exact where the search ends by itself.
 */
export function fewestAbove(mixtures: Mixtures, search: Search): number {
  const state: State = { mixtures, left: search.most, kept: new Set(), tell: search.tell }
  let proved = disjoint(state, [], search.found)
  while (proved < search.found && without(state, proved) === 'none') proved++
  return proved
}

interface State {
  readonly mixtures: Mixtures
  readonly kept: Set<number>
  readonly tell: (weights: Float64Array) => void
  left: number
}

function find(state: State) {
  if (state.left-- <= 0) return { kind: 'unknown' } as const
  const found = state.mixtures.find()
  if (found.kind === 'weights') state.tell(found.weights)
  return found
}

// Whether leaving out at most so many directions leaves weights under which none is above 0.
function without(state: State, most: number): 'none' | 'maybe' {
  const found = find(state)
  if (found.kind !== 'mixture') return 'maybe'
  if (most === 0 || disjoint(state, found.places, most + 1) > most) return 'none'
  const tried: number[] = []
  let answer: 'none' | 'maybe' = 'none'
  for (const place of found.places) {
    if (state.kept.has(place)) continue
    state.mixtures.leaveOut(place)
    answer = without(state, most - 1)
    state.mixtures.putBack(place)
    if (answer === 'maybe') break
    state.kept.add(place)
    tried.push(place)
  }
  for (const place of tried) state.kept.delete(place)
  return answer
}

// How many mixtures without common members there are, the first being known, up to `enough`.
function disjoint(state: State, first: readonly number[], enough: number): number {
  const used = [...first]
  for (const place of first) state.mixtures.leaveOut(place)
  let count = first.length > 0 ? 1 : 0
  while (count < enough) {
    const found = find(state)
    if (found.kind !== 'mixture') break
    count++
    used.push(...found.places)
    for (const place of found.places) state.mixtures.leaveOut(place)
  }
  for (const place of used) state.mixtures.putBack(place)
  return count
}
