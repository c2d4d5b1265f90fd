import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  INDICATORS,
  columnOf,
  convert,
  evaluate,
  fieldById,
  measureAt,
  unitOf,
  type Column,
} from './index.ts'
import { cells } from './testing/arbitraries.ts'

const ZONES = 4

const table = fc
  .constantFrom(...INDICATORS)
  .chain((indicator) =>
    fc.tuple(fc.constant(indicator), fc.tuple(...indicator.fields.map(() => cells(ZONES)))),
  )

test('every zone has a finite value or a reason with fields of the formula to blame', () => {
  fc.assert(
    fc.property(table, ([indicator, given]) => {
      const result = evaluate(indicator, {
        size: ZONES,
        column: columnsOf(indicator.fields, given),
      })
      for (let zone = 0; zone < ZONES; zone++) {
        const measure = measureAt(result, zone)
        if (measure.ok) expect(Number.isFinite(measure.value)).toBe(true)
        else {
          expect(measure.fields.length, measure.reason).toBeGreaterThan(0)
          expect(measure.fields.filter((id) => !indicator.fields.includes(id))).toEqual([])
        }
      }
    }),
  )
})

test('a missing input leaves no value', () => {
  fc.assert(
    fc.property(table, fc.nat(), ([indicator, given], pick) => {
      const gone = indicator.fields[pick % indicator.fields.length]
      const column = columnsOf(indicator.fields, given)
      const result = evaluate(indicator, {
        size: ZONES,
        column: (id) => (id === gone ? undefined : column(id)),
      })
      expect([...result.reasons].every((code) => code > 0)).toBe(true)
    }),
  )
})

test('the unit of the data does not change the value', () => {
  const [mu, hectare] = [unitOf('亩'), unitOf('公顷')]
  fc.assert(
    fc.property(cells(ZONES), cells(ZONES), (tax, land) => {
      const read = (unit: typeof mu, areas: typeof land) => (id: string) =>
        id === 'tax' ? columnOf(tax, unitOf('万元')) : columnOf(areas, unit)
      const other = land.map((area) =>
        typeof area === 'number' ? convert(area, mu, hectare) : area,
      )
      const indicator = INDICATORS.find(({ id }) => id === 'tax-per-land')!
      const a = evaluate(indicator, { size: ZONES, column: read(mu, land) })
      const b = evaluate(indicator, { size: ZONES, column: read(hectare, other) })
      expect([...b.reasons]).toEqual([...a.reasons])
      a.values.forEach((value, zone) => {
        if (a.reasons[zone] === 0) {
          expect(Math.abs((b.values[zone] ?? NaN) - value)).toBeLessThanOrEqual(
            1e-14 * Math.abs(value),
          )
        }
      })
    }),
  )
})

function columnsOf(fields: readonly string[], given: readonly Parameters<typeof columnOf>[0][]) {
  const columns = new Map<string, Column>(
    fields.map((id, k) => [id, columnOf(given[k] ?? [], fieldById(id)?.unit ?? null)]),
  )
  return (id: string) => columns.get(id)
}
