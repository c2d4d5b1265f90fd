import type { CellChange } from '@permu/api/client'
import { expect, test } from 'vitest'
import { fitting, versionOf } from './filter.ts'

const change = (kind: CellChange['kind'], zone: string): CellChange => ({
  kind,
  zone: { id: null, name: zone },
  period: '2023',
  field: { id: 'tax', name: { zh: '税收', en: 'Tax' } },
  ...{ unit: '万元', from: null, to: null, row: null, column: null },
})
const items = [change('added', '东湖'), change('changed', '西岭')]
const zones = (text: string, kind: CellChange['kind'] | null = null) =>
  fitting(items, { text, kind }, 'en').map(({ zone }) => zone.name)

test('changes are found by zone, field, period and kind', () => {
  expect(zones('')).toEqual(['东湖', '西岭'])
  expect(zones('西')).toEqual(['西岭'])
  expect(zones('tax')).toEqual(['东湖', '西岭'])
  expect(zones('2023', 'added')).toEqual(['东湖'])
  expect(zones('税收')).toEqual([])
})

test('a version is a whole number', () => {
  expect([
    versionOf('12'),
    versionOf('0'),
    versionOf('-1'),
    versionOf(''),
    versionOf(null),
  ]).toEqual([12, 0, null, null, null])
})
