import type { UploadColumn } from '@permu/api/client'
import { expect, test } from 'vitest'
import { changeItem } from './items.ts'

const column = (index: number, item: string | undefined, more: Partial<UploadColumn> = {}) => ({
  index,
  header: `H${String(index)}`,
  role: 'value' as const,
  confidence: 1,
  why: 'ledger-item',
  period: null,
  ...(item !== undefined && { item }),
  ...more,
})

const COLUMNS = [
  column(1, 'zone', { role: 'zone' }),
  column(2, 'project-area', { unit: '公顷', unitSource: 'person' }),
  column(3, 'project-tax', { period: '2022' }),
  column(4, 'project-tax', { period: '2023', why: 'person' }),
  column(5, undefined, { role: 'ignored' }),
]

test('a column takes an item, and the one that had it gives it up', () => {
  expect(changeItem(COLUMNS, 5, { item: 'project-area' })).toEqual({
    kind: 'ledger',
    columns: [
      { index: 2, role: 'ignored' },
      { index: 4, role: 'value', field: 'project-tax' },
      { index: 5, role: 'value', field: 'project-area' },
    ],
  })
})

test('tax of several years stays in several columns', () => {
  expect(changeItem(COLUMNS, 5, { item: 'project-tax' }).columns).toContainEqual({
    index: 3,
    role: 'value',
    field: 'project-tax',
  })
})

test('a unit is changed beside the item, and a column can be left out', () => {
  expect(changeItem(COLUMNS, 2, { unit: '亩' }).columns?.[0]).toEqual({
    index: 2,
    role: 'value',
    field: 'project-area',
    unit: '亩',
  })
  expect(changeItem(COLUMNS, 1, { item: null }).columns).toContainEqual({
    index: 1,
    role: 'ignored',
  })
  expect(changeItem(COLUMNS, 9, { item: null })).toEqual({})
})
