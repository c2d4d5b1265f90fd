import { at } from '../statistics/array.ts'
import { mean, sampleDeviation } from '../statistics/moments.ts'

/**
 * The Mazziotta–Pareto index of each unit over columns standardised to mean 100, deviation 10 (more is
 * better): the mean of its values less (`minus`, where high is good) or plus its variance ÷ mean, so
 * that imbalance costs. All criteria weigh the same. NaN for a unit with a gap, and where the mean is
 * not above 0. The variance is that of a sample (÷ m − 1) as in Compind’s ci_mpi; for the adjusted index
 * over columns on 70–130 give `population` (÷ m) as in its ci_ampi. Mazziotta & Pareto, 2016.
 */
export function mazziottaPareto(
  columns: readonly Float64Array[],
  penalty: 'minus' | 'plus' = 'minus',
  spread: 'sample' | 'population' = 'sample',
): Float64Array {
  const count = columns.length
  const share = spread === 'population' ? (count - 1) / count : 1
  const sign = (penalty === 'minus' ? -1 : 1) * share
  return Float64Array.from(columns[0] ?? [], (_, unit) => {
    const own = Float64Array.from(columns, (column) => at(column, unit))
    const centre = mean(own)
    if (own.some((x) => Number.isNaN(x)) || centre === null || centre <= 0) return NaN
    return centre + (sign * (sampleDeviation(own) ?? 0) ** 2) / centre
  })
}
