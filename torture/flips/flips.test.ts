import { expect, test } from 'vitest'
import { flips } from './flips.ts'

test('a damaged database is refused with advice, or right', async () => {
  const rows = await flips({ count: 8, minutes: null, seed: 1 }, () => undefined)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.flatMap(({ faults }) => faults)).toEqual([])
})
