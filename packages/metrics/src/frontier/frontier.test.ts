import { expect, test } from 'vitest'
import { columnOf } from '../column.ts'
import { hardZones } from '../testing/random.ts'
import { benefitOfTheDoubt, doubtReasonAt } from './benefit-of-the-doubt.ts'
import { TONE_2002 } from './fixtures/tone.ts'
import { solveFrontier } from './frontier.ts'
import type { FrontierOptions } from './method.ts'
import { frontierReasonAt, frontierStatusAt, peersAt } from './result.ts'

type Cells = Parameters<typeof columnOf>[0]

const columns = (...cells: Cells[]) => cells.map((list) => columnOf(list, null))

function solve(x: readonly Cells[], y: readonly Cells[], options: FrontierOptions) {
  const result = solveFrontier(columns(...x), columns(...y), options)
  if ('error' in result) throw new Error(result.error)
  return result
}

test('zones that cannot be used are named, and are nobody’s peer', () => {
  const x: Cells[] = [
    [2, 4, 'suppressed', -1, 0, 3],
    [2, 4, 1, 1, 0, 3],
  ]
  const result = solve(x, [[1, 1, 9, 9, 9, 0]], { model: 'ccr' })
  expect([...result.scores]).toEqual([1, 0.5, NaN, NaN, NaN, NaN])
  const reasons = [...result.scores.keys()].map((zone) => frontierReasonAt(result, zone))
  expect(reasons).toEqual([
    null,
    null,
    'missing-value',
    'negative-value',
    'inputs-all-zero',
    'outputs-all-zero',
  ])
  expect(result.excluded.map(({ zone, column, missing }) => [zone, column, missing])).toEqual([
    [2, 0, 'suppressed'],
    [3, 0, null],
    [4, -1, null],
    [5, -1, null],
  ])
  expect([...result.ranks]).toEqual([1, 2, 0, 0, 0, 0])
  expect([...result.order]).toEqual([0, 1])
})

test('nothing to compare is a result without scores', () => {
  expect(solve([[]], [[]], { model: 'ccr' }).scores).toHaveLength(0)
  expect([...solve([[null]], [[1]], { model: 'sbm' }).scores]).toEqual([NaN])
  expect([...solve([[3]], [[1]], { model: 'cross' }).scores]).toEqual([1])
  const alone = solve([[3]], [[1]], { model: 'cross', self: false })
  expect(frontierReasonAt(alone, 0)).toBe('infeasible')
})

test('columns of different length are a mistake of the caller', () => {
  expect(() => solve([[1, 2]], [[1]], { model: 'ccr' })).toThrow()
})

test.each([
  [[], [[1]], { model: 'ccr' }, 'no-inputs'],
  [[[1]], [], { model: 'ccr' }, 'no-outputs'],
  [[[1]], [[1]], { model: 'ccr', orientation: 'none' }, 'orientation-unsupported'],
  [[[1]], [[1]], { model: 'ccr', scale: 'variable' }, 'scale-unsupported'],
  [[[1]], [[1]], { model: 'sbm', nonDiscretionary: [0] }, 'non-discretionary-unsupported'],
  [[[1]], [[1]], { model: 'ccr', nonDiscretionary: [0] }, 'non-discretionary-invalid'],
  [[[1], [2]], [[1]], { model: 'ccr', nonDiscretionary: [2] }, 'non-discretionary-invalid'],
] as const)('options that cannot be: %#', (x, y, options, error) => {
  expect(solveFrontier(columns(...x), columns(...y), options)).toEqual({ error })
})

test('super-efficiency: what no zone can match has a reason and stands above all others', () => {
  const at = (i: number) => TONE_2002.map((row) => row[i]!)
  const result = solve([at(0), at(1), at(2), at(3)], [at(4), at(5)], {
    model: 'super',
    scale: 'variable',
  })
  const infeasible = [...result.scores.keys()].filter((zone) => Number.isNaN(result.scores[zone]))
  expect(infeasible.map((zone) => frontierReasonAt(result, zone))).toEqual([
    'infeasible',
    'infeasible',
  ])
  const superSbm = solve([at(0), at(1), at(2), at(3)], [at(4), at(5)], {
    model: 'super-sbm',
    scale: 'variable',
  })
  const byScore = [...infeasible].sort((a, b) => superSbm.scores[b]! - superSbm.scores[a]!)
  expect([...result.order].slice(0, 2)).toEqual(byScore)
  expect(result.top?.[byScore[0]!]).toBeCloseTo(superSbm.scores[byScore[0]!]!, 10)
  expect([...result.ranks].sort()).toEqual([1, 2, 3, 4, 5, 6])
})

test('an output that one zone alone has makes it unmatched, not 0', () => {
  const result = solve(
    [[1, 1, 1]],
    [
      [1, 2, 1],
      [1, 0, 0],
    ],
    { model: 'super' },
  )
  expect(frontierReasonAt(result, 0)).toBe('infeasible')
  expect([...result.ranks]).toEqual([1, 2, 3])
})

test('a zone twice as good as all others is a possible data error', () => {
  const result = solve([[1, 10, 10]], [[10, 10, 9]], { model: 'super' })
  expect(result.scores[0]).toBeCloseTo(10, 10)
  expect(result.warnings.map(({ code, zones }) => [code, zones])).toEqual([
    ['few-zones', []],
    ['super-above-2', [0]],
  ])
})

test('few zones for the number of columns, and columns of zeros, are said', () => {
  const many = Array.from({ length: 9 }, (_, i) => i + 1)
  expect(solve([many, many], [many], { model: 'ccr' }).warnings).toEqual([])
  const fewer = solve([many.slice(1), many.slice(1)], [many.slice(1)], { model: 'ccr' })
  expect(fewer.warnings.map(({ code }) => code)).toEqual(['few-zones'])
  const empty = solve([many, many.map(() => 0)], [many], { model: 'ccr' })
  expect(empty.warnings).toEqual([{ code: 'all-zero-column', zones: [], columns: [1] }])
})

test('an input that is not discretionary is not shrunk', () => {
  const x: Cells[] = [
    [2, 4, 4],
    [2, 2, 4],
  ]
  const free = solve(x, [[1, 1, 1]], { model: 'bcc', detail: true })
  const held = solve(x, [[1, 1, 1]], { model: 'bcc', nonDiscretionary: [1], detail: true })
  expect([...free.scores]).toEqual([1, 1, 0.5])
  expect([...held.scores]).toEqual([1, 0.5, 0.5])
  expect(frontierStatusAt(free, 1)).toBe('weakly-efficient')
  expect([...held.slacks!.inputs[1]!]).toEqual([0, 0, 2])
})

test('duplicates score the same and share their rank', () => {
  const result = solve([[2, 2, 4]], [[1, 1, 1]], { model: 'ccr', detail: true })
  expect([...result.scores]).toEqual([1, 1, 0.5])
  expect([...result.ranks]).toEqual([1, 1, 3])
  expect(peersAt(result, 2)).toHaveLength(1)
})

test('where the last digits decide, a score is right or is not given', () => {
  // y / x of one input and one output, closer than any real data.
  for (let seed = 1; seed <= 20; seed++) {
    const { x, y } = hardZones('close', seed)
    const near = (value: number) => 1 + (value - 1) * 1e-8
    const inputs = x.map((row) => near(row[0]!))
    const outputs = y.map((row) => near(row[0]!))
    const { scores } = solve([inputs], [outputs], { model: 'ccr' })
    const best = Math.max(...inputs.map((input, zone) => outputs[zone]! / input))
    scores.forEach((score, zone) => {
      if (Number.isNaN(score)) return
      expect(Math.abs(score - outputs[zone]! / inputs[zone]! / best)).toBeLessThan(1e-9)
    })
  }
})

test('benefit of the doubt: bounds limit shares, zeros and gaps are told apart', () => {
  const a = Float64Array.from([1, 0, 0.5, 0, NaN, -1])
  const b = Float64Array.from([0.5, 1, 0.5, 0, 1, 1])
  const free = benefitOfTheDoubt([a, b])
  if ('error' in free) throw new Error(free.error)
  expect([...free.scores].map((score) => Math.round(score * 1e9) / 1e9)).toEqual([
    1,
    1,
    0.75,
    0,
    NaN,
    NaN,
  ])
  expect([4, 5].map((zone) => doubtReasonAt(free, zone))).toEqual([
    'missing-value',
    'negative-value',
  ])
  const bounds = [
    { low: 0.3, high: 0.7 },
    { low: 0.3, high: 0.7 },
  ]
  const bounded = benefitOfTheDoubt([a, b], bounds)
  if ('error' in bounded) throw new Error(bounded.error)
  expect(doubtReasonAt(bounded, 1)).toBe('infeasible')
  expect(bounded.scores[3]).toBe(0)
  for (const share of bounded.shares) {
    for (const zone of [0, 2]) {
      expect(share[zone]).toBeGreaterThanOrEqual(0.3 - 1e-9)
      expect(share[zone]).toBeLessThanOrEqual(0.7 + 1e-9)
    }
  }
})

test.each([
  [[], [], 'no-indicators'],
  [
    [Float64Array.of(1)],
    [
      { low: 0, high: 1 },
      { low: 0, high: 1 },
    ],
    'bounds-count',
  ],
  [[Float64Array.of(1)], [{ low: 0, high: 0.9 }], 'bounds-invalid'],
  [[Float64Array.of(1)], [{ low: 0.5, high: 0.4 }], 'bounds-invalid'],
] as const)('benefit of the doubt that cannot be: %#', (indicators, bounds, error) => {
  expect(benefitOfTheDoubt(indicators, bounds)).toEqual({ error })
})
