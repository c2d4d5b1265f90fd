import { expect } from 'vitest'

/** Expects two lists to be equal but for an absolute tolerance; NaN equals NaN. */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  expect(actual.length).toBe(expected.length)
  const far = Array.from(expected, (value, i) => ({ i, value, got: actual[i] ?? NaN })).filter(
    ({ value, got }) => !(Object.is(value, got) || Math.abs(value - got) <= tolerance),
  )
  expect(far).toEqual([])
}

/** The value of a result that may be a fault; a fault fails the test. */
export function held<T>(result: T): Exclude<T, { readonly error: string }> {
  if (typeof result === 'object' && result !== null && 'error' in result) {
    throw new Error(JSON.stringify(result))
  }
  return result as Exclude<T, { readonly error: string }>
}
