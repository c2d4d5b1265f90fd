import { expect, test } from 'vitest'
import { messages } from './messages.ts'
import { reachOf } from './reach.ts'
import { DEFAULT_STATE, type RankState } from './state.ts'
import { buildBoard, THREE, manyZones } from './testing.ts'
import { SURE } from './sure.ts'
import { uncertaintyOf } from './uncertainty.ts'
import { steadyVerdict } from './verdict.ts'
import { tierStarts } from './view.ts'

const values = manyZones(3)
const asked = (change: Partial<RankState> = {}) => ({
  values,
  choices: THREE,
  state: { ...DEFAULT_STATE, draws: 200, ...change },
})
const words = { t: messages.zh, locale: 'zh' as const }

function found(change: Partial<RankState> = {}) {
  const uncertainty = uncertaintyOf(asked(change))
  if (!uncertainty) throw new Error('There are no intervals')
  return uncertainty
}

test('the same address gives the same intervals, another seed others', () => {
  expect(found()).toEqual(found())
  expect(found({ seed: 2 }).intervals).not.toEqual(found().intervals)
})

test('every ranked zone has an interval in order, and no other zone has one', () => {
  const board = buildBoard(values, THREE, DEFAULT_STATE)
  const { intervals, tiers } = found()
  expect(Object.keys(intervals).sort()).toEqual(board.rows.map(({ zone }) => zone).sort())
  for (const { zone } of board.rows) {
    const { low, median, high } = intervals[zone] ?? { low: NaN, median: NaN, high: NaN }
    expect([low <= median, median <= high, low >= 1, high <= board.rows.length]).toEqual([
      true,
      true,
      true,
      true,
    ])
  }
  const order = board.rows.map(({ zone }) => tiers[zone] ?? 0)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(tierStarts(board.rows, tiers).size).toBe(new Set(order).size - 1)
})

test('the verdict names exactly the leaders that stay in enough draws', () => {
  const board = buildBoard(values, THREE, DEFAULT_STATE)
  const names = board.rows.slice(0, 3).map(({ name }) => name)
  const leaders = (...shares: number[]) => ({
    places: 3,
    leaders: board.rows.slice(0, 3).map(({ zone }, k) => ({ zone, share: shares[k] ?? 0 })),
  })
  expect(steadyVerdict(board, leaders(1, SURE, 0.94), words)).toBe(
    `前 3 名中只有${names[0] ?? ''}、${names[1] ?? ''}在 95 % 的抽样里保持前 3。`,
  )
  expect(steadyVerdict(board, leaders(1, 1, 1), words)).toContain('都保持前 3')
  expect(steadyVerdict(board, leaders(0.9, 0.2, 0.1), words)).toContain('没有一个')
  expect(
    steadyVerdict(board, { places: 1, leaders: leaders(0.62).leaders.slice(0, 1) }, words),
  ).toBe('但只在 62% 的抽样里居首。')
})

test('a method that cannot be applied has no intervals', () => {
  const state = { method: { ...DEFAULT_STATE.method, miss: 'gmean' as const } }
  expect(uncertaintyOf(asked(state))).toBeNull()
})

test('what it takes lifts the zone when it is put to the ranking', () => {
  const board = buildBoard(values, THREE, DEFAULT_STATE)
  const last = board.rows.at(-1)
  if (!last) throw new Error('Nobody is ranked')
  const reach = reachOf({ ...asked(), zone: last.zone, target: 6 })
  if (!reach.ok || !reach.least.ok) throw new Error('It cannot be lifted')
  const to = new Map(reach.least.steps.map((step) => [step.id, step.to]))
  const changed = {
    ...values,
    values: values.values.map((row, i) =>
      values.zones[i]?.id === last.zone
        ? row.map((value, k) => to.get(values.indicators[k]?.id ?? '') ?? value)
        : row,
    ),
  }
  const after = buildBoard(changed, THREE, DEFAULT_STATE)
  expect(after.rows.find(({ zone }) => zone === last.zone)?.rank).toBeLessThanOrEqual(6)
})

test('the first needs nothing, and a zone without a rank is told so', () => {
  const first = buildBoard(values, THREE, DEFAULT_STATE).rows[0]?.zone ?? ''
  expect(reachOf({ ...asked(), zone: first, target: null })).toEqual({ ok: false, why: 'first' })
  expect(reachOf({ ...asked(), zone: 'z12', target: 1 })).toEqual({ ok: false, why: 'unranked' })
  expect(reachOf({ ...asked(), zone: 'nobody', target: 1 })).toEqual({ ok: false, why: 'unranked' })
})
