import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  columnOf,
  competitionRanks,
  composite,
  copelandScores,
  criticWeights,
  drawRanks,
  entropyWeights,
  outranking,
  rankBounds,
  rankIntervals,
  scoreTable,
  treatOutliers,
  whatItTakes,
  type Composite,
  type CompositeInput,
  type CompositeMethod,
  type MethodNode,
  type NormaliseRule,
} from '../index.ts'
import { held } from '../testing/close.ts'

const IDS = ['a', 'b', 'c', 'd']
const number = fc.oneof(
  fc.integer({ min: 1, max: 60 }),
  fc.double({ min: 0.5, max: 900, noNaN: true }),
)
const cell = fc.oneof({ weight: 8, arbitrary: number }, { weight: 1, arbitrary: fc.constant(null) })
type Cells = readonly (readonly (number | null)[])[]

const cells: fc.Arbitrary<Cells> = fc.integer({ min: 2, max: 9 }).chain((size) => {
  const column = fc.array(cell, { minLength: size, maxLength: size })
  return fc.array(column, { minLength: IDS.length, maxLength: IDS.length })
})
const whole: fc.Arbitrary<readonly (readonly number[])[]> = fc
  .integer({ min: 2, max: 9 })
  .chain((size) => {
    const column = fc.array(number, { minLength: size, maxLength: size })
    return fc.array(column, { minLength: IDS.length, maxLength: IDS.length })
  })

const better = fc.constantFrom('more' as const, 'less' as const)
const rule: fc.Arbitrary<NormaliseRule> = fc.constantFrom(
  { kind: 'min-max' },
  { kind: 'z-score' },
  { kind: 'percentile' },
  { kind: 'rank' },
  { kind: 'linear' },
  { kind: 'vector' },
  { kind: 'sum' },
)
const method: fc.Arbitrary<CompositeMethod> = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 6, maxLength: 6 }),
    directions: fc.array(better, { minLength: 4, maxLength: 4 }),
    normalise: rule,
    gaps: fc.constantFrom('exclude' as const, 'reweight' as const, 'mean' as const),
    treat: fc.constantFrom({}, undefined),
  })
  .map(({ weights, directions, normalise, gaps, treat }) => {
    const leaf = (k: number): MethodNode => ({
      indicator: IDS[k]!,
      weight: weights[k]!,
      better: directions[k]!,
    })
    const of: MethodNode[] = [
      { id: 'x', weight: weights[4]!, of: [leaf(0), leaf(1)] },
      { id: 'y', weight: weights[5]!, of: [leaf(2), leaf(3)] },
    ]
    return { version: 1, of, normalise, gaps, ...(treat ? { treat } : {}) }
  })

function inputOf(columns: Cells): CompositeInput {
  return {
    size: columns[0]!.length,
    column: (id) => columnOf(columns[IDS.indexOf(id)] ?? [], null),
  }
}

// Scores that differ by less than this may change places when numbers are rounded anew.
function clear({ scores }: Composite): boolean {
  const sorted = scores.filter((score) => !Number.isNaN(score)).sort()
  const range = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0)
  return sorted.every((s, k) => k === 0 || s - sorted[k - 1]! > 1e-6 * range || s === sorted[k - 1])
}

test('other units change no rank', () => {
  fc.assert(
    fc.property(cells, method, fc.constantFrom(15, 1 / 15, 1e4, 2048), (columns, own, by) => {
      const a = held(composite(inputOf(columns), own))
      fc.pre(clear(a))
      const scaled = columns.map((column, k) => {
        return k === 1 ? column.map((value) => (value === null ? null : value * by)) : column
      })
      expect([...held(composite(inputOf(scaled), own)).ranks]).toEqual([...a.ranks])
    }),
  )
})

test('the order of zones changes nothing', () => {
  fc.assert(
    fc.property(cells, method, (columns, own) => {
      const a = held(composite(inputOf(columns), own))
      fc.pre(clear(a))
      const b = held(composite(inputOf(columns.map((column) => [...column].reverse())), own))
      expect([...b.ranks].reverse()).toEqual([...a.ranks])
    }),
  )
})

test('an indicator in which all are equal changes no order', () => {
  fc.assert(
    fc.property(whole, method, (columns, own) => {
      const leaf = { indicator: 'd', weight: 3, better: 'more' } as const
      const three: CompositeMethod = { ...own, of: own.of.slice(0, 1) }
      const four: CompositeMethod = { ...own, of: [...three.of, leaf] }
      const level = [...columns.slice(0, 3), columns[0]!.map(() => 7)]
      const before = held(composite(inputOf(level), three))
      fc.pre(clear(before))
      const after = held(composite(inputOf(level), four))
      expect([...after.order]).toEqual([...before.order])
      expect(after.flat).toContain(2)
    }),
  )
})

test('parts sum to the score; weights to 1; a zone is ranked or excluded', () => {
  fc.assert(
    fc.property(cells, method, (columns, own) => {
      const { scores, parts, ranks, excluded, weights } = held(composite(inputOf(columns), own))
      expect(weights.effective.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12)
      const out = new Set(excluded.map(({ zone }) => zone))
      scores.forEach((score, zone) => {
        expect(ranks[zone] === 0).toBe(out.has(zone))
        if (out.has(zone)) return
        const sum = parts!.reduce((total, part) => total + (part[zone] || 0), 0)
        expect(Math.abs(sum - score)).toBeLessThan(1e-9 * (1 + Math.abs(score)))
      })
    }),
  )
})

test('weights from data sum to 1 and are never negative', () => {
  fc.assert(
    fc.property(whole, fc.constantFrom(entropyWeights, criticWeights), (columns, weigh) => {
      const from = {
        columns: columns.map((c) => Float64Array.from(c)),
        signs: [1, 1, -1, 1] as const,
      }
      const { weights } = held(weigh(from))
      expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 9)
      expect(weights.every((w) => w >= 0)).toBe(true)
    }),
  )
})

test('outranking shares of a pair sum to 1, and Copeland’s scores to 0', () => {
  fc.assert(
    fc.property(whole, (columns) => {
      const own = columns.map((column) => Float64Array.from(column))
      const n = own[0]!.length
      const matrix = outranking(own, [4, 3, 2, 1])
      for (let a = 0; a < n; a++) {
        for (let b = a + 1; b < n; b++) {
          expect(matrix[a * n + b]! + matrix[b * n + a]!).toBeCloseTo(1, 12)
        }
      }
      expect(copelandScores(own, [4, 3, 2, 1]).reduce((sum, x) => sum + x, 0)).toBe(0)
    }),
  )
})

test('treatment keeps the order of values and moves at most what it may, ties aside', () => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 4, maxLength: 60 }), (list) => {
      const before = Float64Array.from(list)
      const { values, method: done, points } = treatOutliers(before)
      for (let i = 1; i < list.length; i++) {
        const [was, is] = [before[i]! - before[i - 1]!, values[i]! - values[i - 1]!]
        if (was === 0) expect(is).toBe(0)
        else expect(Math.sign(was) * is).toBeGreaterThanOrEqual(0)
      }
      expect(done === 'winsorised').toBe(points.length > 0)
    }),
  )
})

test('an interval of ranks holds the median, and bounds hold every draw', () => {
  fc.assert(
    fc.property(whole, fc.nat(1000), (columns, seed) => {
      const table = scoreTable(columns.map((column) => Float64Array.from(column)))
      const weights = new Float64Array(4).fill(0.25)
      const draws = drawRanks([table], weights, { draws: 60, seed, concentration: 'any' })
      const bounds = rankBounds(table, { draws: 40 })
      rankIntervals(draws).forEach((interval, zone) => {
        const { median, low, high, ranked } = interval!
        expect([low <= median, median <= high, ranked]).toEqual([true, true, 1])
        const own = [...draws.ranks].filter((_, i) => i % draws.size === zone)
        expect(Math.min(...own)).toBeGreaterThanOrEqual(bounds[zone]!.bestBound)
        expect(Math.max(...own)).toBeLessThanOrEqual(bounds[zone]!.worstBound)
      })
    }),
    { numRuns: 40 },
  )
})

test('with two criteria the bounds are what trying every stretch of weights finds', () => {
  const small = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(small, (zones) => {
      const [x, y] = [0, 1].map((j) => Float64Array.from(zones, (zone) => zone[j]!))
      // The weights at which any two zones meet, and one between each two of these.
      const meets = zones.flatMap(([ax, ay]) =>
        zones.map(([bx, by]) => (by - ay) / (by - ay - (bx - ax))).filter((w) => w > 0 && w < 1),
      )
      const points = [...new Set([0, ...meets, 1])].sort((a, b) => a - b)
      const tried = points.flatMap((w, i) => (i === 0 ? [w] : [(w + points[i - 1]!) / 2, w]))
      // Where all zones tie, the range of their scores is rounding and cannot say what is equal.
      const ranks = tried.map((w) => {
        const scores = x!.map((value, k) => w * value + (1 - w) * y![k]!)
        return [...scores].map((own) => 1 + scores.filter((score) => score > own + 1e-9).length)
      })
      rankBounds(scoreTable([x!, y!])).forEach((bounds, zone) => {
        const own = ranks.map((list) => list[zone]!)
        expect([bounds!.best, bounds!.worst]).toEqual([Math.min(...own), Math.max(...own)])
      })
    }),
    { numRuns: 300 },
  )
})

test('a draw ranks as competition ranks do', () => {
  fc.assert(
    fc.property(whole, (columns) => {
      const own = columns.map((column) => Float64Array.from(column))
      const draws = drawRanks([scoreTable(own)], Float64Array.of(1, 0, 0, 0), { draws: 1 })
      expect([...draws.ranks]).toEqual([...competitionRanks(own[0]!)])
    }),
  )
})

test('what it takes really lifts the zone', () => {
  fc.assert(
    fc.property(cells, method, fc.nat(), fc.nat(), (columns, own, pick, wanted) => {
      const input = inputOf(columns)
      const zone = pick % input.size
      const now = held(composite(input, own)).ranks[zone]!
      fc.pre(now > 1)
      const rank = 1 + (wanted % (now - 1))
      const { alone, proportional, least } = held(whatItTakes(input, own, { zone, rank }))
      for (const lift of [...alone, proportional, least]) {
        if (!lift.ok) continue
        const changed = columns.map((column, k) => {
          const step = lift.steps.find(({ criterion }) => criterion === k)
          return step ? column.with(zone, step.to) : column
        })
        const after = held(composite(inputOf(changed), own)).ranks[zone]!
        expect(after).toBe(lift.rank)
        expect(after).toBeLessThanOrEqual(rank)
      }
    }),
    { numRuns: 40 },
  )
})
