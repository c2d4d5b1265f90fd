import { expect, test } from 'vitest'
import { betterOf } from '#lib/columns.ts'
import { fieldCriteria, pickColumns } from './defaults.ts'
import { DEFAULT_STATE } from './state.ts'
import { buildBoard, VALUES } from './testing.ts'
import { barSpan, layOut, nextSort, segmentsOf, sortRows } from './view.ts'

const REWEIGHT = {
  ...DEFAULT_STATE,
  method: { ...DEFAULT_STATE.method, miss: 'reweight' as const },
}

const both = [
  { id: 'tax', weight: 3 },
  { id: 'land', weight: 1 },
]

test('zones are ranked; one that lacks a value is told with its reason', () => {
  const board = buildBoard(VALUES, both, DEFAULT_STATE)
  expect(board.rows.map(({ name, rank }) => [name, rank])).toEqual([
    ['甲', 1],
    ['乙', 2],
    ['丙', 3],
  ])
  expect(board.excluded).toEqual([
    {
      zone: 'z4',
      name: '丁',
      why: 'missing',
      gaps: [{ criterion: 0, reason: 'suppressed', fields: ['tax'] }],
    },
  ])
  expect(board.criteria.map(({ share }) => share)).toEqual([75, 25])
})

test('parts sum to the score', () => {
  for (const row of buildBoard(VALUES, both, DEFAULT_STATE).rows) {
    const total = (row.parts ?? []).reduce<number>((sum, part) => sum + (part ?? 0), 0)
    expect(total).toBeCloseTo(row.score, 10)
  }
})

test('reweighting keeps the zone in and says why its value is missing', () => {
  const board = buildBoard(VALUES, both, REWEIGHT)
  const row = board.rows.find(({ zone }) => zone === 'z4')
  expect([row?.values, row?.parts?.[0], row?.reasons]).toEqual([
    [null, 4],
    null,
    ['suppressed', null],
  ])
})

test('equal scores share a rank and are marked as tied', () => {
  const board = buildBoard(
    VALUES,
    both.map(({ id }) => ({ id, weight: 1 })),
    DEFAULT_STATE,
  )
  expect(board.rows.map(({ rank, tied }) => [rank, tied])).toEqual([
    [1, true],
    [1, true],
    [1, true],
  ])
})

test('a type filter ranks among its own', () => {
  const board = buildBoard(VALUES, both, { ...DEFAULT_STATE, type: '制造' })
  expect([board.zones, board.rows.map(({ name }) => name)]).toEqual([2, ['甲', '乙']])
})

test('the other direction turns the order; faults are told', () => {
  const turned = buildBoard(VALUES, [{ id: 'tax', weight: 1, better: 'less' }], DEFAULT_STATE)
  expect(turned.rows[0]?.name).toBe('丙')
  expect(buildBoard(VALUES, [], DEFAULT_STATE).fault?.code).toBe('no-criteria')
  expect(buildBoard(VALUES, [{ id: 'tax', weight: 0 }], DEFAULT_STATE).fault?.code).toBe(
    'weights-all-zero',
  )
})

test('an open end of a target is open', () => {
  expect(betterOf({ target: [1, 2] })).toEqual({ target: [1, 2] })
  expect(betterOf('less')).toBe('less')
})

test('any file is ranked: fields that enough zones have, equal weights', () => {
  expect(fieldCriteria(VALUES)).toEqual([
    { id: 'tax', weight: 1 },
    { id: 'land', weight: 1 },
  ])
  const picked = pickColumns(VALUES, ['land'])
  expect([picked.values[0], picked.missing]).toEqual([[1], []])
})

test('rows are sorted by a column and back by rank', () => {
  const board = buildBoard(VALUES, both, REWEIGHT)
  const names = (key: string, descending: boolean) =>
    sortRows(board, { key, descending }, (a, b) => a.localeCompare(b)).map(({ zone }) => zone)
  expect(names('land', true)[0]).toBe('z4')
  expect(names('tax', true).at(-1)).toBe('z4')
  expect(names('tax', false).at(-1)).toBe('z4')
  expect(nextSort(null, 'tax')).toEqual({ key: 'tax', descending: true })
  expect(nextSort({ key: 'tax', descending: false }, 'tax')).toBeNull()
})

test('of more than 300 rows the first 100 are shown; pins come first', () => {
  const row = buildBoard(VALUES, both, DEFAULT_STATE).rows[0]
  const rows = Array.from({ length: 400 }, (_, i) => ({ ...row!, zone: `z${String(i)}` }))
  const cut = layOut(rows, { pins: ['z399'], all: false })
  expect([cut.shown.length, cut.hidden, cut.pinned.length]).toEqual([100, 300, 1])
  expect(layOut(rows.slice(0, 300), { pins: [], all: false }).hidden).toBe(0)
  expect(layOut(rows, { pins: [], all: true }).hidden).toBe(0)
})

test('negative parts lie to the left of zero', () => {
  const span = { low: -1, high: 1 }
  expect(segmentsOf([0.5, -0.5, null], span)).toEqual([
    { criterion: 0, x: 50, width: 25 },
    { criterion: 1, x: 25, width: 25 },
  ])
  expect(barSpan([])).toEqual({ low: 0, high: 1 })
})
