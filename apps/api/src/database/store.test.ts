import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { dataVersion } from '../data/queries.ts'
import { bumpDataVersion } from '../uploads/queries.ts'
import { openStore } from './store.ts'

const open = () => openStore(join(mkdtempSync(join(tmpdir(), 'permu-store-')), 'permu.db'))

describe('the writer queue', () => {
  test('work that awaits in the middle still happens one after the other', async () => {
    const store = await open()
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
    await store.close()
  })

  test('work that fails leaves nothing, and the next goes on', async () => {
    const store = await open()
    const failing = store.write(async (db) => {
      await bumpDataVersion(db)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await store.write((db) => bumpDataVersion(db))
    expect(await dataVersion(store.read)).toBe(1)
    await store.close()
  })

  test('a reader does not see what is not committed', async () => {
    const store = await open()
    await store.write(async (db) => {
      await bumpDataVersion(db)
      expect(await dataVersion(store.read)).toBe(0)
    })
    expect(await dataVersion(store.read)).toBe(1)
    await store.close()
  })
})
