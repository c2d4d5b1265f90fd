import { expect, test } from 'vitest'
import { DEFAULT_METHOD, methodId, type Method } from './index.ts'

const base: Method = {
  criteria: [
    { indicator: 'tax-per-land', weight: 40, better: 'more' },
    { indicator: 'investment-intensity', weight: 60, better: 'more' },
  ],
  normalise: 'min-max',
  aggregate: 'arithmetic',
  missing: 'exclude',
}
const [tax, investment] = [base.criteria[0]!, base.criteria[1]!]

test('the id of the default method is stable: it stands in published links', () => {
  expect(methodId(DEFAULT_METHOD)).toBe('b8907d458c0b59ae')
})

const reordered = Object.fromEntries(Object.entries(base).reverse())

const same: readonly (readonly [string, Method])[] = [
  ['the order of criteria', { ...base, criteria: [investment, tax] }],
  [
    'the scale of weights',
    {
      ...base,
      criteria: [
        { ...tax, weight: 0.4 },
        { ...investment, weight: 0.6 },
      ],
    },
  ],
  ['the order of keys', JSON.parse(JSON.stringify(reordered)) as Method],
]

test.each(same)('%s does not change the id', (_, method) => {
  expect(methodId(method)).toBe(methodId(base))
})

const different: readonly (readonly [string, Method])[] = [
  ['a weight', { ...base, criteria: [{ ...tax, weight: 41 }, investment] }],
  ['a direction', { ...base, criteria: [{ ...tax, better: 'less' }, investment] }],
  ['a target', { ...base, criteria: [{ ...tax, better: { target: [1, 2] } }, investment] }],
  ['an indicator', { ...base, criteria: [{ ...tax, indicator: 'tax' }, investment] }],
  ['one criterion fewer', { ...base, criteria: [tax] }],
  ['the normalisation', { ...base, normalise: 'percentile' }],
  ['the missing rule', { ...base, missing: 'reweight' }],
]

test('anything that can change a rank changes the id', () => {
  const ids = [base, ...different.map(([, method]) => method)].map(methodId)
  expect(new Set(ids).size).toBe(different.length + 1)
  expect(ids.every((id) => /^[0-9a-f]{16}$/.test(id))).toBe(true)
})

test('an open target keeps its id through JSON', () => {
  const open: Method = { ...base, criteria: [{ ...tax, better: { target: [1, Infinity] } }] }
  expect(methodId(JSON.parse(JSON.stringify(open)) as Method)).toBe(methodId(open))
})
