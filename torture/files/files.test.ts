import { expect, test } from 'vitest'
import { files } from './files.ts'

test('broken and hostile files crash nothing and change no number', async () => {
  const rows = await files({ count: 400, minutes: null, seed: 1 }, () => undefined)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.flatMap(({ faults }) => faults)).toEqual([])
})
