import { describe, expect, test } from 'vitest'
import { rowsNear } from './row-window.svelte.ts'

describe('the rows near the window', () => {
  const place = { row: 30, seen: 900 }

  test('at the top of the page: the first ones', () => {
    expect(rowsNear(2543, { ...place, top: 400 })).toEqual({ start: 0, end: 27 })
  })
  test('in the middle: some before and after those that are seen', () => {
    expect(rowsNear(2543, { ...place, top: -30_000 })).toEqual({ start: 990, end: 1040 })
  })
  test('at the end: up to the last', () => {
    expect(rowsNear(2543, { ...place, top: -76_000 })).toEqual({ start: 2523, end: 2543 })
  })
  test('beyond the end and with no rows: nothing that is not there', () => {
    expect(rowsNear(10, { ...place, top: -76_000 })).toEqual({ start: 9, end: 10 })
    expect(rowsNear(0, { ...place, top: 0 })).toEqual({ start: 0, end: 0 })
  })
})
