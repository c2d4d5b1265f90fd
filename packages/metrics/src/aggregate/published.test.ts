import { describe, expect, test } from 'vitest'
import { composite, couplingCoordination, mazziottaPareto, topsis } from '../index.ts'
import { expectClose, held } from '../testing/close.ts'
import { inputOf, leaf } from '../testing/compose.ts'

/** Published scores; rows are units. */

const columnsOf = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, j) => Float64Array.from(rows, (row) => row[j] ?? NaN))

describe('TOPSIS', () => {
  test('four fighter aircraft, Hwang & Yoon 1981: the price is a cost', () => {
    const columns = columnsOf([
      [2, 1500, 20000, 5.5, 5, 9],
      [2.5, 2700, 18000, 6.5, 3, 5],
      [1.8, 2000, 21000, 4.5, 7, 7],
      [2.2, 1800, 20000, 5, 5, 5],
    ])
    const weights = [0.2, 0.1, 0.1, 0.1, 0.2, 0.3]
    const { closeness } = held(topsis({ columns, signs: [1, 1, 1, -1, 1, 1], weights }))
    expectClose(closeness, [0.643, 0.268, 0.613, 0.312], 6e-4)
  })

  test('six machines with two costs, Ersoy 2021, LogForum 17(3)', () => {
    const columns = columnsOf([
      [256, 8, 41, 1.6, 1.77, 7347.16],
      [256, 8, 32, 1, 1.8, 6919.99],
      [256, 8, 53, 1.6, 1.9, 8400],
      [256, 8, 41, 1, 1.75, 6808.9],
      [512, 8, 35, 1.6, 1.7, 8479.99],
      [256, 4, 35, 1.6, 1.7, 7499.99],
    ])
    const weights = [0.405, 0.221, 0.134, 0.199, 0.007, 0.034]
    const { closeness } = held(topsis({ columns, signs: [1, 1, 1, 1, -1, -1], weights }))
    expectClose(closeness, [0.308, 0.254, 0.327, 0.263, 0.857, 0.192], 1e-3)
  })

  test('two scales, two winners: Opricovic & Tzeng 2004, EJOR 156:445', () => {
    const from = {
      columns: columnsOf([
        [1, 3000],
        [2, 3750],
        [5, 4500],
      ]),
      signs: [-1, 1] as const,
      weights: [0.5, 0.5],
    }
    const vector = held(topsis(from)).closeness
    expectClose([vector[0]!, vector[2]!], [0.762, 0.238], 5e-4)
    expectClose(held(topsis(from, 'min-max')).closeness, [0.5, 0.617, 0.5], 5e-4)
  })

  test('a scale that is linear in benefits names the same distances as the shares by hand', () => {
    const from = { columns: columnsOf([[1], [2], [4]]), signs: [-1] as const, weights: [1] }
    // 1 ÷ x: 1, ½, ¼ of the whole way, in any linear unit.
    for (const scale of ['sum', 'linear'] as const) {
      expectClose(held(topsis(from, scale)).closeness, [1, 1 / 3, 0], 1e-12)
    }
    expectClose(held(topsis(from, 'max')).closeness, [1, 2 / 3, 0], 1e-12)
  })

  test('values that a scale is not defined for are a fault, and the leaf is named', () => {
    const input = inputOf({ a: [1, 2], b: [3, 4], c: [0, 5] })
    const of = [leaf('a', 0), leaf('b'), leaf('c', 1, { better: 'less' })]
    const aggregate = { kind: 'topsis', normalise: 'sum' } as const
    expect(composite(input, { version: 1, of, aggregate })).toEqual({
      error: 'zero-values',
      criterion: 2,
    })
  })
})

test('a sum of vector shares is the ratio system of MOORA: Karabasevic et al. 2015', () => {
  const rows = [
    [4, 3, 3, 4, 3, 2, 4],
    [3, 3, 4, 3, 5, 4, 4],
    [5, 4, 4, 5, 5, 5, 4],
  ]
  const weights = [0.215, 0.215, 0.159, 0.133, 0.102, 0.102, 0.073]
  const names = weights.map((_, j) => String(j))
  const input = inputOf(Object.fromEntries(names.map((name, j) => [name, rows.map((r) => r[j]!)])))
  const of = names.map((name, j) => leaf(name, weights[j]))
  const { scores } = held(composite(input, { version: 1, of, normalise: { kind: 'vector' } }))
  // The weights that were printed sum to 0.999.
  expectClose(
    scores.map((score) => score * 0.999),
    [0.494, 0.527, 0.677],
    6e-4,
  )
})

test('human development of Costa Rica, UNDP 2014, technical note 1', () => {
  const input = inputOf({
    life: [79.93],
    mean: [8.37],
    expected: [13.5],
    income: [Math.log(13011.7)],
  })
  const post = (low: number, high: number) =>
    ({ normalise: { kind: 'goalposts', low, high, to: [0, 1] } }) as const
  const { scores, branches } = held(
    composite(input, {
      version: 1,
      aggregate: { kind: 'geometric' },
      of: [
        leaf('life', 1, post(20, 85)),
        {
          id: 'education',
          weight: 1,
          aggregate: { kind: 'arithmetic' },
          of: [leaf('mean', 1, post(0, 15)), leaf('expected', 1, post(0, 18))],
        },
        leaf('income', 1, post(Math.log(100), Math.log(75000))),
      ],
    }),
  )
  expectClose(scores, [0.763], 5e-4)
  expectClose(branches[0]!.scores, [0.654], 5e-4)
})

describe('the adjusted Mazziotta–Pareto index', () => {
  // As Compind’s ci_ampi (GPL-3; formula only): 70 + 60 × way, mean ∓ population variance ÷ mean.
  test('by hand', () => {
    const columns = columnsOf([
      [70, 130],
      [100, 100],
    ])
    expectClose(mazziottaPareto(columns, 'minus', 'population'), [91, 100], 1e-12)
    expectClose(mazziottaPareto(columns, 'plus', 'population'), [109, 100], 1e-12)
    expectClose(mazziottaPareto(columns), [82, 100], 1e-12)
  })

  test('is on 70–130 whatever scale is named, and keeps the goalposts of a leaf', () => {
    const input = inputOf({ a: [0, 5, 10], b: [20, 10, 0] })
    const aggregate = { kind: 'mazziotta-pareto', adjusted: true } as const
    const of = [leaf('a'), leaf('b')]
    const normalise = { kind: 'rank' } as const
    const found = held(composite(input, { version: 1, of, aggregate, normalise }))
    expect(found.card.normalise).toEqual({ kind: 'min-max', to: [70, 130] })
    expectClose(found.scores, [91, 100, 91], 1e-12)
    const posts = { kind: 'goalposts', low: -10, high: 10, to: [70, 130] } as const
    const own = held(
      composite(input, {
        version: 1,
        aggregate,
        of: [leaf('a', 1, { normalise: posts }), leaf('b')],
      }),
    )
    // 100 beside 130: 115 less 15² ÷ 115.
    expect(own.scores[0]).toBeCloseTo(115 - 225 / 115, 12)
  })
})

describe('coupling', () => {
  test('by the formula of Liao 1999: (U₁U₂ ÷ mean²)²', () => {
    const systems = columnsOf([
      [0.4, 0.6],
      [0.5, 0.5],
      [0, 0.5],
    ])
    const { coupling, coordination } = held(couplingCoordination(systems, [0.5, 0.5], 'liao'))
    expectClose(coupling, [0.9216, 1, 0], 1e-12)
    expectClose(coordination, [Math.sqrt(0.4608), Math.sqrt(0.5), 0], 1e-12)
  })

  // Math. Probl. Eng. 2022:2969206, table 4 (CC-BY 4.0): U₁, U₂, D.
  const printed = [
    [0.101, 0.28, 0.41],
    [0.424, 0.421, 0.65],
    [0.892, 0.662, 0.877],
  ]

  test('subsystems that are indices already are taken as they are where the method says so', () => {
    const [u1, u2, d] = columnsOf(printed)
    const input = inputOf({ u1: [...u1!], u2: [...u2!] })
    const normalise = { kind: 'goalposts', low: 0, high: 1 } as const
    const method = { version: 1, of: [leaf('u1'), leaf('u2')], normalise } as const
    const found = composite(input, { ...method, aggregate: { kind: 'coupling', rescale: false } })
    expectClose(held(found).scores, d!, 1.5e-3)
    const moved = held(composite(input, { ...method, aggregate: { kind: 'coupling' } }))
    expect(moved.scores[0]).toBeCloseTo(
      Math.sqrt(Math.sqrt((0.01 + 0.98 * 0.101) * (0.01 + 0.98 * 0.28))),
      9,
    )
  })
})
