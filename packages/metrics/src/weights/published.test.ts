import { describe, expect, test } from 'vitest'
import {
  RANDOM_INDICES,
  ahpWeights,
  criticWeights,
  deviationWeights,
  entropyWeights,
  type RandomIndex,
  type Weighable,
} from '../index.ts'
import { expectClose, held } from '../testing/close.ts'

/** Published weights; rows are alternatives. */

function weighable(rows: readonly (readonly number[])[], signs?: readonly (1 | -1)[]): Weighable {
  const columns = (rows[0] ?? []).map((_, j) => Float64Array.from(rows, (row) => row[j] ?? NaN))
  return { columns, signs: signs ?? columns.map(() => 1 as const) }
}

describe('entropy', () => {
  test('Xu 2004, EJOR 156:530', () => {
    const rows = [
      [30, 30, 38, 29],
      [19, 54, 86, 29],
      [19, 15, 85, 28.9],
      [68, 70, 60, 29],
    ]
    const { weights, input } = held(entropyWeights(weighable(rows)))
    expect(input).toBe('raw')
    expectClose(weights, [0.463, 0.3992, 0.1378, 0], 5e-5)
  })

  test('Zavadskas & Podvezko 2016, IJITDM 15:267: two costs, the raw values all the same', () => {
    const rows = [
      [3, 100, 10, 7],
      [2.5, 80, 8, 5],
      [1.8, 50, 20, 11],
      [2.2, 70, 12, 9],
    ]
    const from = weighable(rows, [-1, 1, -1, 1])
    const published = [0.1146, 0.1981, 0.4185, 0.2689]
    expectClose(held(entropyWeights(from, 'raw')).weights, published, 5e-5)
    expect(held(entropyWeights(from)).input).toBe('min-max')
  })

  test('Ersoy 2021, LogForum 17(3)', () => {
    const rows = [
      [256, 8, 41, 1.6, 1.77, 7347.16],
      [256, 8, 32, 1, 1.8, 6919.99],
      [256, 8, 53, 1.6, 1.9, 8400],
      [256, 8, 41, 1, 1.75, 6808.9],
      [512, 8, 35, 1.6, 1.7, 8479.99],
      [256, 4, 35, 1.6, 1.7, 7499.99],
    ]
    const from = weighable(rows, [1, 1, 1, 1, -1, -1])
    const published = [0.405, 0.221, 0.134, 0.199, 0.007, 0.034]
    expectClose(held(entropyWeights(from, 'raw')).weights, published, 5e-4)
  })

  test('scikit-criteria, tests/preprocessing/test_weighters.py (BSD-3)', () => {
    const from = weighable(
      [
        [1, 2],
        [4, 16],
      ],
      [-1, 1],
    )
    expectClose(held(entropyWeights(from, 'raw')).weights, [0.358889, 0.641111], 1e-6)
    expectClose(held(deviationWeights(from, 'raw')).weights, [0.176471, 0.82353], 1e-5)
  })
})

test('deviation of raw values: Sałabun et al. 2020, Symmetry 12:1549', () => {
  const rows = [
    [0.619, 0.449, 0.447],
    [0.862, 0.466, 0.006],
    [0.458, 0.698, 0.771],
    [0.777, 0.631, 0.491],
    [0.567, 0.992, 0.968],
  ]
  const { weights } = held(deviationWeights(weighable(rows), 'raw'))
  expectClose(weights, [0.217, 0.294, 0.488], 5e-4)
})

test('a criterion in which all are equal weighs nothing, also by its raw values', () => {
  const from = weighable([
    [0.1, 1],
    [0.1, 2],
    [0.1, 4],
  ])
  const { weights, flat } = held(deviationWeights(from, 'raw'))
  expect([[...weights], flat]).toEqual([[0, 1], [0]])
})

test('CRITIC: Tuş & Aytaç Adalı 2019, Opsearch 56:528, all taken as benefits there', () => {
  const rows = [
    [5000, 3, 3, 4, 3, 2],
    [680, 5, 3, 2, 2, 1],
    [2000, 3, 2, 3, 4, 3],
    [600, 4, 3, 1, 2, 2],
    [800, 2, 4, 3, 3, 4],
  ]
  const published = [0.157, 0.249, 0.168, 0.121, 0.154, 0.151]
  expectClose(held(criticWeights(weighable(rows))).weights, published, 5.5e-4)
})

describe('AHP: Saaty 1990, EJOR 48:9, buying a house', () => {
  const judgements = [
    [1, 5, 3, 7, 6, 6, 1 / 3, 1 / 4],
    [1 / 5, 1, 1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
    [1 / 3, 3, 1, 6, 3, 4, 6, 1 / 5],
    [1 / 7, 1 / 5, 1 / 6, 1, 1 / 3, 1 / 4, 1 / 7, 1 / 8],
    [1 / 6, 1 / 3, 1 / 3, 3, 1, 1 / 2, 1 / 5, 1 / 6],
    [1 / 6, 1 / 3, 1 / 4, 4, 2, 1, 1 / 5, 1 / 6],
    [3, 5, 1 / 6, 7, 5, 5, 1, 1 / 2],
    [4, 7, 5, 8, 6, 6, 2, 1],
  ]

  test('priorities, λ, CI and CR', () => {
    const { weights, lambda, index, ratio, consistent } = held(ahpWeights(judgements))
    expectClose(weights, [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333], 5.5e-4)
    expectClose([lambda, index, ratio], [9.669, 0.238, 0.169], 5e-4)
    expect(consistent).toBe(false)
  })

  test.each(Object.keys(RANDOM_INDICES) as RandomIndex[])('CR by %s', (table) => {
    const { index, ratio } = held(ahpWeights(judgements, table))
    expect(ratio).toBeCloseTo(index / RANDOM_INDICES[table][5], 12)
    expect(RANDOM_INDICES[table]).toHaveLength(13)
  })
})
