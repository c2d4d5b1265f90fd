export interface Ratio {
  readonly n: bigint
  readonly d: bigint
}

export const ONE: Ratio = { n: 1n, d: 1n }

export function ratio(n: bigint, d: bigint): Ratio {
  const divisor = gcd(n, d)
  return { n: n / divisor, d: d / divisor }
}

export function timesRatio(a: Ratio, b: Ratio, power: 1 | -1 = 1): Ratio {
  return power === 1 ? ratio(a.n * b.n, a.d * b.d) : ratio(a.n * b.d, a.d * b.n)
}

/** A function that multiplies by the ratio: one rounding when it is a whole number or one over one. */
export function multiplier(by: Ratio): (value: number) => number {
  const n = Number(by.n)
  const d = Number(by.d)
  if (d === 1) return (value) => value * n
  if (n === 1) return (value) => value / d
  return (value) => (value * n) / d
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}
