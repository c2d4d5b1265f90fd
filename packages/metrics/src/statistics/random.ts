import { at } from './array.ts'

/** Chance that repeats itself: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A whole number from 0 to 2³² − 1. */
  readonly bits: () => number
  /** A number between 0 and 1, neither of them. */
  readonly uniform: () => number
  /** A number of the standard normal distribution. */
  readonly normal: () => number
  /** A number of the gamma distribution of that shape (scale 1); 0 for a shape of 0. */
  readonly gamma: (shape: number) => number
}

/** Numbers from a seed: xoshiro128** (Blackman & Vigna, 2018), seeded by splitmix32. */
export function randomOf(seed: number): Random {
  const state = new Uint32Array(4)
  let mixed = seed >>> 0
  for (let i = 0; i < 4; i++) {
    mixed = (mixed + 0x9e3779b9) >>> 0
    let z = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    state[i] = z ^ (z >>> 15)
  }
  return randomFrom(state)
}

/** The same from a state of four numbers, not all 0. */
export function randomFrom(state: Uint32Array): Random {
  let [s0, s1, s2, s3] = [at(state, 0) | 0, at(state, 1) | 0, at(state, 2) | 0, at(state, 3) | 0]
  const bits = (): number => {
    const times5 = Math.imul(s1, 5)
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9)
    const shifted = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = (s3 << 11) | (s3 >>> 21)
    return result >>> 0
  }
  const uniform = () => (bits() + 0.5) / 4294967296
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  const source = { uniform, normal }
  return { bits, uniform, normal, gamma: (shape) => gamma(source, shape) }
}

// Marsaglia & Tsang, 2000; a shape below 1 by way of shape + 1.
function gamma(source: Pick<Random, 'uniform' | 'normal'>, shape: number): number {
  if (shape <= 0) return 0
  if (shape === 1) return -Math.log(source.uniform())
  if (shape < 1) return gamma(source, shape + 1) * source.uniform() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = source.normal()
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(source.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
      return d * v
    }
  }
}

/**
 * Fills `into` with shares that sum to 1, drawn from the Dirichlet distribution with parameters
 * `shape`; a parameter of 0 gives a share of 0. Where every draw underflows, `shape` itself counts.
 */
export function dirichlet(random: Random, shape: Float64Array, into: Float64Array): void {
  let total = 0
  for (let i = 0; i < shape.length; i++) {
    const drawn = random.gamma(at(shape, i))
    into[i] = drawn
    total += drawn
  }
  const from = total > 0 ? into : shape
  const sum = total > 0 ? total : shape.reduce((all, x) => all + x, 0)
  for (let i = 0; i < shape.length; i++) into[i] = at(from, i) / sum
}
