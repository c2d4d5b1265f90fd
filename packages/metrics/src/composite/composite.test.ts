import { describe, expect, test } from 'vitest'
import {
  COMPOSITE_PRESETS,
  GRADE_RULES,
  columnOf,
  composite,
  compositeOf,
  compositeOfMeans,
  methodCard,
  methodId,
  rankWithinGroups,
  rankZones,
  withoutNode,
  type Aggregation,
  type CompositeMethod,
  type Method,
} from '../index.ts'
import { expectClose, held } from '../testing/close.ts'
import { inputOf, leaf } from '../testing/compose.ts'

const plain: CompositeMethod = { version: 1, of: [leaf('a'), leaf('b')] }
const data = inputOf({ a: [1, 3, 5, 2], b: [10, 20, 10, null] })

describe('the pipeline', () => {
  test('without any choice is min–max 0–100, equal means, no gaps', () => {
    const { scores, ranks, order, excluded, parts } = held(composite(data, plain))
    expect([...scores]).toEqual([0, 75, 50, NaN])
    expect([...ranks]).toEqual([3, 1, 2, 0])
    expect([...order]).toEqual([1, 2, 0])
    expect(parts?.map((part) => [...part])).toEqual([
      [0, 25, 50, NaN],
      [0, 50, 0, NaN],
    ])
    expect(excluded).toEqual([
      { zone: 3, why: 'missing', criterion: 1, reason: 'not-reported', fields: [] },
    ])
  })

  test('fills a gap and lists it, or lets the weights go to the rest', () => {
    const filled = held(composite(data, { ...plain, gaps: 'median' }))
    expect(filled.imputed).toEqual([
      { zone: 3, criterion: 1, before: null, after: 10, why: 'median' },
    ])
    expect([...filled.scores]).toEqual([0, 75, 50, 12.5])
    const shared = held(composite(data, { ...plain, gaps: 'reweight' }))
    expect([...shared.scores]).toEqual([0, 75, 50, 25])
  })

  test('a rule of its own for one indicator: only that one may be missing', () => {
    const method = { ...plain, of: [leaf('a'), leaf('b', 1, { gaps: 'mean' })] }
    expect(held(composite(data, method)).ranks[3]).toBeGreaterThan(0)
    const gap = inputOf({ a: [1, null, 5], b: [1, 2, 3] })
    expect(held(composite(gap, method)).excluded.map(({ zone }) => zone)).toEqual([1])
  })

  test('screens zones that have too little', () => {
    const sparse = inputOf({ a: [1, null, 3], b: [1, null, 2], c: [1, 5, null] })
    const method: CompositeMethod = {
      version: 1,
      of: [leaf('a'), leaf('b'), leaf('c')],
      gaps: 'mean',
      screen: 0.65,
    }
    const { excluded, ranks, imputed } = held(composite(sparse, method))
    expect(excluded).toEqual([
      { zone: 1, why: 'availability', criterion: null, reason: null, fields: [] },
    ])
    expect([...ranks]).toEqual([2, 0, 1])
    // The screened zone fills no gap: 1 and not 3.
    expect(imputed.map(({ after }) => after)).toEqual([1])
  })

  test('a zone of which nothing is known is not ranked by what the others have', () => {
    const empty = inputOf({ a: [1, 3, null], b: [2, 1, 'suppressed'] })
    const { ranks, excluded, imputed } = held(composite(empty, { ...plain, gaps: 'mean' }))
    expect([...ranks]).toEqual([1, 1, 0])
    expect(imputed).toEqual([])
    expect(excluded.map(({ criterion, reason }) => [criterion, reason])).toEqual([
      [0, 'not-reported'],
      [1, 'suppressed'],
    ])
  })

  test('a group without a value leaves the gap, and the zone out, with the reason', () => {
    const input = { ...data, groups: ['x', 'x', 'x', 'y'] }
    const { excluded } = held(composite(input, { ...plain, gaps: 'group-mean' }))
    expect(excluded.map(({ zone, criterion, reason }) => [zone, criterion, reason])).toEqual([
      [3, 1, 'not-reported'],
    ])
  })

  test('against the norm of the own group: no group, no norm, no rank', () => {
    const input = {
      ...inputOf({ a: [1, 3, 8, 5, 0], b: [1, 1, 1, 1, 1] }),
      groups: ['x', 'x', 'y', null, 'z'],
    }
    const normalise = { kind: 'norm', centre: 'group-mean' } as const
    const { scores, excluded } = held(
      composite(input, { version: 1, of: [leaf('a', 1, { normalise }), leaf('b')] }),
    )
    // 1 and 3 against their mean of 2, 8 against itself; b is flat.
    expect([...scores]).toEqual([50, 100, 75, NaN, NaN])
    expect(excluded.map(({ zone, criterion, reason }) => [zone, criterion, reason])).toEqual([
      [3, 0, 'not-applicable'],
      [4, 0, 'zero-denominator'],
    ])
    expect(
      composite(inputOf({ a: [1, 2] }), { version: 1, of: [leaf('a', 1, { normalise })] }),
    ).toEqual({ error: 'no-groups', criterion: 0 })
  })

  test('an outlier is moved before normalising, in every zone listed', () => {
    const a = [...Array.from({ length: 20 }, (_, i) => i), 1000]
    const input = inputOf({ a, b: a.map(() => 1) })
    const { treated, normalised, flat } = held(composite(input, { ...plain, treat: {} }))
    expect(treated).toEqual([
      { zone: 20, criterion: 0, before: 1000, after: 19, why: 'winsorised' },
    ])
    expect(normalised[0]?.[19]).toBe(100)
    expect(flat).toEqual([1])
  })

  test('gaps are filled after treatment, or before it where the method says so', () => {
    const a = [...Array.from({ length: 20 }, (_, i) => i), 1000, null]
    const input = inputOf({ a, b: a.map((_, i) => i) })
    const method: CompositeMethod = { ...plain, treat: {}, gaps: 'mean' }
    const filled = (own: CompositeMethod) => held(composite(input, own)).imputed[0]?.after
    expect(filled(method)).toBeCloseTo((190 + 19) / 21, 12)
    expect(filled({ ...method, first: 'impute' })).toBeCloseTo((190 + 1000) / 21, 12)
  })

  test('a criterion without weight keeps no zone out', () => {
    const { ranks } = held(composite(data, { version: 1, of: [leaf('a'), leaf('b', 0)] }))
    expect([...ranks]).toEqual([4, 2, 1, 3])
  })

  test('a target counts by the distance outside it, also after JSON', () => {
    const better = { target: [2, Infinity] } as const
    const method: CompositeMethod = { version: 1, of: [leaf('a', 1, { better })] }
    const sent = JSON.parse(JSON.stringify(method)) as CompositeMethod
    const input = inputOf({ a: [0, 1, 2, 9] })
    expect([...held(composite(input, method)).scores]).toEqual([0, 50, 100, 100])
    expect([...held(composite(input, sent)).scores]).toEqual([0, 50, 100, 100])
  })

  test('weights may come from the data; then those of the method do not count', () => {
    const method: CompositeMethod = { ...plain, gaps: 'exclude', weigh: 'deviation' }
    const { weights } = held(composite(data, method))
    expect(weights.effective.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12)
    expect(weights.input).toBe('min-max')
    const other = { ...method, of: [leaf('a', 99), leaf('b', 1)] }
    expect([...held(composite(data, other)).scores]).toEqual([
      ...held(composite(data, method)).scores,
    ])
    expect([...held(composite(data, { ...plain, weigh: 'equal' })).weights.effective]).toEqual([
      0.5, 0.5,
    ])
    expect(held(composite(data, { ...plain, weigh: 'pca' })).weights.doubtful).toEqual([])
    for (const weigh of ['entropy', 'critic', 'merec'] as const) {
      expect(held(composite(data, { ...plain, weigh })).weights.effective).toHaveLength(2)
    }
  })

  test('each aggregation gives its own scores and says when parts mean nothing', () => {
    const at = (aggregate: Aggregation, normalise?: CompositeMethod['normalise']) =>
      held(composite(data, { ...plain, aggregate, ...(normalise ? { normalise } : {}) }))
    const positive = { kind: 'min-max', to: [1, 100] } as const
    expectClose(
      at({ kind: 'geometric' }, positive).scores,
      [1, Math.sqrt(50.5 * 100), 10, NaN],
      1e-9,
    )
    expectClose(at({ kind: 'harmonic' }, positive).scores.slice(0, 1), [1], 1e-9)
    expect([...at({ kind: 'copeland' }).scores]).toEqual([-2, 1, 1, NaN])
    expect(at({ kind: 'copeland' }).parts).toBeNull()
    expect(at({ kind: 'mazziotta-pareto' }).card.normalise).toEqual({
      kind: 'z-score',
      mean: 100,
      deviation: 10,
    })
    // To the best 0.408 and from the worst 0.676, against 0.338 and 0.530.
    expect([...at({ kind: 'topsis' }).ranks]).toEqual([3, 2, 1, 0])
    // U = 0.01/0.5/0.99 and 0.01/0.99/0.01: D = √(√(U₁U₂) × 2 ÷ (U₁ + U₂) × ½(U₁ + U₂)).
    const d = [0.01, Math.sqrt(0.5 * 0.99), Math.sqrt(0.99 * 0.01)].map(Math.sqrt)
    expectClose(at({ kind: 'coupling' }).scores, [0.1, d[1]!, d[2]!, NaN], 1e-9)
  })

  test('TOPSIS of zones that are all equal is undefined, and they say so', () => {
    const input = inputOf({ a: [2, 2], b: [3, 3] })
    const { excluded, ranks } = held(composite(input, { ...plain, aggregate: { kind: 'topsis' } }))
    expect([...ranks]).toEqual([0, 0])
    expect(excluded.map(({ why }) => why)).toEqual(['undefined', 'undefined'])
  })

  test('one zone alone is neutral and first', () => {
    const { scores, ranks } = held(composite(inputOf({ a: [1], b: [2] }), plain))
    expect([[...scores], [...ranks]]).toEqual([[50], [1]])
  })

  test('grades by the rule, exemptions before the quota', () => {
    const a = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    const grade = COMPOSITE_PRESETS.find(({ id }) => id === 'per-mu-performance')?.method.grade
    const method: CompositeMethod = { version: 1, of: [leaf('a')], ...(grade ? { grade } : {}) }
    expect(held(composite(inputOf({ a }), method)).grades?.counts).toEqual({
      A: 2,
      B: 3,
      C: 4,
      D: 1,
    })
    const fixed = [{ zone: 9, grade: null, why: 'exempt' }] as const
    expect(held(composite({ ...inputOf({ a }), fixed }, method)).grades?.notes[9]).toBe('exempt')
  })
})

describe('faults come back as values', () => {
  const cases: readonly (readonly [string, CompositeMethod, object])[] = [
    ['no criteria', { version: 1, of: [] }, { error: 'no-criteria', node: null }],
    [
      'an unknown indicator',
      { version: 1, of: [leaf('x')] },
      { error: 'indicator-unknown', criterion: 0 },
    ],
    ['weights', { version: 1, of: [leaf('a', 0)] }, { error: 'weights-all-zero', node: null }],
    ['groups', { ...plain, gaps: 'group-mean' }, { error: 'no-groups', criterion: 0 }],
    [
      'a base without a unit to compare',
      { version: 1, of: [leaf('a', 1, { unit: '万元', normalise: { kind: 'base', base: 2 } })] },
      { error: 'unit-conflict', criterion: 0 },
    ],
    [
      'a rule that does not fit',
      { version: 1, of: [leaf('a', 1, { normalise: { kind: 'base', base: -2 } })] },
      { error: 'base-invalid', criterion: 0 },
    ],
    [
      'zeros in a geometric mean, each of them listed',
      { ...plain, aggregate: { kind: 'geometric' } },
      {
        error: 'not-positive',
        cells: [
          { zone: 0, criterion: 0 },
          { zone: 0, criterion: 1 },
          { zone: 2, criterion: 1 },
        ],
      },
    ],
    [
      'coordination beyond 0–100',
      { ...plain, aggregate: { kind: 'coupling' }, normalise: { kind: 'z-score' } },
      { error: 'outside-0-1' },
    ],
    [
      'one subsystem',
      { version: 1, of: [leaf('a')], aggregate: { kind: 'coupling' } },
      { error: 'too-few-systems' },
    ],
    ['grades', { ...plain, grade: { kind: 'score', classes: [] } }, { error: 'classes-invalid' }],
    [
      'data weights',
      { ...plain, weigh: 'merec', of: [leaf('z'), leaf('a')] },
      { error: 'not-positive', criterion: 0 },
    ],
  ]
  test.each(cases)('%s', (_, method, fault) => {
    const input = inputOf({ a: [1, 3, 5, 2], b: [10, 20, 10, null], z: [0, 1, 2, 3] })
    expect(composite(input, method)).toEqual(fault)
  })

  test('columns of different sets of zones are a mistake of the program', () => {
    expect(() => composite(inputOf({ a: [1, 2], b: [1] }), plain)).toThrow('the same zones')
  })
})

describe('a plain method as a composite one', () => {
  const columns = { a: [1, 3, 5, null, 2], b: [10, 20, 10, 4, 6] }
  test.each([
    ['min-max', 'exclude'],
    ['min-max', 'reweight'],
    ['percentile', 'reweight'],
    ['z-score', 'exclude'],
    ['rank', 'exclude'],
    ['vector', 'exclude'],
  ] as const)('%s, %s: the same ranks as rankZones', (normalise, missing) => {
    const criteria = [
      { indicator: 'a', weight: 3, better: 'more' },
      { indicator: 'b', weight: 2, better: 'less' },
    ] as const
    const method: Method = { criteria, normalise, aggregate: 'arithmetic', missing }
    const list = criteria.map(({ indicator, ...it }) => ({
      ...it,
      id: indicator,
      column: columnOf(columns[indicator], null),
    }))
    const before = held(rankZones(list, { normalise, missing }))
    const after = held(composite(inputOf(columns), compositeOf(method)))
    expect([...after.ranks]).toEqual([...before.ranks])
    if (normalise !== 'vector') expectClose(after.scores, before.scores, 1e-9)
  })
})

describe('the id of a composite method', () => {
  const base = COMPOSITE_PRESETS.find(({ id }) => id === 'dual-linkage')!.method

  test('does not change with order, scale, names or written defaults', () => {
    const card = methodCard(base)
    const written: CompositeMethod = {
      ...base,
      normalise: card.normalise,
      screen: 0,
      gaps: 'exclude',
    }
    const turned: CompositeMethod = {
      ...base,
      of: [...base.of].reverse().map((node) => ({ ...node, weight: node.weight * 3 })),
    }
    const sent = JSON.parse(JSON.stringify(base)) as CompositeMethod
    expect(new Set([base, written, turned, sent].map(methodId)).size).toBe(1)
    expect(methodId(base)).toMatch(/^[0-9a-f]{16}$/)
  })

  test('changes with anything that can change a rank', () => {
    const others: CompositeMethod[] = [
      base,
      { ...base, aggregate: { kind: 'arithmetic' } },
      { ...base, gaps: 'mean' },
      { ...base, screen: 0.5 },
      { ...base, treat: {} },
      { ...base, treat: { points: 3 } },
      { ...base, first: 'impute' },
      { ...base, weigh: 'equal' },
      { ...base, normalise: { kind: 'rank' } },
      { ...base, of: withoutNode(base.of, 'tax-per-land') },
      { ...base, of: base.of.map((node, k) => ({ ...node, weight: k + 1 })) },
    ]
    expect(new Set(others.map(methodId)).size).toBe(others.length)
  })
})

test('peers are ranked among themselves', () => {
  const groups = rankWithinGroups(Float64Array.of(5, 9, 7, NaN, 1), ['x', 'y', 'x', 'x', null])
  expect(groups.map(({ group, zones, ranks }) => [group, zones, [...ranks]])).toEqual([
    ['x', [0, 2, 3], [2, 1, 0]],
    ['y', [1], [1]],
  ])
})

describe('means alone', () => {
  const three = inputOf({ a: [1, 3, 5, 2], b: [10, 20, 10, null], c: [4, 1, 2, 8] })
  const of = [
    leaf('a', 2),
    { id: 'branch', name: { zh: '枝', en: 'branch' }, weight: 1, of: [leaf('b'), leaf('c')] },
  ]
  const method = (more: Partial<CompositeMethod>): CompositeMethod => ({ version: 1, of, ...more })

  test.each<Partial<CompositeMethod>>([
    {},
    { weigh: 'equal' },
    { gaps: 'reweight', aggregate: { kind: 'arithmetic' } },
    {
      gaps: 'mean',
      normalise: { kind: 'min-max', to: [1, 100] },
      aggregate: { kind: 'geometric' },
    },
    { treat: {}, grade: GRADE_RULES.quarters },
    { normalise: { kind: 'base', base: -1 } },
  ])('%j: the same as by all of the code', (more) => {
    expect(compositeOfMeans(three, method(more))).toEqual(composite(three, method(more)))
  })

  test.each<Partial<CompositeMethod>>([
    { aggregate: { kind: 'topsis' } },
    { aggregate: { kind: 'copeland' } },
    { weigh: 'entropy' },
    { weigh: 'pca' },
  ])('%j: needs more', (more) => {
    expect(compositeOfMeans(three, method(more))).toBeNull()
  })
})
