import { expect, test } from 'vitest'
import {
  AGGREGATE_OPTIONS,
  COMPOSITE_FAULTS,
  GAP_OPTIONS,
  GAP_RULES,
  NORMALISE_KINDS,
  NORMALISE_OPTIONS,
  WEIGHINGS,
  WEIGHT_OPTIONS,
} from '../index.ts'

const ids = (options: readonly { readonly id: string }[]) => options.map(({ id }) => id)

test('every option of a method has a name and a note', () => {
  expect(ids(GAP_OPTIONS)).toEqual([...GAP_RULES])
  expect(ids(NORMALISE_OPTIONS)).toEqual([...NORMALISE_KINDS])
  expect(ids(WEIGHT_OPTIONS)).toEqual([...WEIGHINGS])
  expect(new Set(ids(AGGREGATE_OPTIONS)).size).toBe(8)
})

test.each(Object.entries(COMPOSITE_FAULTS))('%s is told in both languages', (_, { zh, en }) => {
  expect(zh).toMatch(/[\u4e00-\u9fff].*。$/u)
  expect(en).toMatch(/^[A-Z].*\.$/u)
})

test.each([...GAP_OPTIONS, ...NORMALISE_OPTIONS, ...WEIGHT_OPTIONS, ...AGGREGATE_OPTIONS])(
  '$id says it in both languages',
  ({ name, note }) => {
    expect(note.zh).toMatch(/[\u4e00-\u9fff].*。$/u)
    expect(note.en).toMatch(/^[A-Z0-9].*\.$/u)
    expect(name.zh.length * name.en.length).toBeGreaterThan(0)
  },
)
