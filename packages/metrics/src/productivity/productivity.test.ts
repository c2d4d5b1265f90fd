import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnOf, measureAt } from '../column.ts'
import { cobbDouglas } from './cobb-douglas.ts'
import { deflate } from './deflate.ts'
import {
  malmquist,
  malmquistReasonAt,
  type MalmquistOptions,
  type PanelPeriod,
} from './malmquist.ts'
import { levelReasonAt } from './positive.ts'
import { multilateralTornqvist } from './tornqvist.ts'

type Cells = Parameters<typeof columnOf>[0]

const column = (cells: Cells) => columnOf(cells, null)
const period = (x: Cells, y: Cells): PanelPeriod => ({ inputs: [column(x)], outputs: [column(y)] })

function solve(periods: readonly PanelPeriod[], options: Partial<MalmquistOptions> = {}) {
  const result = malmquist(periods, { orientation: 'output', prices: 'none', ...options })
  if ('error' in result) throw new Error(result.error)
  return result
}

const figures = (size: number) =>
  fc.array(fc.double({ min: 0.1, max: 100, noNaN: true }), { minLength: size, maxLength: size })

const rows = fc
  .integer({ min: 2, max: 8 })
  .chain((size) => fc.tuple(figures(size), figures(size), figures(size)))
const ways = fc.constantFrom('input' as const, 'output' as const)
const references = fc.constantFrom('contemporaneous' as const, 'global' as const)

test('nothing changes between equal periods', () => {
  fc.assert(
    fc.property(rows, ways, references, ([a, b, c], orientation, reference) => {
      const same = { inputs: [column(a), column(b)], outputs: [column(c)] }
      const { changes } = solve([same, same], { orientation, reference })
      for (const part of ['index', 'efficiency', 'technical', 'pure', 'scale'] as const) {
        changes[0]![part].forEach((value) => expect(value).toBeCloseTo(1, 9))
        expect(changes[0]!.means[part]).toBeCloseTo(1, 9)
      }
    }),
  )
})

test('twice the output from the same inputs is an index of 2, all of it technical', () => {
  fc.assert(
    fc.property(rows, ways, references, ([a, b, c], orientation, reference) => {
      const inputs = [column(a), column(b)]
      const periods = [c, c.map((value) => 2 * value)].map((y) => ({
        inputs,
        outputs: [column(y)],
      }))
      const { changes } = solve(periods, { orientation, reference })
      changes[0]!.index.forEach((value) => expect(value).toBeCloseTo(2, 8))
      changes[0]!.efficiency.forEach((value) => expect(value).toBeCloseTo(1, 8))
    }),
  )
})

test('the global index is circular', () => {
  fc.assert(
    fc.property(rows, rows, ([a, b, c], [d, e]) => {
      const size = Math.min(a.length, d.length)
      const periods = [
        [a, b],
        [c, d],
        [a, e],
      ].map(([x, y]) => period(x!.slice(0, size), y!.slice(0, size)))
      const step = solve(periods).changes
      // The same three periods, so the same frontier, but from the first to the last directly.
      const direct = solve([periods[0]!, periods[2]!, periods[1]!]).changes[0]!
      direct.index.forEach((value, zone) => {
        const chained = step[0]!.index[zone]! * step[1]!.index[zone]!
        expect(Math.abs(value - chained)).toBeLessThan(1e-8 * Math.max(1, chained))
      })
    }),
  )
})

test('three periods and more have one frontier, two have their own, unless said otherwise', () => {
  const one = period([1, 2], [1, 1])
  expect(solve([one, one]).reference).toBe('contemporaneous')
  expect(solve([one, one, one]).reference).toBe('global')
})

test('a zone that a period lacks has no index, but is part of the frontier of the other', () => {
  const first = period([1, 2, 2], [1, 1, 4])
  const second = period([1, 2, 'not-yet-published'], [1, 1, 4])
  const { changes, excluded } = solve([first, second])
  const [change] = changes
  expect([...change!.index.keys()].map((zone) => malmquistReasonAt(change!, zone))).toEqual([
    null,
    null,
    'missing-value',
  ])
  expect(excluded.map((list) => list.length)).toEqual([0, 1])
  // Beside zone 3 both were half as good as they could be; without it zone 1 is the best.
  expect(change!.efficiency[0]).toBeCloseTo(2, 12)
  expect(change!.index[2]).toBeNaN()
})

test('figures that the other period cannot match are infeasible, not 0', () => {
  const y = (a: Cells, b: Cells) => ({ inputs: [column([1, 1])], outputs: [column(a), column(b)] })
  const { changes } = solve([y([1, 1], [0, 0]), y([1, 1], [1, 0])], { orientation: 'input' })
  expect([0, 1].map((zone) => malmquistReasonAt(changes[0]!, zone))).toEqual(['infeasible', null])
})

test('current prices are flagged', () => {
  const one = period([1, 2], [1, 1])
  expect(solve([one, one], { prices: 'current' }).flags).toEqual(['current-prices'])
  expect(solve([one, one], { prices: 'constant' }).flags).toEqual([])
})

test('panels that cannot be compared', () => {
  const one = period([1], [1])
  const options = { orientation: 'input', prices: 'none' } as const
  const none = { inputs: [], outputs: [column([1])] }
  expect(malmquist([one], options)).toEqual({ error: 'too-few-periods' })
  expect(malmquist([none, none], options)).toEqual({ error: 'no-inputs' })
  expect(malmquist([one, { ...one, outputs: [] }], options)).toEqual({ error: 'columns-differ' })
})

test('a deflator turns money into that of the base period', () => {
  const series = new Map([
    ['2020', 100],
    ['2021', 125],
    ['2022', 0],
  ])
  const real = deflate(column([50, 'suppressed']), { series, period: '2021', base: '2020' })
  expect(measureAt(real, 0)).toEqual({ ok: true, value: 40, unit: null })
  expect(measureAt(real, 1)).toMatchObject({ reason: 'suppressed' })
  const unknown = deflate(column([50]), { series, period: '2019', base: '2020' })
  expect(measureAt(unknown, 0)).toMatchObject({ reason: 'not-reported' })
  const wrong = deflate(column([50]), { series, period: '2022', base: '2020' })
  expect(measureAt(wrong, 0)).toMatchObject({ reason: 'out-of-domain' })
})

test('Cobb–Douglas: what has no logarithm has a reason, and is not in the regression', () => {
  const y = column([1, 2, 3, 0, 'suppressed', 5])
  const k = column([1, 2, 2, 1, 1, 4])
  const result = cobbDouglas(y, [k], [0.5])
  if ('error' in result) throw new Error(result.error)
  expect([3, 4, 5].map((zone) => levelReasonAt(result, zone))).toEqual([
    'not-positive',
    'missing-value',
    null,
  ])
  expect(result.logs[5]).toBeCloseTo(Math.log(5) - 0.5 * Math.log(4), 12)
  const present = [...result.levels].filter((level) => !Number.isNaN(level))
  expect(present.reduce((sum, level) => sum + level, 0) / present.length).toBeCloseTo(1, 12)
  expect(result.warnings).toEqual(['few-zones'])
})

test('Cobb–Douglas: inputs that follow from each other are no regression, near ones are said', () => {
  const size = 40
  const at = (make: (i: number) => number) =>
    column(Array.from({ length: size }, (_, i) => make(i)))
  const k = at((i) => 1 + i)
  const y = at((i) => 2 + i + (i % 3))
  expect(cobbDouglas(y, [k, at((i) => 3 * (1 + i))], 'estimated')).toEqual({ error: 'collinear' })
  const near = cobbDouglas(y, [k, at((i) => (1 + i) * (1 + 0.01 * (i % 2)))], 'estimated')
  if ('error' in near) throw new Error(near.error)
  expect(near.warnings).toContain('collinear')
  expect(cobbDouglas(column([1, 2]), [column([1, 2])], 'estimated')).toEqual({
    error: 'too-few-zones',
  })
  expect(cobbDouglas(y, [k], [1, 2])).toEqual({ error: 'elasticities-count' })
  expect(cobbDouglas(y, [], [])).toEqual({ error: 'no-inputs' })
})

test('Cobb–Douglas finds the elasticities that made the data', () => {
  const exponent = fc.double({ min: 0.1, max: 0.9, noNaN: true })
  const inputs = fc.tuple(figures(12), figures(12)).filter(([a, b]) => {
    const found = cobbDouglas(column(a), [column(a), column(b)], 'estimated')
    return !('error' in found) && found.fit!.inflation.every((factor) => factor < 100)
  })
  fc.assert(
    fc.property(inputs, exponent, exponent, ([k, l], alpha, beta) => {
      const y = k.map((value, i) => 3 * value ** alpha * l[i]! ** beta)
      const result = cobbDouglas(column(y), [column(k), column(l)], 'estimated')
      if ('error' in result) throw new Error(result.error)
      expect(result.elasticities[0]).toBeCloseTo(alpha, 8)
      expect(result.elasticities[1]).toBeCloseTo(beta, 8)
      result.levels.forEach((level) => expect(level).toBeCloseTo(1, 8))
    }),
  )
})

test('Törnqvist: single quantities compare by their ratio', () => {
  fc.assert(
    fc.property(rows, ([x, y]) => {
      const result = multilateralTornqvist({ quantities: [column(y)] }, { quantities: [column(x)] })
      if ('error' in result) throw new Error(result.error)
      result.levels.forEach((level, zone) => {
        const ratio = (y[zone]! / x[zone]!) * (x[0]! / y[0]!)
        expect(level / result.levels[0]!).toBeCloseTo(ratio, 8 - Math.ceil(Math.log10(ratio + 1)))
      })
    }),
  )
})

test('Törnqvist: shares that are none have a reason', () => {
  const quantities = [column([1, 1, 1, 1]), column([1, 1, 1, 1])]
  const worth = [column([1, 0, -1, null]), column([1, 0, 2, 1])]
  const one = { quantities: [column([1, 2, 3, 4])] }
  const result = multilateralTornqvist(one, { quantities, worth })
  if ('error' in result) throw new Error(result.error)
  expect([0, 1, 2, 3].map((zone) => levelReasonAt(result, zone))).toEqual([
    null,
    'shares-invalid',
    'shares-invalid',
    'missing-value',
  ])
  expect(multilateralTornqvist(one, { quantities })).toEqual({ error: 'worth-count' })
  expect(multilateralTornqvist({ quantities: [] }, one)).toEqual({ error: 'no-outputs' })
  expect(multilateralTornqvist(one, { quantities: [] })).toEqual({ error: 'no-inputs' })
})
