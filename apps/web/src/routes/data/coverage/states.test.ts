import { MISSING_REASONS } from '@permu/metrics'
import { expect, test } from 'vitest'
import { shadeOf, signOf, statesOf, stateText } from './states.ts'

test('full, empty and between have shades of their own', () => {
  expect([0, 1, 33, 34, 65, 66].map((n) => shadeOf(n, 66))).toEqual([0, 1, 2, 2, 3, 4])
  expect(shadeOf(0, 0)).toBe(0)
})

test('the legend holds what occurs, once and in order', () => {
  const rows = [{ cells: ['none', 'suppressed'] }, { cells: ['value', 'suppressed', 'strange'] }]
  expect(statesOf(rows)).toEqual(['value', 'suppressed', 'strange', 'none'])
})

test('every state that data can be in has a sign and words of its own', () => {
  const stated = MISSING_REASONS.slice(0, 6)
  for (const locale of ['zh', 'en'] as const) {
    const states = ['value', 'none', ...stated]
    expect(new Set(states.map((state) => signOf(state, locale))).size).toBe(states.length)
    expect(new Set(states.map((state) => stateText(state, locale))).size).toBe(states.length)
  }
  expect(stated).toContain('excluded')
})
