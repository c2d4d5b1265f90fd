import { describe, expect, test } from 'vitest'
import {
  COUPLING_CLASSES,
  copelandScores,
  couplingCoordination,
  mazziottaPareto,
  normaliseColumn,
  outranking,
  rescaleForCoupling,
  topsis,
  weightedMean,
  type Mean,
} from '../index.ts'
import { expectClose, held } from '../testing/close.ts'
import { numbersOf, readTable } from '../testing/reference/read.ts'

const columnsOf = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, j) => Float64Array.from(rows, (row) => row[j] ?? NaN))

describe('means', () => {
  // COINr, tests/testthat/test-aggregate.R (MIT).
  const cases: readonly (readonly [Mean, number[], number[], number])[] = [
    [{ kind: 'geometric' }, [1, 2, 3], [1, 1, 1], 1.8171205928321397],
    [{ kind: 'geometric' }, [1, 2, 3], [1, 1, 2], 2.0597671439071177],
    [{ kind: 'harmonic' }, [1, 2, 3], [2, 1, 1], 1.4117647058823528],
    [{ kind: 'power', p: -1 }, [1, 2, 3], [2, 1, 1], 1.4117647058823528],
    [{ kind: 'power', p: 1 }, [1, 2, 3], [1, 1, 1], 2],
    [{ kind: 'arithmetic' }, [1, 2, 3], [2, 1, 1], 1.75],
  ]
  test.each(cases)('%j of %j with weights %j', (mean, values, weights, expected) => {
    expectClose(held(weightedMean(columnsOf([values]), weights, mean)), [expected], 1e-12)
  })

  test.each([{ kind: 'geometric' }, { kind: 'harmonic' }, { kind: 'power', p: 2 }] as const)(
    '%j leaves a gap out, whatever the mean',
    (mean) => {
      const columns = columnsOf([
        [4, NaN],
        [NaN, NaN],
      ])
      expectClose(held(weightedMean(columns, [1, 3], mean)), [4, NaN], 1e-12)
    },
  )

  test('values that a mean is not defined for are listed', () => {
    const columns = columnsOf([
      [1, 0],
      [-2, 3],
    ])
    expect(weightedMean(columns, [1, 1], { kind: 'geometric' })).toEqual({
      error: 'not-positive',
      cells: [
        { zone: 1, criterion: 0 },
        { zone: 0, criterion: 1 },
      ],
    })
    const weightless = columnsOf([
      [1, 2],
      [-2, 3],
    ])
    expectClose(held(weightedMean(weightless, [0, 1], { kind: 'geometric' })), [2, 3], 1e-12)
    expect(weightedMean(columns, [1, 1], { kind: 'power', p: 0 })).toEqual({
      error: 'exponent-invalid',
      cells: [],
    })
  })
})

test('Copeland’s scores and the outranking matrix of COINr’s test', () => {
  const columns = columnsOf([
    [1, 3, 2],
    [2, 2, 3],
    [3, 1, 1],
    [4, 5, 4],
  ])
  const third = 1 / 3
  expectClose(
    outranking(columns, [1, 1, 1]),
    [
      [0, third, 2 * third, 0],
      [2 * third, 0, 2 * third, 0],
      [third, third, 0, 0],
      [1, 1, 1, 0],
    ].flat(),
    1e-12,
  )
  expect([...copelandScores(columns, [1, 1, 1])]).toEqual([-1, 1, -3, 3])
})

test('a tie in a criterion counts half', () => {
  const columns = columnsOf([
    [1, 2],
    [1, 1],
  ])
  expectClose(outranking(columns, [1, 1]), [0, 0.75, 0.25, 0], 1e-12)
})

describe('Mazziotta–Pareto of 34 regions', () => {
  const rows = readTable('regions')
  const raw = ['roads', 'trains'].map((name) => numbersOf(rows, name))
  const rule = { kind: 'z-score', mean: 100, deviation: 10 } as const
  const good = raw.map((values) => held(normaliseColumn({ values, sign: 1 }, rule)).values)
  const turned = raw.map((values) => held(normaliseColumn({ values, sign: -1 }, rule)).values)

  test('with both penalties as Compind computes it', () => {
    expectClose(mazziottaPareto(good, 'minus'), numbersOf(rows, 'mpi_minus'), 1e-8)
    expectClose(mazziottaPareto([turned[0]!, good[1]!], 'plus'), numbersOf(rows, 'mpi_plus'), 1e-8)
  })

  test('min–max of the same', () => {
    raw.forEach((values, j) => {
      const unit = held(normaliseColumn({ values, sign: 1 }, { kind: 'best' }))
      expectClose(unit.values, numbersOf(rows, `minmax_${String(j + 1)}`), 1e-8)
    })
  })
})

describe('TOPSIS', () => {
  const columns = columnsOf([
    [5, 8, 4],
    [7, 6, 8],
    [8, 8, 6],
    [7, 4, 6],
  ])
  const input = { columns, signs: [1, 1, 1], weights: [0.3, 0.4, 0.3] } as const

  test('the example of Tzeng & Huang, 2011', () => {
    expectClose(held(topsis(input)).closeness, [0.5037, 0.6581, 0.7482, 0.334], 1e-4)
  })

  test('min–max is another method and gives other numbers', () => {
    expect(held(topsis(input, 'min-max')).closeness[0]).not.toBeCloseTo(0.5037, 2)
  })

  test('a cost turns over what is ideal', () => {
    const { closeness } = held(
      topsis({ columns: columnsOf([[1], [2], [4]]), signs: [-1], weights: [1] }),
    )
    expectClose(closeness, [1, 2 / 3, 0], 1e-12)
  })

  test('a gap takes a unit out, zeros a column, equality all', () => {
    const gaps = columnsOf([
      [1, 0, 3],
      [2, 0, 4],
      [9, 0, NaN],
    ])
    const found = held(topsis({ columns: gaps, signs: [1, 1, 1], weights: [1, 1, 1] }))
    expect(found.dropped).toEqual([1])
    expectClose(found.closeness, [0, 1, NaN], 1e-12)
    const equal = held(topsis({ columns: columnsOf([[3], [3]]), signs: [1], weights: [1] }))
    expect([...equal.closeness]).toEqual([NaN, NaN])
  })
})

describe('coupling coordination', () => {
  // Math. Probl. Eng. 2022: 2969206, table 4 (CC-BY 4.0): U₁, U₂, C, T, D.
  const table = [
    [0.101, 0.28, 0.882, 0.19, 0.41],
    [0.165, 0.406, 0.906, 0.286, 0.509],
    [0.187, 0.427, 0.92, 0.307, 0.532],
    [0.238, 0.511, 0.931, 0.374, 0.59],
    [0.424, 0.421, 1, 0.422, 0.65],
    [0.538, 0.407, 0.99, 0.473, 0.684],
    [0.591, 0.466, 0.993, 0.528, 0.724],
    [0.694, 0.581, 0.996, 0.638, 0.797],
    [0.892, 0.662, 0.989, 0.777, 0.877],
    [0.879, 0.637, 0.987, 0.758, 0.865],
  ]
  const [u1, u2, c, t, d] = columnsOf(table)

  test('of cities and villages, 2011–2020', () => {
    const found = held(couplingCoordination([u1!, u2!], [0.5, 0.5]))
    expectClose(found.coupling, c!, 1.5e-3)
    expectClose(found.development, t!, 1.5e-3)
    expectClose(found.coordination, d!, 1.5e-3)
  })

  test.each(['standard', 'wang-2021', 'fan'] as const)(
    '%s: equals are coupled fully, one zero not at all',
    (formula) => {
      const systems = columnsOf([
        [0.4, 0.4, 0.4],
        [0, 0.9, 0.9],
        [0, 0, 0],
        [NaN, 0.5, 0.5],
      ])
      const { coupling, coordination } = held(
        couplingCoordination(systems, [0.2, 0.3, 0.5], formula),
      )
      expectClose(coupling, [1, 0, NaN, NaN], 1e-7)
      expectClose(coordination, [Math.sqrt(0.4), 0, NaN, NaN], 1e-7)
    },
  )

  test('Wang’s formula by hand', () => {
    const { coupling } = held(
      couplingCoordination([Float64Array.of(0.2), Float64Array.of(0.8)], [0.5, 0.5], 'wang-2021'),
    )
    expect(coupling[0]).toBeCloseTo(Math.sqrt(0.4 * 0.25), 12)
  })

  test('numbers beyond 0–1 and a single subsystem are refused', () => {
    expect(couplingCoordination([u1!, u1!.map((x) => x + 1)], [0.5, 0.5])).toEqual({
      error: 'outside-0-1',
    })
    expect(couplingCoordination([u1!], [1])).toEqual({ error: 'too-few-systems' })
  })

  test('the rescaled range has no zero', () => {
    expectClose(rescaleForCoupling(Float64Array.of(0, 0.5, 1)), [0.01, 0.5, 0.99], 1e-12)
  })

  test('ten classes, a tenth each', () => {
    expect(COUPLING_CLASSES).toHaveLength(10)
    expect(COUPLING_CLASSES.find(({ from }) => 0.65 >= from)?.grade).toBe('初级协调')
  })
})
