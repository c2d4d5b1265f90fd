import { expect, test } from 'vitest'
import { compositeOf, DEFAULT_METHOD, plainOf, type CompositeMethod } from '../index.ts'

const composite = compositeOf(DEFAULT_METHOD)

test('a plain method comes back from its composite form', () => {
  expect(plainOf(composite)).toEqual(DEFAULT_METHOD)
})

test('and so does one that says the usual figures', () => {
  for (const normalise of [
    { kind: 'min-max', to: [0, 100] },
    { kind: 'z-score', mean: 0, deviation: 1 },
  ] as const) {
    expect(plainOf({ ...composite, normalise })?.normalise).toBe(normalise.kind)
  }
})

const more: readonly (readonly [string, Partial<CompositeMethod>])[] = [
  ['figures of the scale', { normalise: { kind: 'min-max', to: [1, 100] } }],
  ['another mean of z-scores', { normalise: { kind: 'z-score', mean: 100, deviation: 10 } }],
  ['scores of another size', { normalise: { kind: 'vector' } }],
  ['a filled gap', { gaps: 'median' }],
  ['treated outliers', { treat: {} }],
  ['a screen', { screen: 0.65 }],
  ['weights from the data', { weigh: 'entropy' }],
  ['another mean', { aggregate: { kind: 'geometric' } }],
  ['a sub-index', { of: [{ id: 'all', weight: 1, of: composite.of }] }],
]

test.each(more)('%s is more than a plain method can say', (_, change) => {
  expect(plainOf({ ...composite, ...change })).toBeNull()
})
