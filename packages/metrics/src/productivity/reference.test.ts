import { expect, test } from 'vitest'
import { columnOf } from '../column.ts'
import { expectClose } from '../testing/close.ts'
import { cobbDouglas } from './cobb-douglas.ts'
import { CES } from './fixtures/ces.ts'
import { FRONT41, FRONT41_FIT } from './fixtures/front41.ts'
import {
  BENCHMARKING,
  DEA_JL,
  DEA_JL_CHANGES,
  DEAP_EG4,
  DEAP_EG4_CHANGES,
  DEAP_EG4_MEANS,
} from './fixtures/panels.ts'
import { malmquist, MALMQUIST_PARTS, type MalmquistOptions, type PanelPeriod } from './malmquist.ts'
import { multilateralTornqvist } from './tornqvist.ts'

/** Published results. */

type Table = readonly (readonly number[])[]

const column = (table: Table, i: number) =>
  columnOf(
    table.map((row) => row[i]!),
    null,
  )

function panel(table: Table, { x, y }: { x: number; y: number }): PanelPeriod[] {
  const periods = [...new Set(table.map((row) => row[0]!))]
  return periods.map((period) => {
    const rows = table.filter((row) => row[0] === period)
    return { inputs: [column(rows, x)], outputs: [column(rows, y)] }
  })
}

function changes(periods: readonly PanelPeriod[], options: Partial<MalmquistOptions> = {}) {
  const result = malmquist(periods, {
    orientation: 'output',
    reference: 'contemporaneous',
    prices: 'none',
    ...options,
  })
  if ('error' in result) throw new Error(result.error)
  return result.changes
}

test('DEAP, example 4: index, its parts and their means', () => {
  const found = changes(panel(DEAP_EG4, { x: 3, y: 2 }))
  const parts = ['efficiency', 'technical', 'pure', 'scale', 'index'] as const
  for (const [year = 0, firm = 0, ...expected] of DEAP_EG4_CHANGES) {
    const given = parts.map((part) => found[year - 2]![part][firm - 1]!)
    given.forEach((value, k) => expect(Math.abs(value - expected[k]!)).toBeLessThan(6e-4))
  }
  DEAP_EG4_MEANS.forEach((expected, t) => {
    const given = parts.map((part) => found[t]!.means[part])
    given.forEach((value, k) => expect(Math.abs(value - expected[k]!)).toBeLessThan(6e-4))
  })
})

test('DataEnvelopmentAnalysis.jl, three periods', () => {
  const found = changes(panel(DEA_JL, { x: 2, y: 3 }))
  for (const [unit = 0, period = 0, ...expected] of DEA_JL_CHANGES) {
    const change = found[period - 2]!
    const given = [change.index, change.efficiency, change.technical].map((c) => c[unit - 1]!)
    given.forEach((value, k) => expect(Math.abs(value - expected[k]!)).toBeLessThan(1e-6))
  }
})

test.each(['input', 'output'] as const)('R Benchmarking, above 1 is improvement: %s', (way) => {
  const period = (t: number) => ({
    inputs: [column(BENCHMARKING, 2 * t)],
    outputs: [column(BENCHMARKING, 2 * t + 1)],
  })
  const [change] = changes([period(0), period(1)], { orientation: way })
  BENCHMARKING.forEach((row, firm) => {
    const given = [change!.index, change!.technical, change!.efficiency].map((c) => c[firm]!)
    given.forEach((value, k) => expect(Math.abs(value - row[4 + k]!)).toBeLessThan(1e-9))
  })
})

test('FRONTIER, example 1: elasticities and residuals of Cobb–Douglas', () => {
  const result = cobbDouglas(
    column(FRONT41, 0),
    [column(FRONT41, 1), column(FRONT41, 2)],
    'estimated',
  )
  if ('error' in result) throw new Error(result.error)
  const { fit, elasticities } = result
  const given = [fit!.constant, ...elasticities, fit!.variance, fit!.determination]
  given.forEach((value, k) => expect(Math.abs(value - FRONT41_FIT[k]!)).toBeLessThan(1e-9))
  const printed = [0.24489834, 0.28049246, 0.53330637]
  printed.forEach((value, k) => expect(Math.abs(given[k]! - value)).toBeLessThan(1e-5))
  FRONT41.forEach((row, firm) => {
    expect(Math.abs(result.logs[firm]! - row[3]!)).toBeLessThan(1e-9)
    expect(Math.abs(result.levels[firm]! - row[4]!)).toBeLessThan(1e-9)
  })
})

test('given elasticities of the regression leave the levels as they are', () => {
  const data = [column(FRONT41, 0), [column(FRONT41, 1), column(FRONT41, 2)]] as const
  const estimated = cobbDouglas(data[0], data[1], 'estimated')
  if ('error' in estimated) throw new Error(estimated.error)
  const given = cobbDouglas(data[0], data[1], [...estimated.elasticities])
  if ('error' in given) throw new Error(given.error)
  given.levels.forEach((level, i) => expect(level).toBeCloseTo(estimated.levels[i]!, 12))
})

// The geometric mean over all periods of bilateral indices through each of them (GEKS).
function geks(table: Table): number[] {
  const share = (row: readonly number[], k: number) => {
    const worth = [0, 1, 2, 3].map((good) => row[good]! * row[4 + good]!)
    return worth[k]! / worth.reduce((sum, value) => sum + value, 0)
  }
  const bilateral = (from: readonly number[], to: readonly number[]) =>
    [0, 1, 2, 3].reduce(
      (sum, k) => sum + ((share(from, k) + share(to, k)) / 2) * Math.log(to[4 + k]! / from[4 + k]!),
      0,
    )
  table.forEach((row) => {
    expect(Math.abs(Math.exp(bilateral(table[0]!, row)) - row[8]!)).toBeLessThan(1e-7)
  })
  return table.map((row) =>
    Math.exp(
      table.reduce(
        (sum, link) => sum + (bilateral(table[0]!, link) + bilateral(link, row)) / table.length,
        0,
      ),
    ),
  )
}

test('IndexNumR: the multilateral index is GEKS of the published Törnqvist', () => {
  const worth = [0, 1, 2, 3].map((k) =>
    columnOf(
      CES.map((row) => row[k]! * row[4 + k]!),
      null,
    ),
  )
  const quantities = [4, 5, 6, 7].map((k) => column(CES, k))
  const same = columnOf(
    CES.map(() => 1),
    null,
  )
  const result = multilateralTornqvist({ quantities, worth }, { quantities: [same] })
  if ('error' in result) throw new Error(result.error)
  geks(CES).forEach((expected, t) => {
    expect(result.levels[t]! / result.levels[0]!).toBeCloseTo(expected, 12)
  })
  const turned = multilateralTornqvist({ quantities: [same] }, { quantities, worth })
  if ('error' in turned) throw new Error(turned.error)
  turned.levels.forEach((level, t) => expect(level * result.levels[t]!).toBeCloseTo(1, 12))
})

test('the parts multiply to the index', () => {
  expect(MALMQUIST_PARTS).toHaveLength(5)
  for (const change of changes(panel(DEAP_EG4, { x: 3, y: 2 }))) {
    change.index.forEach((index, firm) => {
      const parts = change.pure[firm]! * change.scale[firm]! * change.technical[firm]!
      expect(parts).toBeCloseTo(index, 12)
    })
  }
})

test('Cobb & Douglas 1928, American manufacturing 1899–1922: the elasticities of least squares', () => {
  const capital = [
    100, 107, 114, 122, 131, 138, 149, 163, 176, 185, 198, 208, 216, 226, 236, 244, 266, 298, 335,
    366, 387, 407, 417, 431,
  ]
  const labour = [
    100, 105, 110, 118, 123, 116, 125, 133, 138, 121, 140, 144, 145, 152, 154, 149, 154, 182, 196,
    200, 193, 193, 147, 161,
  ]
  const output = [
    100, 101, 112, 122, 124, 122, 143, 152, 151, 126, 155, 159, 153, 177, 184, 169, 189, 225, 227,
    223, 218, 231, 179, 240,
  ]
  const cells = (values: number[]) => columnOf(values, null)
  const found = cobbDouglas(cells(output), [labour, capital].map(cells), 'estimated')
  if ('error' in found) throw new Error(found.error)
  expectClose(found.elasticities, [0.8073, 0.2331], 5e-5)
  expectClose(
    [found.fit?.constant ?? NaN, found.fit?.determination ?? NaN],
    [-0.1773, 0.9574],
    5e-5,
  )
})
