import { at, sumOf } from '../statistics/array.ts'

/** The formula of the degree of coupling: the standard one, Wang et al. 2021, Fan et al. 2013, or Liao 1999. */
export const COUPLINGS = ['standard', 'wang-2021', 'fan', 'liao'] as const

/** One of {@link COUPLINGS}. */
export type Coupling = (typeof COUPLINGS)[number]

/** Coupling C, overall development T and coordination D = √(C·T) of each unit; NaN where undefined. */
export interface Coordination {
  readonly coupling: Float64Array
  readonly development: Float64Array
  readonly coordination: Float64Array
}

/** Why coordination cannot be computed. */
export interface CouplingFault {
  readonly error: 'too-few-systems' | 'outside-0-1'
}

/**
 * The coupling coordination degree of two or more subsystems, each between 0 and 1; weights sum to 1.
 * One subsystem at 0 gives 0; all at 0, or a gap, gives NaN. Fault: fewer than two subsystems, or a
 * value outside 0–1. Wang et al., J. Nat. Resour. 36:793, 2021, also on the four common errors.
 */
export function couplingCoordination(
  systems: readonly Float64Array[],
  weights: ArrayLike<number>,
  formula: Coupling = 'standard',
): Coordination | CouplingFault {
  if (systems.length < 2) return { error: 'too-few-systems' }
  if (systems.some((system) => system.some((u) => u < 0 || u > 1))) return { error: 'outside-0-1' }
  const units = Array.from(systems[0] ?? [], (_, i) => systems.map((system) => at(system, i)))
  const coupling = Float64Array.from(units, (u) => couplingOf(u, formula))
  const development = Float64Array.from(units, (u) => {
    return u.reduce((sum, value, s) => sum + at(weights, s) * value, 0)
  })
  const coordination = coupling.map((c, i) => Math.sqrt(c * at(development, i)))
  return { coupling, development, coordination }
}

function couplingOf(u: readonly number[], formula: Coupling): number {
  const n = u.length
  const sum = u.reduce((total, x) => total + x, 0)
  if (Number.isNaN(sum) || sum === 0) return NaN
  const product = u.reduce((total, x) => total * x, 1)
  if (product === 0) return 0
  if (formula === 'standard') return (n * product ** (1 / n)) / sum
  // The adjusting exponent is 2, as there.
  if (formula === 'liao') return (product / (sum / n) ** n) ** 2
  if (formula === 'fan') {
    const spread = n * u.reduce((total, x) => total + x * x, 0) - sum * sum
    return Math.max(0, 1 - (2 * Math.sqrt(Math.max(0, spread))) / n)
  }
  const largest = Math.max(...u)
  const apart = u.flatMap((x, a) => u.slice(a + 1).map((y) => Math.abs(x - y)))
  const nearness = 1 - sumOf(apart) / ((n * (n - 1)) / 2)
  return Math.sqrt(nearness * (product / largest ** n) ** (1 / (n - 1)))
}

/** The scale that keeps a subsystem from being exactly 0, where one weak unit would have no coupling at all. */
export const COUPLING_RANGE = [0.01, 0.99] as const

/** Values between 0 and 1 moved onto {@link COUPLING_RANGE}: whoever shows the result says so. */
export function rescaleForCoupling(values: Float64Array): Float64Array {
  const [low, high] = COUPLING_RANGE
  return values.map((value) => low + (high - low) * value)
}
