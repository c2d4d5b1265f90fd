import { describe, expect, test } from 'vitest'
import {
  INDICATORS,
  columnOf,
  evaluate,
  evaluateOne,
  fieldAsIndicator,
  fieldById,
  indicatorById,
  measureAt,
  missing,
  unitOf,
  type Column,
  type Indicator,
  type Measure,
} from './index.ts'

type Cell = number | null | Parameters<typeof missing>[0]
type Given = Readonly<Record<string, readonly [cells: readonly Cell[], unit: string | null]>>

function indicator(id: string): Indicator {
  const found = indicatorById(id)
  if (!found) throw new Error(`No indicator ${id}`)
  return found
}

function columns(given: Given): Map<string, Column> {
  return new Map(
    Object.entries(given).map(([id, [cells, unit]]) => [
      id,
      columnOf(cells, unit === null ? null : unitOf(unit)),
    ]),
  )
}

function run(of: Indicator, given: Given): Measure[] {
  const table = columns(given)
  const size = [...table.values()][0]?.values.length ?? 1
  const result = evaluate(of, { size, column: (id) => table.get(id) })
  return Array.from({ length: size }, (_, zone) => measureAt(result, zone))
}

function values(id: string, given: Given): (number | string)[] {
  return run(indicator(id), given).map((it) => (it.ok ? it.value : it.reason))
}

const worked: readonly (readonly [source: string, id: string, given: Given, expected: number])[] = [
  [
    'Longchang 2022 asks ≥ 150 万元/亩: 1.5 亿元 on 100 亩',
    'investment-intensity',
    { 'fixed-asset-investment': [[1.5], '亿元'], 'supplied-land': [[100], '亩'] },
    150,
  ],
  [
    'Longchang 2022 asks ≥ 8 万元/亩: 800 万元 on 100 亩, the land in hectares',
    'tax-per-land',
    { tax: [[800], '万元'], 'supplied-land': [[100 / 15], '公顷'] },
    8,
  ],
  [
    'Tieshangang 2023 asks output ≥ 400 万元/亩: 6 亿元 on 0.1 km²',
    'output-per-land',
    { output: [[6], '亿元'], 'supplied-land': [[0.1], 'km²'] },
    400,
  ],
  [
    '1 亿元/km² is 20/3 万元/亩',
    'tax-per-land',
    { tax: [[1], '亿元'], 'supplied-land': [[1], 'km²'] },
    20 / 3,
  ],
  [
    'base of Huangyan 2021, R&D 3.05 % of revenue',
    'rd-intensity',
    { 'rd-expenditure': [[305], '万元'], revenue: [[1], '亿元'] },
    3.05,
  ],
  [
    'base of Huangyan 2021, 2.54 万元/吨标煤',
    'energy-productivity',
    { 'value-added': [[2.54], '亿元'], energy: [[1], '万吨标准煤'] },
    2.54,
  ],
  [
    'base of Huangyan 2021, 17.45 万元/人',
    'labour-productivity',
    { 'value-added': [[1.745], '亿元'], employees: [[1000], '人'] },
    17.45,
  ],
  [
    'tax of 8 万元/亩 on land at 40 万元/亩 comes to a fifth a year',
    'land-price-recovery',
    {
      tax: [[800], '万元'],
      'supplied-land': [[100], '亩'],
      'land-price': [[600], '元/m²'],
    },
    20,
  ],
  [
    '2 亿元 at 350 万元/亩 (Chengdu notice of 2020) earn 57.14 亩; 50 were supplied',
    'land-entitlement',
    {
      'fixed-asset-investment': [[2], '亿元'],
      'required-investment-intensity': [[350], '万元/亩'],
      'supplied-land': [[50], '亩'],
    },
    20_000 / 350 / 50,
  ],
  [
    'top-500 firms per km²',
    'top500-density',
    { 'top500-firms': [[12], '家'], 'zone-area': [[300], '公顷'] },
    4,
  ],
  [
    'floors in 万m² on land in 亩',
    'plot-ratio',
    { 'floor-area': [[10], '万平方米'], 'supplied-land': [[150], '亩'] },
    1,
  ],
  [
    'platforms: terms of a sum in different units',
    'platform-share',
    {
      'standard-factory-area': [[3], '万m²'],
      'specialised-building-area': [[10_000], 'm²'],
      'floor-area': [[10], '公顷'],
    },
    40,
  ],
  [
    '个 counts jobs in a field of jobs',
    'jobs-housing',
    { jobs: [[1.2], '万个'], 'employed-residents': [[10_000], '人'] },
    1.2,
  ],
]

test.each(worked)('%s', (_, id, given, expected) => {
  const [measure] = run(indicator(id), given)
  expect(measure).toMatchObject({ ok: true, unit: { id: indicator(id).unit?.id } })
  expect(measure?.ok && measure.value).toBeCloseTo(expected, 10)
})

describe('the functional mix', () => {
  const uses = indicator('functional-mix').fields
  const areas = (cells: readonly Cell[]): Given =>
    Object.fromEntries(uses.map((id, k) => [id, [[cells[k] ?? null], '亩'] as const]))

  test('is 1 when the eight classes are equal and 0 when there is one', () => {
    expect(values('functional-mix', areas(Array(8).fill(30)))[0]).toBeCloseTo(1, 12)
    expect(values('functional-mix', areas([5, 0, 0, 0, 0, 0, 0, 0]))).toEqual([0])
  })

  test('divides by the classes considered, not by those present', () => {
    const two = values('functional-mix', areas([5, 5, 0, 0, 0, 0, 0, 0]))[0]
    expect(two).toBeCloseTo(Math.log(2) / Math.log(8), 12)
  })

  test('takes “not applicable” for none, but not “not reported”', () => {
    const none = 'not-applicable'
    const two = values('functional-mix', areas([5, 5, none, none, none, none, none, none]))[0]
    expect(two).toBeCloseTo(1 / 3, 12)
    expect(values('functional-mix', areas([5, 5, null, 0, 0, 0, 0, 0]))).toEqual(['not-reported'])
  })

  test('has no value for a negative area or no area at all', () => {
    expect(values('functional-mix', areas([5, -5, 1, 0, 0, 0, 0, 0]))).toEqual(['out-of-domain'])
    expect(values('functional-mix', areas(Array(8).fill(0)))).toEqual(['zero-denominator'])
  })
})

describe('the coordination of the two linkages', () => {
  const given: Given = {
    'fixed-asset-investment': [[100, 200, 300, null], '万元'],
    tax: [[3, 1, 2, 2], '万元'],
    'supplied-land': [[1, 1, 1, 1], '亩'],
  }

  test('rescales both sides over the zones to 0.01–0.99', () => {
    const degree = (a: number, b: number) => {
      const coupling = (2 * Math.sqrt(a * b)) / (a + b)
      return Math.sqrt((coupling * (a + b)) / 2)
    }
    const expected = [degree(0.01, 0.99), degree(0.5, 0.01), degree(0.99, 0.5)]
    const found = values('dual-linkage-coordination', given)
    expected.forEach((value, zone) => expect(found[zone]).toBeCloseTo(value, 12))
    expect(found[3]).toBe('not-reported')
  })

  test('needs other zones', () => {
    const read = (): Measure => ({ ok: true, value: 5, unit: unitOf('万元') })
    const land = (): Measure => ({ ok: true, value: 5, unit: unitOf('亩') })
    const one = evaluateOne(indicator('dual-linkage-coordination'), (id) =>
      id === 'supplied-land' ? land() : read(),
    )
    expect(one).toMatchObject({ ok: false, reason: 'not-applicable' })
  })

  test('stands in the middle where all zones are equal', () => {
    const equal: Given = {
      'fixed-asset-investment': [[7, 7], '万元'],
      tax: [[3, 3], '万元'],
      'supplied-land': [[1, 1], '亩'],
    }
    const middle = expect.closeTo(Math.sqrt(0.5), 12)
    expect(values('dual-linkage-coordination', equal)).toEqual([middle, middle])
  })
})

describe('a missing value', () => {
  const cases: readonly (readonly [string, Given, reason: string, fields: readonly string[]])[] = [
    [
      'keeps its reason',
      { tax: [['suppressed'], '万元'], 'supplied-land': [[1], '亩'] },
      'suppressed',
      ['tax'],
    ],
    [
      'blames all its fields, with the first reason',
      { tax: [['unreadable'], '万元'], 'supplied-land': [[null], '亩'] },
      'unreadable',
      ['tax', 'supplied-land'],
    ],
    [
      'is not reported where no zone has the field',
      { tax: [[1], '万元'] },
      'not-reported',
      ['supplied-land'],
    ],
    [
      'comes from a zero denominator',
      { tax: [[1], '万元'], 'supplied-land': [[0], '亩'] },
      'zero-denominator',
      ['supplied-land'],
    ],
    [
      'comes from a negative denominator',
      { tax: [[1], '万元'], 'supplied-land': [[-2], '亩'] },
      'out-of-domain',
      ['supplied-land'],
    ],
    [
      'comes from a field without a unit',
      { tax: [[1], null], 'supplied-land': [[2], '亩'] },
      'unit-unknown',
      ['tax'],
    ],
    [
      'comes from a unit of another kind',
      { tax: [[1], '亩'], 'supplied-land': [[2], '亩'] },
      'unit-conflict',
      ['tax', 'supplied-land'],
    ],
    [
      'comes from an overflow',
      { tax: [[1e308], '亿元'], 'supplied-land': [[1e-9], '亩'] },
      'out-of-domain',
      ['tax', 'supplied-land'],
    ],
    [
      'comes from a number that is none',
      { tax: [[NaN], '万元'], 'supplied-land': [[2], '亩'] },
      'unreadable',
      ['tax'],
    ],
  ]

  test.each(cases)('%s', (_, given, reason, fields) => {
    expect(run(indicator('tax-per-land'), given)).toEqual([{ ok: false, reason, fields }])
  })
})

describe('currencies', () => {
  test('the unit follows the data', () => {
    const given: Given = { tax: [[3], 'PLN bn'], 'supplied-land': [[1], 'km²'] }
    const [measure] = run(indicator('tax-per-land'), given)
    expect(measure).toMatchObject({ ok: true, value: 200, unit: { id: '万PLN/亩·年' } })
  })

  test('another currency does not excuse another kind of unit', () => {
    const given: Given = { tax: [[3], 'PLN/亩'], 'supplied-land': [[1], 'km²'] }
    expect(values('tax-per-land', given)).toEqual(['unit-conflict'])
  })

  test('two in one ratio are in conflict', () => {
    const given: Given = { 'rd-expenditure': [[3], '万美元'], revenue: [[1], '亿元'] }
    expect(values('rd-intensity', given)).toEqual(['unit-conflict'])
  })

  test('two in one sum are in conflict', () => {
    const sum: Indicator = {
      ...indicator('tax-per-land'),
      formula: {
        kind: 'sum',
        terms: [
          { kind: 'field', field: 'tax' },
          { kind: 'field', field: 'revenue' },
        ],
      },
      unit: unitOf('万元'),
    }
    const given: Given = { tax: [[3], '万美元'], revenue: [[1], '亿元'] }
    expect(run(sum, given)).toMatchObject([{ ok: false, reason: 'unit-conflict' }])
  })
})

describe('other formulas', () => {
  const of = (formula: Indicator['formula'], unit: string): Indicator => ({
    ...indicator('tax-per-land'),
    formula,
    unit: unitOf(unit),
  })
  const tax = { kind: 'field', field: 'tax' } as const
  const revenue = { kind: 'field', field: 'revenue' } as const
  const given: Given = { tax: [[2], '亿元'], revenue: [[5000], '万元'] }

  test('a difference is taken in one unit', () => {
    const difference = of({ kind: 'subtract', from: tax, minus: revenue }, '万元')
    expect(run(difference, given)).toMatchObject([{ ok: true, value: 15_000 }])
  })

  test('a product with a constant', () => {
    const half = of({ kind: 'multiply', factors: [{ kind: 'constant', value: 0.5 }, tax] }, '万元')
    expect(run(half, given)).toMatchObject([{ ok: true, value: 10_000 }])
  })
})

describe('a field as an indicator of itself', () => {
  const capex = fieldAsIndicator({ id: 'capex', name: { zh: 'capex', en: 'capex' }, unit: null })

  test('keeps values without a unit, and says why others are missing', () => {
    expect(run(capex, { capex: [[2.5573, 'suppressed'], null] })).toEqual([
      { ok: true, value: 2.5573, unit: null },
      { ok: false, reason: 'suppressed', fields: ['capex'] },
    ])
  })

  test('takes its unit from the data when it has none, and converts when it has', () => {
    expect(run(capex, { capex: [[2], 'PLN bn'] })).toMatchObject([
      { value: 2, unit: { id: '十亿PLN' } },
    ])
    const tax = fieldAsIndicator({
      id: 'tax',
      name: { zh: '税收', en: 'tax' },
      unit: unitOf('万元'),
    })
    expect(run(tax, { tax: [[2], '亿元'] })).toMatchObject([
      { value: 20_000, unit: { id: '万元' } },
    ])
    expect(run(tax, {})).toEqual([{ ok: false, reason: 'not-reported', fields: ['tax'] }])
  })

  test('an indicator of the catalogue does need a unit', () => {
    expect(values('starter-zone-size', { 'starter-zone-area': [[1], null] })).toEqual([
      'unit-unknown',
    ])
  })
})

test('one zone alone gives what it gives among others', () => {
  const alone = INDICATORS.filter(({ id }) => id !== 'dual-linkage-coordination')
  expect(alone).toHaveLength(29)
  for (const it of alone) {
    const given: Given = Object.fromEntries(
      it.fields.map((id, k) => [id, [[k + 2, 9], fieldById(id)?.unit?.id ?? null]]),
    )
    const table = columns(given)
    const one = evaluateOne(it, (id) => {
      const column = table.get(id)
      return column ? measureAt(column, 0) : missing('not-reported')
    })
    expect(one).toEqual(run(it, given)[0])
    expect(one.ok, it.id).toBe(true)
  }
})

test('a figure of a part of a year is not called one of a year', () => {
  const given = columns({ tax: [[250], '万元'], 'supplied-land': [[10], '亩'] })
  const unitAt = (period?: string) => {
    const table = { size: 1, column: (id: string) => given.get(id) }
    const { unit, values } = evaluate(
      indicator('tax-per-land'),
      period === undefined ? table : { ...table, period },
    )
    return [values[0], unit?.id]
  }
  expect(unitAt()).toEqual([25, '万元/亩·年'])
  expect(unitAt('2023')).toEqual([25, '万元/亩·年'])
  for (const period of ['2023H1', '2023Q1', '2023-09']) {
    expect(unitAt(period)).toEqual([25, '万元/亩'])
  }
})
