import { expect, test } from 'vitest'
import {
  chooseZone,
  correct,
  correctionAt,
  countCells,
  hasEdits,
  replaceText,
  unchooseZone,
  uncorrect,
  unreplace,
} from './edits.ts'

const corrections = [{ row: 5, column: 2, text: '12' }]

test('a cell is corrected once, and corrections stand in the order of the file', () => {
  expect(correct({ corrections }, { row: 5, column: 2, text: '13' })).toEqual({
    corrections: [{ row: 5, column: 2, text: '13' }],
  })
  const more = correct({ corrections }, { row: 3, column: 9, text: 'a' })
  expect(more.corrections?.map(({ row }) => row)).toEqual([3, 5])
})

test('a correction is taken back, others stay', () => {
  expect(uncorrect({ corrections }, { row: 5, column: 2 })).toEqual({ corrections: [] })
  expect(uncorrect({ corrections }, { row: 5, column: 3 })).toEqual({ corrections })
  expect(correctionAt({ corrections }, 5, 2)).toBe('12')
  expect(correctionAt({}, 5, 2)).toBeUndefined()
})

test('the same text of the same column is replaced by the newest wish', () => {
  const one = { column: 2, find: '—', replace: '0' }
  const { replacements = [] } = replaceText({ replacements: [one] }, { ...one, replace: '' })
  expect(replacements).toEqual([{ ...one, replace: '' }])
  const all = replaceText({ replacements }, { ...one, column: null })
  expect(all.replacements).toHaveLength(2)
  expect(unreplace({ replacements: all.replacements ?? [] }, 0)).toEqual({
    replacements: [{ ...one, column: null }],
  })
})

test('a zone is chosen once by its name in the file', () => {
  const chosen = chooseZone({ zones: [{ name: '东湖', zone: 'a' }] }, { name: '东湖', zone: null })
  expect(chosen).toEqual({ zones: [{ name: '东湖', zone: null }] })
  expect(unchooseZone({ zones: chosen.zones ?? [] }, '东湖')).toEqual({ zones: [] })
})

test('whole cells are counted, in one column or in all', () => {
  const items = [
    { row: 2, cells: ['无', ' 无 ', '无数据'], problems: [] },
    { row: 3, cells: ['1', '无', ''], problems: [] },
  ]
  expect(countCells(items, { find: '无', column: null })).toBe(3)
  expect(countCells(items, { find: '无', column: 2 })).toBe(2)
  expect(countCells(items, { find: ' ', column: null })).toBe(0)
})

test('edits are known to exist', () => {
  expect([hasEdits({}), hasEdits({ corrections })]).toEqual([false, true])
})
