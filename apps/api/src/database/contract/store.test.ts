import { setTimeout } from 'node:timers/promises'
import { ALONE } from '#test-database'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { placeOf } from '../../backup/folder.ts'
import { dataVersion } from '../../data/queries.ts'
import { openApi, type Api } from '../../testing.ts'
import { bumpDataVersion } from '../../uploads/queries.ts'
import { verifyAudit } from '../../audit/verify.ts'
import { settings } from '../schema.ts'
import { execute, openStore, WORKSPACE, type Store } from '../store.ts'

let api: Api
let store: Store
let before = 0
beforeAll(async () => {
  api = await openApi()
  store = api.deps.store
})
beforeEach(async () => {
  before = await dataVersion(store.read)
})
afterAll(() => api.close())

const bump = () => store.write(bumpDataVersion)
const passed = async () => (await dataVersion(store.read)) - before

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
    expect(await passed()).toBe(2)
  })

  test('work that fails leaves nothing, and the next goes on', async () => {
    const failing = store.write(async (db) => {
      await bumpDataVersion(db)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await bump()
    expect(await passed()).toBe(1)
  })

  test('a statement that fails takes all of its transaction with it', async () => {
    const failing = store.write(async (db) => {
      await bumpDataVersion(db)
      await execute(db, 'insert into nowhere (id) values (1)')
    })
    await expect(failing).rejects.toThrow('nowhere')
    expect(await passed()).toBe(0)
  })

  test('a reader sees all of a transaction or nothing of it', async () => {
    const { promise: changed, resolve: tell } = Promise.withResolvers<undefined>()
    const { promise: enough, resolve: end } = Promise.withResolvers<undefined>()
    const writing = store.write(async (db) => {
      await bumpDataVersion(db)
      tell(undefined)
      await enough
      await bumpDataVersion(db)
    })
    await changed
    const seen = passed()
    await setTimeout(30)
    end(undefined)
    // Over one connection whoever reads waits until it is over.
    expect(await seen).toBe(ALONE ? 2 : 0)
    await writing
    expect(await passed()).toBe(2)
  })

  test('what is staged is there for the next one', async () => {
    await store.stage(bumpDataVersion)
    await store.flush()
    expect(await passed()).toBe(1)
    await expect(store.stage(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  })

  test('staged work at the same time is all kept', async () => {
    const row = { workspace: WORKSPACE, value: 1, at: 't', by: 'x' }
    const names = Array.from({ length: 12 }, (_, i) => `staged-${String(i)}`)
    await Promise.all(
      names.map((name) => store.stage((db) => db.insert(settings).values({ ...row, name }))),
    )
    expect(await store.read.$count(settings)).toBe(names.length)
  })
})

describe('the stamp', () => {
  test('stays while nothing is written, and is another one after every write', async () => {
    const first = await store.stamp()
    expect(await store.stamp()).toBe(first)
    await bump()
    const second = await store.stamp()
    expect(second).not.toBe(first)
    await store.stage(bumpDataVersion)
    expect(await store.stamp()).not.toBe(second)
  })

  test('hears of what another opening of the same database writes, and the log of both is whole', async () => {
    const other = await openStore(placeOf(api.deps.config), { beside: true })
    for (let i = 0; i < 3; i++) {
      const [here, there] = [await store.stamp(), await other.stamp()]
      await other.write(bumpDataVersion)
      expect(await store.stamp()).not.toBe(here)
      await bump()
      expect(await other.stamp()).not.toBe(there)
    }
    expect(await dataVersion(other.read)).toBe(before + 6)
    await other.close()
    expect(await verifyAudit(store.read)).toMatchObject({ ok: true })
  })
})
