import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setTimeout } from 'node:timers/promises'
import { openApi, reopenApi, type Api } from '../../testing.ts'
import { dataVersion } from '../../data/queries.ts'
import { bumpDataVersion } from '../../uploads/queries.ts'
import type { Store } from '../store.ts'

let api: Api
let store: Store
beforeEach(async () => {
  api = await openApi()
  store = api.deps.store
})
afterEach(() => api.close())

describe('writing', () => {
  test('work that awaits in the middle still happens one after the other', async () => {
    const order: string[] = []
    const slow = store.write(async (db) => {
      order.push('slow begins')
      await setTimeout(20)
      await bumpDataVersion(db)
      order.push('slow ends')
    })
    const quick = store.write(async (db) => {
      order.push('quick')
      await bumpDataVersion(db)
    })
    await Promise.all([slow, quick])
    expect(order).toEqual(['slow begins', 'slow ends', 'quick'])
    expect(await dataVersion(store.read)).toBe(2)
  })
})
