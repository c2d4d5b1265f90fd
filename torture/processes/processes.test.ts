import { expect, test } from 'vitest'
import { processes } from './processes.ts'

test('two processes on one database take 20 uploads at once, and one of them may die', async () => {
  const rows = await processes({ count: 2, minutes: null, seed: 1 }, () => undefined)
  expect(rows).toHaveLength(2)
  expect(rows.flatMap(({ faults }) => faults)).toEqual([])
})
