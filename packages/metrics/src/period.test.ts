import { describe, expect, test } from 'vitest'
import { annualise, comparePeriods, missing, periodKind, unitOf, type Measure } from './index.ts'

test.each([
  ['2023', 'year'],
  ['2023H1', 'half'],
  ['2023Q4', 'quarter'],
  ['2023-12', 'month'],
  ['2023Q5', null],
  ['2023-13', null],
  ['2023-00', null],
  ['23', null],
  ['2023年', null],
])('%s is a %s', (period, kind) => {
  expect(periodKind(period)).toBe(kind)
})

test('periods stand by their start, the longer first', () => {
  const sorted = [
    '2022-12',
    '2023',
    '2023H1',
    '2023Q1',
    '2023-01',
    '2023-02',
    '2023Q2',
    '2023H2',
    '2024',
    'x',
    'y',
  ]
  expect([...sorted].reverse().sort(comparePeriods)).toEqual(sorted)
})

describe('a year from its parts', () => {
  const of = (value: number, unit = '万元'): Measure => ({ ok: true, value, unit: unitOf(unit) })
  const flow = { year: 2023, kind: 'flow', cumulative: false } as const
  const cells = (given: Record<string, Measure>) => new Map(Object.entries(given))
  const quarters = { '2023Q1': of(1), '2023Q2': of(2), '2023Q3': of(3), '2023Q4': of(4) }

  const cases: readonly (readonly [
    string,
    Record<string, Measure>,
    Partial<Parameters<typeof annualise>[1]>,
    Measure,
  ])[] = [
    ['its own cell comes first', { ...quarters, '2023': of(99) }, {}, of(99)],
    ['a flow is the sum of four quarters', quarters, {}, of(10)],
    ['in the unit of the first', { ...quarters, '2023Q4': of(1, '亿元') }, {}, of(10_006)],
    ['of two halves', { '2023H1': of(5), '2023H2': of(6) }, {}, of(11)],
    [
      'three quarters are no year',
      { '2023Q1': of(1), '2023Q2': of(2), '2023Q3': of(3) },
      {},
      missing('not-reported'),
    ],
    [
      'nor are four with a gap',
      { ...quarters, '2023Q2': missing('suppressed', ['tax']) },
      {},
      missing('suppressed', ['tax']),
    ],
    [
      'quarters of another year do not count',
      { '2022Q1': of(1), '2024Q1': of(1) },
      {},
      missing('not-reported'),
    ],
    ['cumulative quarters are not summed', quarters, { cumulative: true }, of(4)],
    [
      'a cumulative figure to September is no year',
      { '2023Q3': of(3), '2023-09': of(3) },
      { cumulative: true },
      missing('not-reported'),
    ],
    ['a stock has its last value', { '2023Q1': of(7), '2023Q3': of(8) }, { kind: 'stock' }, of(8)],
    [
      'a stock passes over a later gap',
      { '2023Q3': of(8), '2023Q4': missing('not-yet-published') },
      { kind: 'stock' },
      of(8),
    ],
    ['a ratio has no sum', quarters, { kind: 'ratio' }, missing('not-applicable')],
    [
      'two currencies have no sum',
      { ...quarters, '2023Q4': of(1, '万美元') },
      {},
      missing('unit-conflict'),
    ],
    [
      'a gap of its own stays',
      { '2023': missing('suppressed', ['tax']) },
      {},
      missing('suppressed', ['tax']),
    ],
    ['nothing is nothing', {}, {}, missing('not-reported')],
  ]

  test.each(cases)('%s', (_, given, options, expected) => {
    expect(annualise(cells(given), { ...flow, ...options })).toEqual(expected)
  })

  test('twelve months in any order', () => {
    const months = Array.from(
      { length: 12 },
      (__, k) => [`2023-${String(12 - k).padStart(2, '0')}`, of(k)] as const,
    )
    expect(annualise(new Map(months), flow)).toMatchObject({ ok: true, value: 66 })
    expect(annualise(new Map(months.slice(1)), flow)).toEqual(missing('not-reported'))
  })
})
