import { expect, test } from 'vitest'
import { servers } from './servers.ts'

test('upload, ranking, trace and withdrawal work over cells at two servers', async () => {
  const rows = await servers({ count: null, minutes: null, seed: 1 }, () => undefined)
  expect(rows).toHaveLength(1)
  expect(rows.flatMap(({ faults }) => faults)).toEqual([])
})
