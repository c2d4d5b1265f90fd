import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparable, convert, parseUnit } from './index.ts'
import { comparableUnits, unit } from './testing/arbitraries.ts'

test('the symbol of every unit parses back to the same unit', () => {
  fc.assert(
    fc.property(unit, (made) => {
      expect(parseUnit(made.symbol.zh)).toEqual(made)
      expect(parseUnit(made.symbol.en)?.factor).toEqual(made.factor)
    }),
    { numRuns: 2000 },
  )
})

test('a value comes back from another unit', () => {
  fc.assert(
    fc.property(comparableUnits, fc.double({ min: 1e-9, max: 1e15, noNaN: true }), ([a, b], x) => {
      expect(comparable(a, b)).toBe(true)
      const back = convert(convert(x, a, b), b, a)
      expect(Math.abs(back - x)).toBeLessThanOrEqual(4 * Number.EPSILON * x)
    }),
  )
})

test('a conversion keeps order', () => {
  fc.assert(
    fc.property(comparableUnits, fc.double(), fc.double(), ([a, b], x, y) => {
      fc.pre(x < y)
      expect(convert(x, a, b)).toBeLessThanOrEqual(convert(y, a, b))
    }),
  )
})

test('any text is a unit or null, never an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (text) => {
      const found = parseUnit(text)
      expect(found === null || Number.isSafeInteger(found.factor.numerator)).toBe(true)
    }),
  )
})
