/**
 * Exponents over the bases `length`, `mass`, `energy`, `person`, `count`, `month`, `day` and one
 * base per currency, named by its ISO 4217 code; `{}` is a pure number. No exponent is 0.
 */
export type Dimension = Readonly<Record<string, number>>

/** The dimension of a pure number. */
export const NUMBER: Dimension = {}

/** The dimension of a × b^power. */
export function timesDimension(a: Dimension, b: Dimension, power: 1 | -1 = 1): Dimension {
  const bases = new Set([...Object.keys(a), ...Object.keys(b)])
  const sums = [...bases].map((base) => [base, (a[base] ?? 0) + power * (b[base] ?? 0)] as const)
  return Object.fromEntries(sums.filter(([, exponent]) => exponent !== 0))
}

/** Whether two dimensions are the same, currency included. */
export function sameDimension(a: Dimension, b: Dimension): boolean {
  const bases = Object.keys(a)
  return bases.length === Object.keys(b).length && bases.every((base) => a[base] === b[base])
}

/** The currencies in a dimension, as ISO 4217 codes. */
export function dimensionCurrencies(dimension: Dimension): string[] {
  return Object.keys(dimension).filter((base) => /^[A-Z]{3}$/.test(base))
}

/** A dimension as text, such as `CNY·length^-2`; `1` for a pure number. */
export function dimensionText(dimension: Dimension): string {
  const parts = Object.entries(dimension)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([base, exponent]) => (exponent === 1 ? base : `${base}^${exponent}`))
  return parts.join('·') || '1'
}
