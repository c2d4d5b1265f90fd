import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { copelandScores, outranking } from '../index.ts'
import { countDuels, countedScoresInto, duelScores, duelsOf } from './duels.ts'

const cell = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant(NaN))
const asked = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 7 }))
  .chain(([size, criteria]) => {
    const column = fc.array(cell, { minLength: size, maxLength: size })
    const weight = fc.integer({ min: 1, max: 6 })
    return fc.record({
      columns: fc.array(column, { minLength: criteria, maxLength: criteria }),
      weights: fc.array(weight, { minLength: criteria, maxLength: criteria }),
    })
  })
  .map(({ columns, weights }) => ({ columns: columns.map((c) => Float64Array.from(c)), weights }))

test('duels that were counted give the scores of the matrix of preferences', () => {
  fc.assert(
    fc.property(asked, ({ columns, weights }) => {
      const n = columns[0]!.length
      const matrix = outranking(columns, weights)
      const expected = Array.from({ length: n }, (_, a) =>
        Array.from({ length: n }, (_, b) =>
          a === b ? 0 : Math.sign(Math.round((matrix[a * n + b]! - 0.5) * 1e9)),
        ).reduce((sum, win) => sum + win, 0),
      )
      const counted = new Float64Array(n)
      countedScoresInto(countDuels(duelsOf(columns)), weights, counted)
      expect([...counted]).toEqual(expected)
      expect([...duelScores(duelsOf(columns), weights)]).toEqual(expected)
    }),
    { numRuns: 200 },
  )
})

test('many criteria are compared pair by pair, with the same result', () => {
  fc.assert(
    fc.property(asked, ({ columns, weights }) => {
      const pad = columns[0]!.map((value) => (Number.isNaN(value) ? NaN : 1))
      const none = Array.from({ length: 14 - columns.length }, () => pad)
      const known = columns.some((column) => column.some((value) => !Number.isNaN(value)))
      fc.pre(known)
      const padded = copelandScores([...columns, ...none], [...weights, ...none.map(() => 0)])
      expect([...padded]).toEqual([...copelandScores(columns, weights)])
    }),
    { numRuns: 50 },
  )
})
