import { at } from '../statistics/array.ts'
import { mean, sampleDeviation } from '../statistics/moments.ts'

/**
 * The Mazziotta–Pareto index of each unit over columns standardised to mean 100, deviation 10 (more is
 * better): the mean of its values less (`minus`, where high is good) or plus its variance ÷ mean, so
 * that imbalance costs. All criteria weigh the same. NaN for a unit with a gap, and where the mean is
 * not above 0. Mazziotta & Pareto, 2016.
 */
export function mazziottaPareto(
  columns: readonly Float64Array[],
  penalty: 'minus' | 'plus' = 'minus',
): Float64Array {
  const sign = penalty === 'minus' ? -1 : 1
  return Float64Array.from(columns[0] ?? [], (_, unit) => {
    const own = Float64Array.from(columns, (column) => at(column, unit))
    const centre = mean(own)
    if (own.some((x) => Number.isNaN(x)) || centre === null || centre <= 0) return NaN
    return centre + (sign * (sampleDeviation(own) ?? 0) ** 2) / centre
  })
}
