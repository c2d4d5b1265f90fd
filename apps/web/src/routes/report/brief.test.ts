import { expect, test } from 'vitest'
import { DEFAULT_STATE } from '../rank/state.ts'
import { buildBoard, THREE, VALUES, manyZones } from '../rank/testing.ts'
import { uncertaintyOf } from '../rank/uncertainty.ts'
import { briefVerdict, intervalText } from './brief.ts'

const words = { period: '2023', locale: 'zh' } as const
const both = [
  { id: 'tax', weight: 3 },
  { id: 'land', weight: 1 },
]

test('without intervals nobody is called the first', () => {
  const board = buildBoard(VALUES, both, DEFAULT_STATE)
  expect(briefVerdict(board, null, words)).toBe(
    '2023 期 4 个园区中 3 个参评；甲得分最高；没有名次区间，不断言其为第一；1 个缺数据未参评，最常缺“tax名”。',
  )
})

test('the first is called so only where its whole interval is the first rank', () => {
  const board = buildBoard(VALUES, both, DEFAULT_STATE)
  const sure = { z1: { low: 1, high: 1, median: 1, mean: 1, ranked: 10 } }
  expect(briefVerdict(board, sure, words)).toContain('甲居第一')
  const unsure = { z1: { low: 1, high: 2.05, median: 1, mean: 1, ranked: 10 } }
  expect(briefVerdict(board, unsure, words)).toContain('只能说属于前 3 名')
})

test('what is said of a computed ranking holds in nine of ten draws', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const values = manyZones(seed)
    const board = buildBoard(values, THREE, DEFAULT_STATE)
    const found = uncertaintyOf({ values, choices: THREE, state: { ...DEFAULT_STATE, draws: 200 } })
    const text = briefVerdict(board, found?.intervals ?? null, words)
    const leader = board.rows[0]
    const interval = leader && found?.intervals[leader.zone]
    expect(text.includes('居第一')).toBe(interval?.low === 1 && interval.high === 1)
  }
})

test('ends are rounded outwards', () => {
  expect([null, { low: 2.4, high: 5.1 }, { low: 3, high: 3 }].map(intervalText)).toEqual([
    '–',
    '2–6',
    '3',
  ])
})
