import { expect, test } from 'vitest'
import { SECTIONS, readSections, withSections } from './sections.ts'

const read = (query: string) => readSections(new URLSearchParams(query))

test.each([
  ['', SECTIONS],
  ['sec=table,chart', ['chart', 'table']],
  ['sec=table&sec=sources', ['table', 'sources']],
  ['sec=nothing', SECTIONS],
])('%s has the sections %j', (query, expected) => {
  expect(read(query)).toEqual(expected)
})

test('what is written is read back, and all are left out', () => {
  expect(withSections('/report?v=1&y=2023', ['table'])).toBe('/report?v=1&y=2023&sec=table')
  expect(withSections('/report?v=1&sec=table', SECTIONS)).toBe('/report?v=1')
  expect(withSections('/report', [])).toBe('/report')
  expect(read(withSections('/report', ['sources', 'chart']).split('?')[1] ?? '')).toEqual([
    'chart',
    'sources',
  ])
})
