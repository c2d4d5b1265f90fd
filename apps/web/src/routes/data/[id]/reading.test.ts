import type { FileProblem, UploadColumn } from '@permu/api/client'
import { expect, test } from 'vitest'
import {
  changeColumn,
  changeFile,
  choicesOf,
  obstacle,
  problemsByCell,
  rankHref,
} from './reading.ts'

const column = (index: number, rest: Partial<UploadColumn> = {}): UploadColumn => ({
  index,
  header: `H${String(index)}`,
  role: 'value',
  confidence: 1,
  why: 'numbers',
  ...rest,
})

test('only what a person said is kept', () => {
  const columns = [column(1), column(2, { why: 'person', field: 'tax', unit: '万元' })]
  expect(choicesOf(columns)).toEqual([{ index: 2, role: 'value', field: 'tax' }])
})

test('a unit is changed beside earlier choices', () => {
  const columns = [column(1), column(2, { why: 'person', role: 'ignored' })]
  expect(changeColumn(columns, 1, { unit: '公顷' })).toEqual({
    columns: [
      { index: 1, role: 'value', unit: '公顷' },
      { index: 2, role: 'ignored' },
    ],
  })
})

test('a column that is no value any more has no field and no unit', () => {
  const columns = [column(1, { field: 'tax', unit: '万元', unitSource: 'person' })]
  expect(changeColumn(columns, 1, { role: 'ignored' })).toEqual({
    columns: [{ index: 1, role: 'ignored' }],
  })
})

test('one column names the zones: a second choice takes the place of the first', () => {
  const columns = [column(1, { role: 'zone', why: 'person' }), column(2)]
  expect(changeColumn(columns, 2, { role: 'zone' })).toEqual({
    columns: [{ index: 2, role: 'zone' }],
  })
})

test('another header row starts the columns afresh', () => {
  expect(changeFile({ headerRow: 3 })).toEqual({ headerRow: 3, columns: [] })
})

test('a cell shows its worst problem', () => {
  const problem = (severity: FileProblem['severity'], row: number | null): FileProblem => ({
    code: 'x',
    severity,
    row,
    column: 2,
    header: null,
    text: null,
    byte: null,
    message: { zh: '', en: '' },
    hint: { zh: '', en: '' },
  })
  const items = [problem('error', 5), problem('warning', 5), problem('error', null)]
  const cells = problemsByCell(items)
  expect([cells.size, cells.get('5:2')?.severity]).toEqual([1, 'error'])
})

test('the ranking opens at the period of the file', () => {
  expect(rankHref({ file: null })).toBe('/rank')
})

test('the policy “stop” holds a file with errors back, the others do not', () => {
  const none = { rows: 0, accepted: 0, rejected: 0, added: 0, changed: 0, same: 0, zonesAdded: 0 }
  const counts = { ...none, cells: 5 }
  const problems = { errors: 1, warnings: 0, infos: 0, items: [] }
  const ready = { status: 'ready', counts, problems } as const
  expect(obstacle({ ...ready, policy: 'stop' })).toBe('errors')
  expect(obstacle({ ...ready, policy: 'skip-cells' })).toBeNull()
  expect(obstacle({ ...ready, policy: 'stop', problems: { ...problems, errors: 0 } })).toBeNull()
  expect(obstacle({ ...ready, policy: 'skip-rows', counts: { ...none, cells: 0 } })).toBe('empty')
  expect(obstacle({ ...ready, policy: 'stop', status: 'committed' })).toBe('status')
})
