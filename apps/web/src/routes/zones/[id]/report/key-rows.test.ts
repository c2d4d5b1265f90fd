import { expect, test } from 'vitest'
import type { ProfileRow } from '../profile.ts'
import { keyRows } from './key-rows.ts'

const text = { zh: 'x', en: 'x' }
const row = (id: string, kind: 'indicator' | 'field', placed = true): ProfileRow => ({
  ...{ id, kind, name: text, unit: null, better: 'more', value: 1, reason: null, blame: [] },
  ...{ place: placed ? { above: 0.5, at: 50, others: [], count: 4 } : null, trend: [] },
})
const groups = [
  {
    id: 'dual',
    name: text,
    rows: [row('a', 'indicator'), row('b', 'indicator', false), row('c', 'indicator')],
  },
  { id: 'raw', name: text, rows: [row('tax', 'field'), row('a', 'field')] },
]

test('criteria come first in their order, fields among them; then indicators that have a place', () => {
  const shown = keyRows(groups, ['tax', 'b', 'a']).map(({ id, kind }) => `${kind} ${id}`)
  expect(shown).toEqual(['field tax', 'indicator b', 'indicator a', 'indicator c'])
})

test('a brief has ten rows, or as many as there are criteria', () => {
  const many = Array.from({ length: 20 }, (_, i) => row(`i${String(i)}`, 'indicator'))
  const wide = [{ id: 'dual', name: text, rows: many }]
  expect(keyRows(wide, ['i0'])).toHaveLength(10)
  expect(
    keyRows(
      wide,
      many.map(({ id }) => id),
    ),
  ).toHaveLength(20)
})
