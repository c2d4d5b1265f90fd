import type { Values } from '@permu/api/client'
import { expect, test } from 'vitest'
import { groupCounts, groupingsOf } from './groups.ts'
import { csvLink } from './links.ts'
import { DEFAULT_STATE, type RankState } from './state.ts'
import { buildBoard, THREE, manyZones } from './testing.ts'
import { uncertaintyOf } from './uncertainty.ts'
import { groupStarts } from './view.ts'

const industries = ['电子', '电子', '装备', '装备', '食品']

/** Twelve zones in three industries, one of them with a single zone, and some with none. */
const values: Values = {
  ...manyZones(4),
  zones: manyZones(4).zones.map((zone, i) => {
    const leadIndustry = industries[i]
    return leadIndustry === undefined ? zone : { ...zone, leadIndustry }
  }),
}
const state: RankState = { ...DEFAULT_STATE, draws: 200, group: 'leadIndustry', within: true }

test('only what some zone carries is offered', () => {
  expect(groupingsOf(values)).toEqual(['type', 'leadIndustry'])
  expect(groupingsOf(null)).toEqual([])
})

test('single zones and zones without a group are counted', () => {
  expect(groupCounts(['a', 'a', 'b', null])).toEqual({ groups: 2, single: 1, none: 1 })
})

test('within groups each is ranked by itself, in the order of its scores', () => {
  const { rows, excluded } = buildBoard(values, THREE, state)
  expect(rows).toHaveLength(5)
  expect(excluded.filter(({ why }) => why === 'no-group')).toHaveLength(6)
  for (const own of Map.groupBy(rows, ({ peers }) => peers?.group).values()) {
    expect(own.map(({ rank }) => rank)).toEqual(own.map((_, i) => i + 1))
    expect(own.map(({ score }) => score)).toEqual(
      own.map(({ score }) => score).toSorted((a, b) => b - a),
    )
  }
  expect([...groupStarts(rows).values()].toSorted()).toEqual(['电子', '装备', '食品'].toSorted())
  const overall = buildBoard(values, THREE, { ...state, within: false })
  expect(rows.map(({ zone, overall: rank }) => [zone, rank])).toEqual(
    rows.map(({ zone }) => [zone, overall.rows.find((row) => row.zone === zone)?.rank]),
  )
})

test('intervals and grades within groups stay within their size', () => {
  const graded: RankState = {
    ...state,
    group: 'type',
    method: { ...state.method, grade: 'quarters' },
  }
  const { rows } = buildBoard(values, THREE, graded)
  expect(rows.filter(({ grade }) => grade === 'A').length).toBeGreaterThan(1)
  const found = uncertaintyOf({ values, choices: THREE, state: graded })
  expect(found?.tiers).toEqual({})
  for (const { zone, peers } of rows) {
    expect(found?.intervals[zone]?.high).toBeLessThanOrEqual(peers?.of ?? 0)
  }
})

test('the CSV is asked for within the same groups', () => {
  const { searchParams } = new URL(
    csvLink('2023', buildBoard(values, THREE, state), state),
    'http://x',
  )
  expect([searchParams.get('group'), searchParams.get('within')]).toEqual(['leadIndustry', '1'])
})
