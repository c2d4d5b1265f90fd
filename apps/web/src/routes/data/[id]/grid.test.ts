import type { FileProblem } from '@permu/api/client'
import { expect, test } from 'vitest'
import { moved, nextMarked, problemsAt } from './grid.ts'

const shape = { rows: [4, 5, 9], columns: 3 }

test.each([
  ['ArrowDown', { row: 9, column: 2 }],
  ['ArrowUp', { row: 4, column: 2 }],
  ['ArrowLeft', { row: 5, column: 1 }],
  ['PageDown', { row: 9, column: 2 }],
  ['End', { row: 5, column: 3 }],
  ['Home', { row: 5, column: 1 }],
])('%s moves over the rows that are shown', (key, place) => {
  expect(moved({ row: 5, column: 2 }, key, shape)).toEqual(place)
})

test('the edges hold, and other keys do not move', () => {
  expect(moved({ row: 9, column: 3 }, 'ArrowRight', shape)).toEqual({ row: 9, column: 3 })
  expect(moved({ row: 9, column: 3 }, 'a', shape)).toBeNull()
})

const problem = (row: number, column: number | null): FileProblem => ({
  ...{ code: 'x', severity: 'error', row, column, header: null, text: null, byte: null },
  message: { zh: '', en: '' },
  hint: { zh: '', en: '' },
})
const items = [
  { row: 4, cells: ['', ''], problems: [problem(4, 2), problem(4, null)] },
  { row: 9, cells: ['', ''], problems: [problem(9, 1)] },
]

test('the next marked cell comes round again', () => {
  expect(nextMarked(items, null)).toEqual({ row: 4, column: 2 })
  expect(nextMarked(items, { row: 4, column: 2 })).toEqual({ row: 9, column: 1 })
  expect(nextMarked(items, { row: 9, column: 1 })).toEqual({ row: 4, column: 2 })
  expect(nextMarked([], null)).toBeNull()
})

test('a problem of the whole row shows at each of its cells', () => {
  expect(problemsAt(items, { row: 4, column: 1 })).toHaveLength(1)
  expect(problemsAt(items, { row: 4, column: 2 })).toHaveLength(2)
})
