import { expect, test } from 'vitest'
import { soak } from './soak.ts'

test('mixed load makes no errors, and no pile of open descriptors', async () => {
  const rows = await soak({ count: null, minutes: 0.07, seed: 1 }, () => undefined)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.flatMap(({ faults }) => faults)).toEqual([])
})
