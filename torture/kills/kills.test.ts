import { expect, test } from 'vitest'
import { kills } from './kills.ts'

test('killed in the middle of anything, nothing acknowledged is lost and nothing is half there', async () => {
  const rows = await kills({ count: 8, minutes: null, seed: 1 }, () => undefined)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.flatMap(({ faults }) => faults)).toEqual([])
})
