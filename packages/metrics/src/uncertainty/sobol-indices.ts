import { at } from '../statistics/array.ts'
import { sortedQuantile } from '../statistics/quantile.ts'
import { randomOf } from '../statistics/random.ts'
import { SOBOL_DIMENSIONS, sobolPoints } from '../statistics/sobol.ts'

/** How much of the variance of an output one input explains alone (`first`) and with all it takes part in. */
export interface SobolIndex {
  readonly first: number
  readonly total: number
  /** 95 % intervals by bootstrap. */
  readonly firstInterval: readonly [number, number]
  readonly totalInterval: readonly [number, number]
}

/** How the indices are estimated. */
export interface SobolOptions {
  /** A power of two; 1024. */
  readonly points?: number
  /** 1. */
  readonly seed?: number
  /** 200. */
  readonly bootstrap?: number
}

/** At most this many inputs can be told apart. */
export const SOBOL_INPUTS = SOBOL_DIMENSIONS / 2

/**
 * First-order and total Sobol indices of a model over inputs between 0 and 1, from points × (inputs +
 * 2) runs on a shifted Sobol sequence; null where the output does not vary. An index that comes out
 * below 0 is 0. Throws beyond {@link SOBOL_INPUTS} inputs. Saltelli et al., 2010; Jansen, 1999.
 */
export function sobolIndices(
  model: (inputs: Float64Array) => number,
  inputs: number,
  { points = 1024, seed = 1, bootstrap = 200 }: SobolOptions = {},
): SobolIndex[] | null {
  if (inputs > SOBOL_INPUTS) throw new Error(`At most ${String(SOBOL_INPUTS)} inputs`)
  const runs = runModel(model, inputs, sobolPoints(points, 2 * inputs, seed))
  const all = Int32Array.from({ length: points }, (_, i) => i)
  const random = randomOf(seed)
  const samples = Array.from({ length: bootstrap }, () => {
    return all.map(() => Math.floor(random.uniform() * points))
  })
  const estimates = runs.mixed.map((mixed) => {
    const exact = estimate(runs, mixed, all)
    if (exact === null) return null
    const again = samples.flatMap((sample) => estimate(runs, mixed, sample) ?? [])
    return {
      ...exact,
      firstInterval: intervalOf(again.map(({ first }) => first)),
      totalInterval: intervalOf(again.map(({ total }) => total)),
    }
  })
  const found = estimates.filter((it) => it !== null)
  return found.length === inputs ? found : null
}

interface Runs {
  readonly a: Float64Array
  readonly b: Float64Array
  /** For each input, the runs of A with that input of B. */
  readonly mixed: readonly Float64Array[]
}

function runModel(
  model: (inputs: Float64Array) => number,
  inputs: number,
  points: Float64Array,
): Runs {
  const count = points.length / (2 * inputs)
  const row = (i: number, from: 0 | 1) => {
    return points.subarray((2 * i + from) * inputs, (2 * i + from + 1) * inputs)
  }
  const run = (inputsAt: (i: number) => Float64Array) => {
    return Float64Array.from({ length: count }, (_, i) => model(inputsAt(i)))
  }
  return {
    a: run((i) => row(i, 0)),
    b: run((i) => row(i, 1)),
    mixed: [...Array(inputs).keys()].map((j) => {
      return run((i) => row(i, 0).map((value, at_) => (at_ === j ? at(row(i, 1), j) : value)))
    }),
  }
}

function estimate(
  { a, b }: Runs,
  mixed: Float64Array,
  sample: Int32Array,
): { first: number; total: number } | null {
  const n = sample.length
  let mean = 0
  for (const i of sample) mean += (at(a, i) + at(b, i)) / (2 * n)
  let [variance, first, total] = [0, 0, 0]
  for (const i of sample) {
    variance += ((at(a, i) - mean) ** 2 + (at(b, i) - mean) ** 2) / (2 * n - 1)
    first += ((at(b, i) - mean) * (at(mixed, i) - at(a, i))) / n
    total += (at(a, i) - at(mixed, i)) ** 2 / (2 * n)
  }
  if (!(variance > 1e-24 * mean * mean)) return null
  return { first: Math.max(0, first / variance), total: total / variance }
}

function intervalOf(estimates: readonly number[]): readonly [number, number] {
  const sorted = Float64Array.from(estimates).sort()
  return [sortedQuantile(sorted, 0.025) ?? NaN, sortedQuantile(sorted, 0.975) ?? NaN]
}
