import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnOf } from '../column.ts'
import { cells } from '../testing/arbitraries.ts'
import { landFreed, shortfall, taxGained } from './gains.ts'
import { isotonic } from './isotonic.ts'
import { linkage, type LinkageReference } from './linkage.ts'

const size = 12
const figure = fc.integer({ min: 1, max: 99_999 }).map((tenths) => tenths / 10)
const figures = fc.array(figure, { minLength: size, maxLength: size })
const reference: fc.Arbitrary<LinkageReference> = fc.oneof(
  fc.constant({ kind: 'median' } as const),
  fc.constant({ kind: 'fit' } as const),
  figure.map((value) => ({ kind: 'target' as const, value })),
)
const tolerance = fc.integer({ min: 0, max: 50 }).map((percent) => percent / 100)
const gain = fc.constantFrom(landFreed, taxGained)
const RUNS = { numRuns: 300, seed: 23 }

function link(x: Parameters<typeof columnOf>[0], y: typeof x, rule: Parameters<typeof linkage>[2]) {
  const found = linkage(columnOf(x, null), columnOf(y, null), rule)
  if ('error' in found) throw new Error(found.error)
  return found
}

function gained(
  x: readonly number[],
  y: readonly number[],
  value: number,
  given: {
    tolerance: number
    gain: typeof landFreed
    worst: number
  },
) {
  const rule = { reference: { kind: 'target', value } as const, tolerance: given.tolerance }
  return shortfall(link(x, y, rule), {
    land: Float64Array.from(x),
    values: Float64Array.from(y),
    gain: given.gain,
    worst: given.worst,
  })
}

test('every zone is in a class or excluded, never both', () => {
  fc.assert(
    fc.property(cells(size), cells(size), reference, tolerance, (x, y, to, band) => {
      const found = link(x, y, { reference: to, tolerance: band })
      const out = new Set(found.excluded.map(({ zone }) => zone))
      expect(found.excluded).toHaveLength(out.size)
      found.classes.forEach((one, zone) => expect(one === null).toBe(out.has(zone)))
    }),
    RUNS,
  )
})

test('excluded zones move nothing', () => {
  fc.assert(
    fc.property(figures, figures, reference, tolerance, (x, y, to, band) => {
      const rule = { reference: to, tolerance: band }
      const alone = link(x, y, rule)
      const more = link([...x, null, 5], [...y, 7, 'suppressed'], rule)
      expect(more.classes.slice(0, size)).toEqual(alone.classes)
      expect(more.split).toBe(alone.split)
    }),
    RUNS,
  )
})

test('a zone on the reference frees nothing and gains nothing', () => {
  fc.assert(
    fc.property(figures, figure, tolerance, gain, (x, level, band, formula) => {
      const y = x.map(() => level)
      const found = gained(x, y, level, { tolerance: band, gain: formula, worst: 5 })
      expect(Array.from(found.gains)).toEqual(x.map(() => 0))
      expect(found).toMatchObject({ total: 0, ofWorst: 0, below: [] })
    }),
    RUNS,
  )
})

test('raising the reference never frees less, in all or of the worst', () => {
  const given = fc.record({ tolerance, gain, worst: fc.integer({ min: 0, max: size }) })
  fc.assert(
    fc.property(figures, figures, figure, figure, given, (x, y, a, b, rest) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const [less, more] = [gained(x, y, low, rest), gained(x, y, high, rest)]
      const slack = 1e-9 * Math.max(1, more.total)
      expect(more.total).toBeGreaterThanOrEqual(less.total - slack)
      expect(more.ofWorst).toBeGreaterThanOrEqual(less.ofWorst - slack)
      expect(more.below.length).toBeGreaterThanOrEqual(less.below.length)
    }),
    RUNS,
  )
})

test('no zone frees more land than it has', () => {
  fc.assert(
    fc.property(figures, figures, figure, (x, y, value) => {
      const { gains } = gained(x, y, value, { tolerance: 0, gain: landFreed, worst: 3 })
      gains.forEach((amount, zone) => {
        expect(amount).toBeGreaterThanOrEqual(0)
        expect(amount).toBeLessThanOrEqual(x[zone]!)
      })
    }),
    RUNS,
  )
})

test('a wider band never puts more zones beyond it', () => {
  const beyond = (classes: readonly unknown[]) => classes.filter((one) => one !== 'matched').length
  fc.assert(
    fc.property(figures, figures, reference, tolerance, tolerance, (x, y, to, a, b) => {
      const narrow = link(x, y, { reference: to, tolerance: Math.min(a, b) })
      const wide = link(x, y, { reference: to, tolerance: Math.max(a, b) })
      expect(beyond(wide.classes)).toBeLessThanOrEqual(beyond(narrow.classes))
    }),
    RUNS,
  )
})

test('the fitted line rises, keeps the mean, and lies no further than any level line', () => {
  fc.assert(
    fc.property(figures, figures, figure, (x, y, level) => {
      const fitted = isotonic(Float64Array.from(x), Float64Array.from(y))
      const order = [...x.keys()].sort((a, b) => x[a]! - x[b]!)
      order.slice(1).forEach((zone, k) => {
        expect(fitted[zone]!).toBeGreaterThanOrEqual(fitted[order[k]!]! - 1e-9)
      })
      const sum = (list: Iterable<number>) => [...list].reduce((total, one) => total + one, 0)
      expect(sum(fitted)).toBeCloseTo(sum(y), 5)
      const distance = (to: (zone: number) => number) => sum(y.map((v, i) => (v - to(i)) ** 2))
      expect(distance((i) => fitted[i]!)).toBeLessThanOrEqual(distance(() => level) * (1 + 1e-9))
    }),
    RUNS,
  )
})
