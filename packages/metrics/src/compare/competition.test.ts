import { expect, test } from 'vitest'
import { competitionRanks } from '../index.ts'

const cases: readonly (readonly [string, scores: number[], ranks: number[]])[] = [
  ['1224', [9, 7, 7, 5], [1, 2, 2, 4]],
  ['no score, no rank', [9, NaN, 7], [1, 0, 2]],
  ['unrounded scores differ', [0.5004, 0.5001, 0.1], [1, 2, 3]],
  ['within 1e-9 of the range: equal', [1 + 5e-10, 1, 0], [1, 1, 3]],
  ['beyond it: not equal', [1 + 5e-9, 1, 0], [1, 2, 3]],
  ['near-ties chain along the sorted gaps', [1 + 1.6e-9, 1 + 0.8e-9, 1, 0], [1, 1, 1, 4]],
  ['zero and minus zero', [0, -0, 1], [2, 2, 1]],
  ['all equal', [3, 3], [1, 1]],
  ['nothing', [], []],
]

test.each(cases)('%s', (_, scores, ranks) => {
  expect([...competitionRanks(Float64Array.from(scores))]).toEqual(ranks)
})
