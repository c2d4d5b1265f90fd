import { at } from './array.ts'

/** What equal values get: the best, the worst or the mean of their places, their order, or one rank each group. */
export const TIE_RULES = ['min', 'max', 'average', 'first', 'dense'] as const

/** One of {@link TIE_RULES}; `min` is the standard competition rank 1224. */
export type TieRule = (typeof TIE_RULES)[number]

/** Ranks from 1, the highest value (or the lowest) being 1; NaN for NaN. Equal means equal, without tolerance. */
export function rankValues(
  values: ArrayLike<number>,
  ties: TieRule,
  best: 'high' | 'low' = 'high',
): Float64Array {
  const ranks = new Float64Array(values.length).fill(NaN)
  const order = orderOf(values, best)
  let group = 0
  for (let start = 0; start < order.length;) {
    const value = at(values, at(order, start))
    let end = start + 1
    while (end < order.length && at(values, at(order, end)) === value) end++
    group++
    for (let place = start; place < end; place++) {
      ranks[at(order, place)] = tied({ start, end, place, group }, ties)
    }
    start = end
  }
  return ranks
}

interface Tied {
  readonly start: number
  readonly end: number
  readonly place: number
  readonly group: number
}

function tied({ start, end, place, group }: Tied, ties: TieRule): number {
  const rule: Readonly<Record<TieRule, number>> = {
    min: start + 1,
    max: end,
    average: (start + 1 + end) / 2,
    first: place + 1,
    dense: group,
  }
  return rule[ties]
}

function orderOf(values: ArrayLike<number>, best: 'high' | 'low'): number[] {
  const sign = best === 'high' ? -1 : 1
  const indices = Array.from(values, (_, i) => i).filter((i) => !Number.isNaN(at(values, i)))
  return indices.sort((a, b) => sign * (at(values, a) - at(values, b)) || a - b)
}
