import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankBounds, scoreTable } from '../index.ts'
import { dirichlet, randomOf } from '../statistics/random.ts'
import { planeRanks } from './plane.ts'

const coarse = fc.integer({ min: 0, max: 8 })
const fine = fc.integer({ min: 0, max: 1_000_000 }).map((x) => x / 7)

function columnsOf(k: number, number: fc.Arbitrary<number>): fc.Arbitrary<Float64Array[]> {
  return fc.integer({ min: 1, max: 12 }).chain((size) => {
    const column = fc.array(number, { minLength: size, maxLength: size })
    return fc
      .array(column, { minLength: k, maxLength: k })
      .map((columns) => columns.map((own) => Float64Array.from(own)))
  })
}

// Where all zones tie, the range of their scores is rounding and cannot say what is equal.
function ranksUnder(columns: readonly Float64Array[], weights: ArrayLike<number>): number[] {
  const scores = columns[0]!.map((_, k) => {
    return columns.reduce((sum, column, j) => sum + weights[j]! * column[k]!, 0)
  })
  const equal = 1e-12 * columns.flatMap((column) => [...column]).reduce((a, b) => Math.max(a, b), 0)
  return [...scores].map((own) => 1 + scores.filter((score) => score > own + equal).length)
}

function randomWeights(k: number, count: number, seed: number): Float64Array[] {
  const random = randomOf(seed)
  // Parameters below 1 come near to the sides and the corners, too.
  return Array.from({ length: count }, (_, i) => {
    const weights = new Float64Array(k)
    dirichlet(random, new Float64Array(k).fill(i % 2 === 0 ? 1 : 0.3), weights)
    return weights
  })
}

const STEPS = 16
const grid = [...Array(STEPS + 1).keys()].flatMap((a) => {
  return Array.from({ length: STEPS + 1 - a }, (_, b) => {
    return [a / STEPS, b / STEPS, (STEPS - a - b) / STEPS]
  })
})

test.each([
  ['whole numbers', coarse],
  ['any numbers', fine],
])('three criteria are exact, and no point of a fine grid is outside: %s', (_, number) => {
  fc.assert(
    fc.property(columnsOf(3, number), (columns) => {
      const bounds = rankBounds(scoreTable(columns))
      expect(bounds.every((it) => it?.exact)).toBe(true)
      for (const weights of grid) {
        ranksUnder(columns, weights).forEach((rank, zone) => {
          expect(rank).toBeGreaterThanOrEqual(bounds[zone]!.best)
          expect(rank).toBeLessThanOrEqual(bounds[zone]!.worst)
        })
      }
    }),
    { numRuns: 25 },
  )
})

// Leads of whole numbers have crossings that can be computed: nothing between them is missed.
test('three criteria: every crossing of two lines, and the middle of every three crossings', () => {
  fc.assert(
    fc.property(columnsOf(3, fc.integer({ min: 0, max: 4 })), (columns) => {
      fc.pre(columns[0]!.length <= 4)
      const size = columns[0]!.length
      const lead = (a: number, b: number) => columns.map((column) => column[a]! - column[b]!)
      for (let own = 0; own < size; own++) {
        const lines = [...Array(size).keys()].map((other) => lead(other, own))
        const all = [...lines, [1, 0, 0], [0, 1, 0], [0, 0, 1]]
        const points = all.flatMap((p) => all.flatMap((q) => crossing(p, q)))
        const middles = points.flatMap((p) =>
          points.flatMap((q) => points.map((r) => p.map((x, j) => (x + q[j]! + r[j]!) / 3))),
        )
        const found = middles.map((w) => 1 + lines.filter((l) => dot(l, w) > 1e-9).length)
        const { best, worst } = planeRanks(columns, own)
        expect([best, worst]).toEqual([least(found), most(found)])
      }
    }),
    { numRuns: 40 },
  )
})

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, j) => sum + x * b[j]!, 0)
const least = (list: readonly number[]) => list.reduce((a, b) => Math.min(a, b), Infinity)
const most = (list: readonly number[]) => list.reduce((a, b) => Math.max(a, b), 0)

function crossing([a, b, c]: number[], [d, e, f]: number[]): number[][] {
  const point = [b! * f! - c! * e!, c! * d! - a! * f!, a! * e! - b! * d!]
  const sum = point[0]! + point[1]! + point[2]!
  if (sum === 0) return []
  const shares = point.map((x) => x / sum)
  return shares.every((x) => x >= 0) ? [shares] : []
}

test.each([4, 6])('no random weights rank a zone beyond its bounds: %i criteria', (k) => {
  fc.assert(
    fc.property(columnsOf(k, fc.oneof(coarse, fine)), fc.nat(999), (columns, seed) => {
      const bounds = rankBounds(scoreTable(columns), { draws: 20, programs: 1 + (seed % 40) })
      for (const weights of randomWeights(k, 100, seed)) {
        ranksUnder(columns, weights).forEach((rank, zone) => {
          expect(rank).toBeGreaterThanOrEqual(bounds[zone]!.bestBound)
          expect(rank).toBeLessThanOrEqual(bounds[zone]!.worstBound)
        })
      }
    }),
    { numRuns: 25 },
  )
})

test('a criterion that is there twice leaves the bounds of three, found another way', () => {
  fc.assert(
    fc.property(columnsOf(3, fc.oneof(coarse, fine)), (columns) => {
      const twice = rankBounds(scoreTable([...columns, columns[2]!]), { draws: 50, programs: 400 })
      rankBounds(scoreTable(columns)).forEach((exact, zone) => {
        const { best, worst, bestBound, worstBound } = twice[zone]!
        expect(bestBound).toBeLessThanOrEqual(exact!.best)
        expect(worstBound).toBeGreaterThanOrEqual(exact!.worst)
        // Weights that hold only between lines closer than ties are not found by trying.
        if (bestBound === best) expect(best).toBe(exact!.best)
        if (worstBound === worst) expect(worst).toBe(exact!.worst)
      })
    }),
    { numRuns: 60 },
  )
})

test('whoever can be first is known of sixty zones in ten criteria', () => {
  const random = randomOf(7)
  const columns = Array.from({ length: 10 }, () => {
    return Float64Array.from({ length: 60 }, () => random.uniform())
  })
  const bounds = rankBounds(scoreTable(columns), { zones: [0, 1, 2, 3, 4, 5], programs: 60 })
  expect(bounds.slice(6).every((it) => it === null)).toBe(true)
  for (const it of bounds.slice(0, 6)) {
    expect((it!.best === 1) === (it!.bestBound === 1)).toBe(true)
    expect((it!.worst === 60) === (it!.worstBound === 60)).toBe(true)
  }
})
