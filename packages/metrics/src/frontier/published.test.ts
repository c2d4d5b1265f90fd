import { describe, expect, test } from 'vitest'
import { columnOf } from '../column.ts'
import { expectClose, held } from '../testing/close.ts'
import { ELEVEN_UNITS } from './fixtures/eleven-units.ts'
import { solveFrontier } from './frontier.ts'
import type { FrontierOptions } from './method.ts'
import { frontierStatusAt, peersAt } from './result.ts'

/** Published worked examples; a row a figure, inputs first. */

function solve(x: readonly number[][], y: readonly number[][], options: FrontierOptions) {
  const column = (values: number[]) => columnOf(values, null)
  return held(solveFrontier(x.map(column), y.map(column), options))
}

const FDH = [1, 1, 1, 1, 0.8888888889, 1, 1, 1, 1, 0.5952380952, 1]

const ones = (count: number) => [Array<number>(count).fill(1)]

describe('Cooper, Seiford & Tone 2007', () => {
  test('table 1.1: eight stores, employees and sales', () => {
    const x = [[2, 3, 3, 4, 5, 5, 6, 8]]
    const y = [[1, 3, 2, 3, 4, 2, 3, 5]]
    const published = [0.5, 1, 0.667, 0.75, 0.8, 0.4, 0.5, 0.625]
    for (const orientation of ['input', 'output'] as const) {
      expectClose(solve(x, y, { model: 'ccr', orientation }).scores, published, 5e-4)
    }
  })

  test('table 1.5: twelve hospitals, doctors and nurses, outpatients and inpatients', () => {
    const x = [
      [20, 19, 25, 27, 22, 55, 33, 31, 30, 50, 53, 38],
      [151, 131, 160, 168, 158, 255, 235, 206, 244, 268, 306, 284],
    ]
    const y = [
      [100, 150, 160, 180, 94, 230, 220, 152, 190, 250, 260, 250],
      [90, 50, 55, 72, 66, 90, 88, 80, 100, 100, 147, 120],
    ]
    const { scores } = solve(x, y, { model: 'ccr' })
    const published = [1, 1, 0.883, 1, 0.763, 0.835, 0.902, 0.796, 0.96, 0.871, 0.955, 0.958]
    expectClose(scores, published, 6e-4)
  })

  test('example 2.2: F scores 1 and could still save two of its first input', () => {
    const x = [
      [4, 7, 8, 4, 2, 10],
      [3, 3, 1, 2, 4, 1],
    ]
    const result = solve(x, ones(6), { model: 'ccr', detail: true })
    expectClose(result.scores, [0.8571, 0.6316, 1, 1, 1, 1], 5e-5)
    expect(frontierStatusAt(result, 5)).toBe('weakly-efficient')
    expect(result.slacks?.inputs.map((slack) => slack[5])).toEqual([2, 0])
    expect(peersAt(result, 5)).toEqual([{ zone: 2, weight: 1 }])
    // A is measured between D and E.
    expect(peersAt(result, 0).map(({ zone }) => zone)).toEqual([3, 4])
  })
})

test('super-efficiency: Andersen & Petersen 1993, Management Science 39:1261', () => {
  const x = [
    [2, 2, 5, 10, 10],
    [12, 8, 5, 4, 6],
  ]
  const { scores, ranks } = solve(x, ones(5), { model: 'super' })
  expectClose(scores, [1, 1.32, 1.2, 1.25, 0.75], 5e-3)
  expect([...ranks]).toEqual([4, 1, 3, 2, 5])
})

describe('cross-efficiency of six nursing homes: Sexton et al. 1986, Liang et al. 2008', () => {
  const x = [
    [1.5, 4, 3.2, 5.2, 3.5, 3.2],
    [0.2, 0.7, 1.2, 2, 1.2, 0.7],
  ]
  const y = [
    [1.4, 1.4, 4.2, 2.8, 1.9, 1.4],
    [0.35, 2.1, 1.05, 4.2, 2.5, 1.5],
  ]
  test.each([
    ['ccr', {}, [1, 1, 1, 1, 0.9775, 0.8675]],
    ['cross', { goal: 'aggressive' }, [0.7639, 0.7004, 0.6428, 0.7184, 0.6956, 0.6081]],
    ['cross', { goal: 'benevolent' }, [1, 0.9773, 0.858, 1, 0.9758, 0.857]],
  ] as const)('%s %j', (model, options, published) => {
    expectClose(solve(x, y, { model, ...options }).scores, published, 5e-5)
  })
})

test('DEAP example 2 under all four technologies: Coelli, A Guide to DEAP 2.1', () => {
  const [x, y] = [[[2, 4, 3, 5, 6]], [[1, 2, 3, 4, 5]]]
  // What the guide calls irs (1, 2) and drs (4, 5) is where each technology meets that of variable returns.
  expectClose(solve(x, y, { model: 'ccr' }).scores, [0.5, 0.5, 1, 0.8, 5 / 6], 1e-9)
  expectClose(solve(x, y, { model: 'bcc' }).scores, [1, 0.625, 1, 0.9, 1], 1e-9)
  expectClose(solve(x, y, { model: 'nirs' }).scores, [0.5, 0.5, 1, 0.9, 1], 1e-9)
  expectClose(solve(x, y, { model: 'ndrs' }).scores, [1, 0.625, 1, 0.8, 5 / 6], 1e-9)
})

describe('the free disposal hull', () => {
  test('of eleven units: DataEnvelopmentAnalysis.jl (MIT)', () => {
    const [x1, x2, y] = [0, 1, 2].map((i) => ELEVEN_UNITS.map((row) => row[i]!))
    const { scores } = solve([x1!, x2!], [y!], { model: 'fdh' })
    expectClose(scores, FDH, 1e-9)
  })

  test('by hand: the peer is one zone, and what it has more is slack', () => {
    const x = [[2, 4, 3, 8]]
    const y = [
      [1, 1, 1, 4],
      [1, 1, 3, 4],
    ]
    const result = solve(x, y, { model: 'fdh', detail: true })
    expect([...result.scores]).toEqual([1, 0.5, 1, 1])
    expect(peersAt(result, 1)).toEqual([{ zone: 0, weight: 1 }])
    expect(result.targets?.inputs.map((column) => column[1])).toEqual([2])
    const grown = solve(x, y, { model: 'fdh', orientation: 'output', detail: true })
    // Beside the third zone: its first output is no larger, and the second could be three times as large.
    expect([...grown.scores]).toEqual([1, 1, 1, 1])
    expect(peersAt(grown, 1)).toEqual([{ zone: 2, weight: 1 }])
    expect(grown.slacks?.inputs.map((column) => column[1])).toEqual([1])
    expect(grown.slacks?.outputs.map((column) => column[1])).toEqual([0, 2])
    expect(frontierStatusAt(grown, 1)).toBe('weakly-efficient')
    const held = solve([...x, [1, 1, 2, 1]], y, { model: 'fdh', nonDiscretionary: [1] })
    expect([...held.scores]).toEqual([1, 0.5, 1, 1])
  })
})

describe('the Russell measures of DataEnvelopmentAnalysis.jl (MIT) are SBM by one side', () => {
  test.each(['constant', 'variable'] as const)('inputs, %s returns', (scale) => {
    const x = [
      [2, 1, 4, 4, 5, 6, 2, 1.6],
      [2, 4, 1, 3, 5, 1, 5, 8],
    ]
    const { scores } = solve(x, ones(8), { model: 'sbm', orientation: 'input', scale })
    expectClose(scores, [1, 1, 1, 7 / 12, 0.4, 5 / 6, 0.65, 0.5625], 1e-9)
  })

  test.each(['constant', 'variable'] as const)(
    'outputs, %s returns: one over the mean',
    (scale) => {
      const y = [
        [7, 4, 8, 3, 3, 8, 6, 1.5],
        [7, 8, 4, 5, 3, 2, 4, 5],
      ]
      const { scores } = solve(ones(8), y, { model: 'sbm', orientation: 'output', scale })
      const means = [1, 1, 1, 28 / 15, 7 / 3, 1.5, 35 / 24, 55 / 18]
      expectClose(
        scores,
        means.map((mean) => 1 / mean),
        1e-9,
      )
    },
  )
})
