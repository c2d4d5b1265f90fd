import { expect, test } from 'vitest'
import { faults } from './faults.ts'

test('a disk that fails or is full costs nothing but the attempt', async () => {
  const rows = await faults({ count: 1, minutes: null, seed: 1 }, () => undefined)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.flatMap(({ faults }) => faults)).toEqual([])
})
