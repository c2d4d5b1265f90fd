import { describe, expect, test } from 'vitest'
import {
  correlate,
  kemenyDistance,
  quantile,
  rankValues,
  CORRELATIONS,
  TIE_RULES,
} from '../index.ts'
import { expectClose } from '../testing/close.ts'
import { numbersOf, readTable } from '../testing/reference/read.ts'
import { symmetricEigen } from './eigen.ts'
import { dirichlet, randomFrom, randomOf } from './random.ts'
import { sobolPoints } from './sobol.ts'

// R: quantile(airquality$Ozone, na.rm = TRUE).
const OZONE = Float64Array.of(
  41,
  36,
  12,
  18,
  NaN,
  28,
  23,
  19,
  8,
  NaN,
  7,
  16,
  11,
  14,
  18,
  14,
  34,
  6,
  30,
  11,
  1,
  11,
  4,
  32,
  NaN,
  NaN,
  NaN,
  23,
  45,
  115,
  37,
  NaN,
  NaN,
  NaN,
  NaN,
  NaN,
  NaN,
  29,
  NaN,
  71,
  39,
  NaN,
  NaN,
  23,
  NaN,
  NaN,
  21,
  37,
  20,
  12,
  13,
  NaN,
  NaN,
  NaN,
  NaN,
  NaN,
  NaN,
  NaN,
  NaN,
  NaN,
  NaN,
  135,
  49,
  32,
  NaN,
  64,
  40,
  77,
  97,
  97,
  85,
  NaN,
  10,
  27,
  NaN,
  7,
  48,
  35,
  61,
  79,
  63,
  16,
  NaN,
  NaN,
  80,
  108,
  20,
  52,
  82,
  50,
  64,
  59,
  39,
  9,
  16,
  78,
  35,
  66,
  122,
  89,
  110,
  NaN,
  NaN,
  44,
  28,
  65,
  NaN,
  22,
  59,
  23,
  31,
  44,
  21,
  9,
  NaN,
  45,
  168,
  73,
  NaN,
  76,
  118,
  84,
  85,
  96,
  78,
  73,
  91,
  47,
  32,
  20,
  23,
  21,
  24,
  44,
  21,
  28,
  9,
  13,
  46,
  18,
  13,
  24,
  16,
  13,
  23,
  36,
  7,
  14,
  30,
  NaN,
  14,
  18,
  20,
)

test.each([
  [0, 1, 1],
  [0.05, 7.75, 7],
  [0.1, 11, 10.7],
  [0.25, 18, 18],
  [0.5, 31.5, 31.5],
  [0.75, 63.25, 63.75],
  [0.9, 87, 89.6],
  [0.95, 108.5, 110.75],
  [1, 168, 168],
])('the quantile at %f as R has it', (p, seven, six) => {
  expect(quantile(OZONE, p)).toBeCloseTo(seven, 9)
  expect(quantile(OZONE, p, 6)).toBeCloseTo(six, 9)
})

test('there is no quantile of nothing', () => {
  expect(quantile([NaN], 0.5)).toBeNull()
})

// R: rank(-x, ties.method), with a missing value and two groups of ties.
const X = [3.2, 5.1, 5.1, NaN, 7, 7, 7, 1.4, 9, 5.1]
const RANKS: Readonly<Record<(typeof TIE_RULES)[number], number[]>> = {
  min: [8, 5, 5, NaN, 2, 2, 2, 9, 1, 5],
  max: [8, 7, 7, NaN, 4, 4, 4, 9, 1, 7],
  average: [8, 6, 6, NaN, 3, 3, 3, 9, 1, 6],
  first: [8, 5, 6, NaN, 2, 3, 4, 9, 1, 7],
  dense: [4, 3, 3, NaN, 2, 2, 2, 5, 1, 3],
}

test.each(TIE_RULES)('ties get the %s of their places as in R', (ties) => {
  expect([...rankValues(X, ties)]).toEqual(RANKS[ties])
})

// Kemeny, 1959: all rankings of three things against 1, 2, 3.
test.each([
  [[1, 2, 3], 0],
  [[1, 2.5, 2.5], 1],
  [[1, 3, 2], 2],
  [[1.5, 3, 1.5], 3],
  [[2, 3, 1], 4],
  [[2.5, 2.5, 1], 5],
  [[3, 2, 1], 6],
  [[3, 1.5, 1.5], 5],
  [[3, 1, 2], 4],
  [[2.5, 1, 2.5], 3],
  [[2, 1, 3], 2],
  [[1.5, 1.5, 3], 1],
  [[2, 2, 2], 3],
])('%j is as far from 1, 2, 3 as Kemeny says', (ranking, distance) => {
  expect(kemenyDistance(ranking, [1, 2, 3])).toBe(distance)
})

describe.each(CORRELATIONS)('%s as R has it on `attitude`', (kind) => {
  const data = readTable('attitude')
  const rows = readTable('attitude-correlations').filter(({ method }) => method === kind)

  test('each pair of columns', () => {
    expect(rows).toHaveLength(49)
    const found = rows.map(({ var1 = '', var2 = '' }) => {
      return correlate(numbersOf(data, var1), numbersOf(data, var2), kind) ?? NaN
    })
    expectClose(found, numbersOf(rows, 'value'), 1e-9)
  })

  test('a missing value takes its pair out; a constant has no correlation', () => {
    const [x, y] = [Float64Array.of(1, 2, NaN, 4), Float64Array.of(2, 4, 6, 8)]
    expect(correlate(x, y, kind)).toBeCloseTo(1, 12)
    expect(correlate(x, Float64Array.of(5, 5, 5, 5), kind)).toBeNull()
    expect(correlate(x, Float64Array.of(5, NaN, 5, NaN), kind)).toBeNull()
  })
})

test('chance is xoshiro128** as published', () => {
  const random = randomFrom(Uint32Array.of(1, 2, 3, 4))
  expect([0, 0, 0, 0, 0].map(() => random.bits())).toEqual([
    11520, 0, 5927040, 70819200, 2031721883,
  ])
})

test('shares drawn around weights sum to 1 and have the mean and spread that the doc says', () => {
  const random = randomOf(7)
  const [weights, into] = [[0.5, 0.3, 0.2, 0], new Float64Array(4)]
  const shape = Float64Array.from(weights, (weight) => 6 * weight)
  const draws = Array.from({ length: 20_000 }, () => {
    dirichlet(random, shape, into)
    return into.slice()
  })
  const sums = draws.map((draw) => draw.reduce((sum, x) => sum + x, 0))
  expect(sums.filter((sum) => Math.abs(sum - 1) > 1e-12)).toEqual([])
  weights.forEach((weight, j) => {
    const own = draws.map((draw) => draw[j]!)
    const mean = own.reduce((sum, x) => sum + x, 0) / own.length
    const variance = own.reduce((sum, x) => sum + (x - mean) ** 2, 0) / own.length
    expect(mean).toBeCloseTo(weight, 1.9)
    expect(Math.sqrt(variance)).toBeCloseTo(Math.sqrt((weight * (1 - weight)) / 7), 1.9)
  })
})

test('2¹⁰ Sobol points fall once into each of as many slices, and into each square of two dimensions', () => {
  const [count, dimensions] = [1024, 16]
  const points = sobolPoints(count, dimensions, 3)
  for (let d = 0; d < dimensions; d++) {
    const slices = new Set<number>()
    for (let i = 0; i < count; i++) slices.add(Math.floor(points[i * dimensions + d]! * count))
    expect(slices.size).toBe(count)
  }
  const squares = new Set<number>()
  for (let i = 0; i < count; i++) {
    const [x, y] = [points[i * dimensions]!, points[i * dimensions + 1]!]
    squares.add(Math.floor(x * 32) * 32 + Math.floor(y * 32))
  }
  expect(squares.size).toBe(count)
})

test('the eigenvectors of a symmetric matrix are what they should be', () => {
  const values = Float64Array.of(4, 1, -2, 1, 3, 0.5, -2, 0.5, 1)
  const { values: found, vectors } = symmetricEigen({ size: 3, values })
  expect(found.reduce((sum, x) => sum + x, 0)).toBeCloseTo(8, 12)
  vectors.forEach((vector, c) => {
    const image = [0, 1, 2].map((row) =>
      vector.reduce((sum, x, i) => sum + values[row * 3 + i]! * x, 0),
    )
    expectClose(
      image,
      vector.map((x) => found[c]! * x),
      1e-12,
    )
  })
})
