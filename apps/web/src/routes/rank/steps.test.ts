import { expect, test } from 'vitest'
import { csvLink } from './links.ts'
import { optionWords } from './method-messages.ts'
import { CHOICE_KEYS, codesOf, type MethodChoices } from './options.ts'
import { DEFAULT_STATE } from './state.ts'
import { buildBoard, THREE, manyZones } from './testing.ts'

const values = manyZones(5)
const board = (method: Partial<MethodChoices>, grouped = false) =>
  buildBoard(values, THREE, {
    ...DEFAULT_STATE,
    group: grouped ? ('type' as const) : null,
    method: { ...DEFAULT_STATE.method, ...method },
  })

test('a filled cell is marked with its rule, and its zone is ranked', () => {
  const { rows, changed } = board({ miss: 'median' })
  const row = rows.find(({ zone }) => zone === 'z12')
  expect(row?.marks[2]).toMatchObject({ why: 'median', before: null })
  expect(row?.values[2]).toBeNull()
  expect(changed.imputed).toBe(1)
})

test('an outlier is marked with what it was', () => {
  const extreme = {
    ...values,
    values: values.values.map((row, i) => (i === 0 ? [100_000, ...row.slice(1)] : row)),
  }
  const method = { ...DEFAULT_STATE.method, treat: 'jrc' as const }
  const { rows } = buildBoard(extreme, THREE, { ...DEFAULT_STATE, method })
  const mark = rows.find(({ zone }) => zone === 'z1')?.marks[0]
  expect(mark).toMatchObject({ why: 'winsorised', before: 100_000 })
  expect(mark?.after).toBeLessThan(1000)
})

test('grades and ranks among peers stand beside the rank', () => {
  const { rows } = board({ grade: 'quarters' }, true)
  expect(rows.map(({ grade }) => grade).join('')).toMatch(/^A+B+C+D+$/u)
  expect(rows[0]?.peers).toEqual({
    group: rows[0]?.type,
    rank: 1,
    of: rows[0]?.type === '制造' ? 6 : 5,
  })
})

test('an aggregation that is no sum has no parts; a rule without its groups has its fault', () => {
  expect(board({ agg: 'topsis' }).rows[0]?.parts).toBeNull()
  expect(board({ miss: 'gmean' }).fault?.code).toBe('no-groups')
  expect(board({ miss: 'gmean' }, true).fault).toBeNull()
})

test('weights from the data are shown as the shares that were used', () => {
  const { criteria } = board({ wt: 'entropy', miss: 'median' })
  expect(criteria.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100, 9)
  expect(new Set(criteria.map(({ share }) => share.toFixed(2))).size).toBeGreaterThan(1)
})

test('every option of the chooser has a name and a note in both languages', () => {
  for (const key of CHOICE_KEYS) {
    for (const code of codesOf(key)) {
      const [zh, en] = [optionWords(key, code, 'zh'), optionWords(key, code, 'en')]
      expect([zh.note, en.note, en.name], `${key} ${code}`).not.toContain('')
      expect(zh.note, `${key} ${code}`).not.toBe(en.note)
    }
  }
})

test('the CSV is asked for by the same method', () => {
  const plain = board({})
  expect(csvLink('2023', plain, DEFAULT_STATE)).toContain('by=tax%3A1%3Amore')
  const state = { ...DEFAULT_STATE, method: { ...DEFAULT_STATE.method, agg: 'topsis' as const } }
  const link = new URL(csvLink('2023', buildBoard(values, THREE, state), state), 'http://x')
  expect(JSON.parse(link.searchParams.get('method') ?? '{}')).toMatchObject({
    version: 1,
    aggregate: { kind: 'topsis' },
  })
})
