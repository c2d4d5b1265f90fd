import { describe, expect, test } from 'vitest'
import { normaliseColumn, type NormaliseRule } from '../index.ts'
import { expectClose, held } from '../testing/close.ts'
import { numbersOf, readTable } from '../testing/reference/read.ts'

function normalised(
  values: readonly number[] | Float64Array,
  rule: NormaliseRule,
  sign: 1 | -1 = 1,
  groups?: readonly (string | null)[],
): Float64Array {
  const from = { values: Float64Array.from(values), sign, ...(groups ? { groups } : {}) }
  return held(normaliseColumn(from, rule)).values
}

// The R package COINr on five indicators of 51 countries.
const table = readTable('normalise')
const names = [...new Set(table.map(({ indicator = '' }) => indicator))]
const rules: readonly (readonly [string, NormaliseRule])[] = [
  ['minmax_0_100', { kind: 'min-max' }],
  ['minmax_1_10', { kind: 'min-max', to: [1, 10] }],
  ['zscore', { kind: 'z-score' }],
  ['zscore_100_10', { kind: 'z-score', mean: 100, deviation: 10 }],
  ['dist2max', { kind: 'best' }],
  ['fracmax', { kind: 'max' }],
  ['rank_min', { kind: 'rank' }],
  ['prank', { kind: 'percentile', to: [0, 1] }],
  ['borda', { kind: 'borda' }],
]

describe.each(names)('%s as COINr normalises it', (name) => {
  const rows = table.filter(({ indicator }) => indicator === name)
  test.each(rules)('%s', (column, rule) => {
    expectClose(normalised(numbersOf(rows, 'raw'), rule), numbersOf(rows, column), 1e-9)
  })

  test('goalposts', () => {
    const [low, high] = [Number(rows[0]?.['gp_lo']), Number(rows[0]?.['gp_hi'])]
    const rule = { kind: 'goalposts', low, high } as const
    expectClose(normalised(numbersOf(rows, 'raw'), rule), numbersOf(rows, 'goalposts'), 1e-9)
  })
})

describe('two costs and a benefit as pymcdm normalises them', () => {
  // pymcdm, test_normalizations.py (MIT).
  const data = [
    [66, 61, 65, 95, 63, 74],
    [56, 55, 49, 56, 43, 59],
    [95, 166, 113, 99, 178, 140],
  ]
  const expected: readonly (readonly [NormaliseRule, number[][]])[] = [
    [
      { kind: 'min-max', to: [0, 1] },
      [
        [0.85294118, 1, 0.88235294, 0, 0.94117647, 0.61764706],
        [0.1875, 0.25, 0.625, 0.1875, 1, 0],
        [0, 0.85542169, 0.21686747, 0.04819277, 1, 0.54216867],
      ],
    ],
    [
      { kind: 'max' },
      [
        [0.30526316, 0.35789474, 0.31578947, 0, 0.33684211, 0.22105263],
        [0.05084746, 0.06779661, 0.16949153, 0.05084746, 0.27118644, 0],
        [0.53370787, 0.93258427, 0.63483146, 0.55617978, 1, 0.78651685],
      ],
    ],
    [
      { kind: 'sum' },
      [
        [0.17447136, 0.1887723, 0.17715554, 0.12121168, 0.18277952, 0.15560959],
        [0.155945, 0.15878037, 0.17822286, 0.155945, 0.20309117, 0.1480156],
        [0.12010114, 0.20986094, 0.14285714, 0.12515803, 0.22503161, 0.17699115],
      ],
    ],
    [
      { kind: 'vector' },
      [
        [0.62375904, 0.65226214, 0.62945966, 0.45844104, 0.6408609, 0.57815408],
        [0.57085288, 0.57851622, 0.62449627, 0.57085288, 0.67047632, 0.54786285],
        [0.28587109, 0.49952212, 0.34003614, 0.29790777, 0.53563215, 0.42128371],
      ],
    ],
    [
      { kind: 'linear' },
      [
        [0.92424242, 1, 0.93846154, 0.64210526, 0.96825397, 0.82432432],
        [0.76785714, 0.78181818, 0.87755102, 0.76785714, 1, 0.72881356],
        [0.53370787, 0.93258427, 0.63483146, 0.55617978, 1, 0.78651685],
      ],
    ],
  ]

  test.each(expected)('%j', (rule, columns) => {
    columns.forEach((column, j) => {
      expectClose(normalised(data[j] ?? [], rule, j < 2 ? -1 : 1), column, 1e-8)
    })
  })
})

describe('against a base, a target or a norm', () => {
  test('value over base, base over value where less is better, with and without a cap', () => {
    const base = { kind: 'base', base: 20 } as const
    expect([...normalised([10, 20, 50], base)]).toEqual([50, 100, 250])
    expect([...normalised([10, 20, 50], base, -1)]).toEqual([200, 100, 40])
    expect([...normalised([10, 20, 50], { ...base, cap: 1.5 })]).toEqual([50, 100, 150])
  })

  test('the way to a target', () => {
    const rule = { kind: 'target', target: 6 } as const
    expect([...normalised([2, 4, 10], rule)]).toEqual([0, 0.5, 2])
    expect([...normalised([2, 4, 10], { ...rule, cap: true })]).toEqual([0, 0.5, 1])
    expect([...normalised([2, 4, 10], { kind: 'target', target: 2 }, -1)]).toEqual([1, 0.75, 0])
  })

  test('the norm of the own group; a zone without a group has none', () => {
    const groups = ['a', 'a', 'b', null]
    const rule = { kind: 'norm', centre: 'group-mean' } as const
    expect([...normalised([1, 3, 8, 5], rule, 1, groups)]).toEqual([50, 150, 100, NaN])
  })

  test('equal values keep their meaning and are flagged', () => {
    const from = { values: Float64Array.of(30, 30), sign: 1 } as const
    expect(normaliseColumn(from, { kind: 'base', base: 20 })).toEqual({
      values: Float64Array.of(150, 150),
      flat: true,
    })
  })
})

describe('equal values are neutral and flagged', () => {
  test.each([
    [{ kind: 'min-max' }, 50],
    [{ kind: 'min-max', to: [1, 100] }, 50.5],
    [{ kind: 'z-score', mean: 100, deviation: 10 }, 100],
    [{ kind: 'percentile' }, 50],
    [{ kind: 'rank' }, 1.5],
    [{ kind: 'borda' }, 0.5],
    [{ kind: 'sum' }, 0.5],
    [{ kind: 'vector' }, 1 / Math.SQRT2],
    [{ kind: 'max' }, 1],
    [{ kind: 'linear' }, 1],
  ] as const)('%j', (rule, neutral) => {
    const from = { values: Float64Array.of(7, NaN, 7), sign: 1 } as const
    expect(normaliseColumn(from, rule)).toEqual({
      values: Float64Array.of(neutral, NaN, neutral),
      flat: true,
    })
  })
})

test.each(['vector', 'max', 'linear'] as const)('%s of zeros is neutral', (kind) => {
  for (const sign of [1, -1] as const) {
    const { values } = held(normaliseColumn({ values: Float64Array.of(0, 0), sign }, { kind }))
    expect([...values]).toEqual([0.5, 0.5])
  }
})

describe('a rule that is not defined for the values is refused', () => {
  const refusals: readonly (readonly [NormaliseRule, number[], 1 | -1, string])[] = [
    [{ kind: 'sum' }, [-1, 2], 1, 'negative-values'],
    [{ kind: 'max' }, [-1, 2], 1, 'negative-values'],
    [{ kind: 'linear' }, [0, 2], -1, 'zero-values'],
    [{ kind: 'sum' }, [0, 2], -1, 'zero-values'],
    [{ kind: 'base', base: 0 }, [1, 2], 1, 'base-invalid'],
    [{ kind: 'base', base: 3 }, [0, 2], -1, 'zero-values'],
    [{ kind: 'goalposts', low: 3, high: 3 }, [1, 2], 1, 'base-invalid'],
    [{ kind: 'target', target: 1 }, [1, 2], 1, 'base-invalid'],
    [{ kind: 'norm', centre: 'group-median' }, [1, 2], 1, 'no-groups'],
  ]
  test.each(refusals)('%j of %j', (rule, values, sign, error) => {
    expect(normaliseColumn({ values: Float64Array.from(values), sign }, rule)).toEqual({ error })
  })
})
