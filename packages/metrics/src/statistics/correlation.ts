import { at, isFlat, spanOf, sumOf } from './array.ts'
import { rankValues } from './ranks.ts'

/** Pearson's r, Spearman's ρ (average ranks), Kendall's τ-b. */
export const CORRELATIONS = ['pearson', 'spearman', 'kendall'] as const

/** One of {@link CORRELATIONS}. */
export type Correlation = (typeof CORRELATIONS)[number]

/**
 * The correlation of two lists of the same length over the places where both have a number (NaN =
 * missing), −1 to 1; null where fewer than two are left or one of the lists is constant there.
 */
export function correlate(
  x: Float64Array,
  y: Float64Array,
  kind: Correlation = 'pearson',
): number | null {
  const both = [...x.keys()].filter((i) => !Number.isNaN(at(x, i)) && !Number.isNaN(at(y, i)))
  const [a, b] = [x, y].map((list) => Float64Array.from(both, (i) => at(list, i)))
  if (!a || !b || a.length < 2 || isFlat(spanOf(a)) || isFlat(spanOf(b))) return null
  if (kind === 'kendall') return tauB(a, b)
  if (kind === 'pearson') return pearson(a, b)
  return pearson(rankValues(a, 'average', 'low'), rankValues(b, 'average', 'low'))
}

function pearson(x: Float64Array, y: Float64Array): number {
  const [meanX, meanY] = [sumOf(x) / x.length, sumOf(y) / y.length]
  let [xy, xx, yy] = [0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [at(x, i) - meanX, at(y, i) - meanY]
    xy += dx * dy
    xx += dx * dx
    yy += dy * dy
  }
  return Math.max(-1, Math.min(1, xy / (Math.sqrt(xx) * Math.sqrt(yy))))
}

// Knight, 1966: sorted by x, the discordant pairs are the exchanges that sort y.
function tauB(x: Float64Array, y: Float64Array): number {
  const order = [...x.keys()].sort((a, b) => at(x, a) - at(x, b) || at(y, a) - at(y, b))
  const sortedX = Float64Array.from(order, (i) => at(x, i))
  const alongX = Float64Array.from(order, (i) => at(y, i))
  const pairs = (x.length * (x.length - 1)) / 2
  const both = tiedPairs(order.length, (i) => {
    return at(sortedX, i) === at(sortedX, i - 1) && at(alongX, i) === at(alongX, i - 1)
  })
  const tiedX = tiedPairs(order.length, (i) => at(sortedX, i) === at(sortedX, i - 1))
  const sortedY = y.slice().sort()
  const tiedY = tiedPairs(order.length, (i) => at(sortedY, i) === at(sortedY, i - 1))
  const agreement = pairs - tiedX - tiedY + both - 2 * exchanges(alongX)
  return agreement / Math.sqrt((pairs - tiedX) * (pairs - tiedY))
}

function tiedPairs(n: number, asBefore: (i: number) => boolean): number {
  let total = 0
  let run = 0
  for (let i = 1; i < n; i++) {
    run = asBefore(i) ? run + 1 : 0
    total += run
  }
  return total
}

// How many exchanges of neighbours sort the list upwards: merge sort, counting.
function exchanges(list: Float64Array): number {
  if (list.length < 2) return 0
  const middle = list.length >> 1
  const [low, high] = [list.slice(0, middle), list.slice(middle)]
  let count = exchanges(low) + exchanges(high)
  let [l, h] = [0, 0]
  for (let i = 0; i < list.length; i++) {
    if (h < high.length && (l === low.length || at(high, h) < at(low, l))) {
      list[i] = at(high, h++)
      count += low.length - l
    } else list[i] = at(low, l++)
  }
  return count
}

/**
 * How far two rankings of the same things are apart: 2 for each pair in opposite order, 1 for each
 * that is tied in one of them only. Kemeny, 1959.
 */
export function kemenyDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let distance = 0
  for (let i = 0; i < a.length; i++) {
    for (let l = i + 1; l < a.length; l++) {
      const inA = Math.sign(at(a, i) - at(a, l))
      distance += Math.abs(inA - Math.sign(at(b, i) - at(b, l)))
    }
  }
  return distance
}
