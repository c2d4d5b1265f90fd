import { describe, expect, test } from 'vitest'
import {
  COMPOSITE_PRESETS,
  HUANGYAN,
  PRESETS,
  columnOf,
  composite,
  evaluate,
  indicatorById,
  landUseMethod,
  leavesOf,
  unitOf,
  type Column,
} from '../index.ts'
import { expectClose, held } from '../testing/close.ts'
import { inputOf } from '../testing/compose.ts'

describe('presets', () => {
  test.each(COMPOSITE_PRESETS.map((preset) => [preset.id, preset] as const))(
    '%s names indicators of the catalogue, and its source or that it has none',
    (_, preset) => {
      for (const { indicator, better } of leavesOf(preset.method.of)) {
        expect(indicatorById(indicator)?.id).toBe(indicator)
        expect(better, indicator).toEqual(indicatorById(indicator)?.better)
      }
      expect(preset.rule === 'project' || preset.source.length > 0).toBe(true)
    },
  )

  test('plain ones have the directions of the catalogue', () => {
    for (const { indicator, better } of PRESETS.flatMap(({ criteria }) => criteria)) {
      expect(better, indicator).toEqual(indicatorById(indicator)?.better)
    }
  })

  test('land use lacks only what the catalogue lacks', () => {
    const leaves = leavesOf(landUseMethod().of).map(({ indicator }) => indicator)
    const preset = COMPOSITE_PRESETS.find(({ id }) => id === 'intensive-land-use')
    const kept = leavesOf(preset?.method.of ?? []).map(({ indicator }) => indicator)
    expect(kept).toEqual(leaves.filter((id) => indicatorById(id)))
  })

  test('have an id each, and keep those that there were', () => {
    const ids = COMPOSITE_PRESETS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(PRESETS.map(({ id }) => id)))
  })

  test('per-mu performance: a firm at the base has 100, twice the tax 30 more', () => {
    const { method } = COMPOSITE_PRESETS.find(({ id }) => id === 'per-mu-performance')!
    const columns = Object.fromEntries(
      HUANGYAN.indicators.map(({ indicator, unit, bases }) => {
        const base = bases['2022']
        return [
          indicator,
          columnOf([base, indicator === 'tax-per-land' ? 2 * base : base], unitOf(unit)),
        ]
      }),
    )
    expectClose(held(composite(inputOf(columns), method)).scores, [100, 130], 1e-9)
  })

  test('per-mu performance converts its base to the unit of the data, and refuses what it cannot', () => {
    const { method } = COMPOSITE_PRESETS.find(({ id }) => id === 'per-mu-performance')!
    const columns = Object.fromEntries(
      HUANGYAN.indicators.map(({ indicator, unit, bases }) => {
        return [indicator, columnOf([bases['2022']], unitOf(unit))]
      }),
    )
    const perHectare = columnOf([24.097 * 15], unitOf('万元/公顷'))
    const converted = held(composite(inputOf({ ...columns, 'tax-per-land': perHectare }), method))
    expectClose(converted.scores, [100], 1e-9)
    const jobs = columnOf([24], unitOf('人'))
    expect(composite(inputOf({ ...columns, 'tax-per-land': jobs }), method)).toEqual({
      error: 'unit-conflict',
      criterion: 0,
    })
  })

  test('per-mu performance: without emission data a firm gets the mean of the item', () => {
    const { method } = COMPOSITE_PRESETS.find(({ id }) => id === 'per-mu-performance')!
    const columns = Object.fromEntries(
      HUANGYAN.indicators.map(({ indicator, unit, bases }) => {
        const base = bases['2022']
        const last = indicator === 'emission-productivity' ? null : base
        return [indicator, columnOf([base, 2 * base, last], unitOf(unit))]
      }),
    )
    const { scores, imputed } = held(composite(inputOf(columns), method))
    expectClose(scores, [100, 200, 105], 1e-9)
    expect(imputed).toHaveLength(1)
  })

  test('land use: the worked case of 91.25, and 98.25 with a fifth of it', () => {
    const method = landUseMethod({
      'industrial-land-rate': 60,
      'plot-ratio': 1,
      'building-density': 40,
      'industrial-plot-ratio': 1,
      'building-coverage': 40,
      'investment-intensity': 300,
      'tax-per-land': 20,
    })
    const zone: Readonly<Record<string, Column>> = {
      // Half of the ideal in development, all of it or more elsewhere.
      'land-supply-rate': columnOf([50], unitOf('%')),
      'land-built-rate': columnOf([50], unitOf('%')),
      'industrial-land-rate': columnOf([60], unitOf('%')),
      'plot-ratio': columnOf([1.4], unitOf('1')),
      'building-density': columnOf([40], unitOf('%')),
      'industrial-plot-ratio': columnOf([1], unitOf('1')),
      'building-coverage': columnOf([55], unitOf('%')),
      'investment-intensity': columnOf([300], unitOf('万元/亩')),
      'tax-per-land': columnOf([25], unitOf('万元/亩')),
      'idle-land-rate': columnOf([0], unitOf('%')),
    }
    const { scores, weights } = held(composite(inputOf(zone), method))
    expect(scores[0]).toBeCloseTo(91.25, 9)
    expect(0.8 * 100 + 0.2 * scores[0]!).toBeCloseTo(98.25, 9)
    expect(weights.sums.every(({ normalised }) => !normalised)).toBe(true)
  })

  test('land use: from the figures of a report, every leaf of the ready tree has its indicator', () => {
    const { method } = COMPOSITE_PRESETS.find(({ id }) => id === 'intensive-land-use')!
    const fields = new Map<string, Column>([
      ['supplied-land', columnOf([800, 900], unitOf('亩'))],
      ['ready-land', columnOf([1000, 1000], unitOf('亩'))],
      ['built-land', columnOf([40, 60], unitOf('公顷'))],
      ['industrial-storage-land', columnOf([24, 30], unitOf('公顷'))],
      ['floor-area', columnOf([480_000, 600_000], unitOf('m²'))],
      ['building-base-area', columnOf([16, 18], unitOf('万平方米'))],
      ['industrial-floor-area', columnOf([30, 27], unitOf('万平方米'))],
      ['building-footprint', columnOf([200_000, 300_000], unitOf('m²'))],
      ['fixed-asset-investment', columnOf([30, 20], unitOf('亿元'))],
      ['tax', columnOf([16_000, 9_000], unitOf('万元'))],
      ['idle-land', columnOf([40, 0], unitOf('亩'))],
    ])
    const table = { size: 2, column: (id: string) => fields.get(id) }
    const columns = Object.fromEntries(
      leavesOf(method.of).map(({ indicator }) => [
        indicator,
        evaluate(indicatorById(indicator)!, table),
      ]),
    )
    const first = (id: string) => columns[id]!.values[0]
    expect([first('industrial-land-rate'), first('building-density')]).toEqual([60, 40])
    expect(first('industrial-plot-ratio')).toBeCloseTo(1.25, 12)
    const { excluded, weights } = held(composite(inputOf(columns), method))
    expect(excluded).toEqual([])
    expect(weights.leaves).toHaveLength(10)
    expect(weights.sums.every(({ normalised }) => !normalised)).toBe(true)
  })
})
