import { expect, test } from 'vitest'
import { attacks } from './attacks.ts'

test('no attack comes through', async () => {
  const rows = await attacks({ count: null, minutes: null, seed: 1 }, () => undefined)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.flatMap(({ faults }) => faults)).toEqual([])
})
