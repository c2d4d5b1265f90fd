import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eq } from '#dialect'
import { databaseFor } from '#test-database'
import { dataVersion } from '../data/queries.ts'
import { bumpDataVersion } from '../uploads/queries.ts'
import { people } from './schema.ts'
import { execute, openStore, type Store } from './store.ts'
import { verifyAudit } from '../audit/verify.ts'

let database: Awaited<ReturnType<typeof databaseFor>>
let store: Store
beforeAll(async () => {
  database = await databaseFor(undefined)
  store = await openStore(database.address)
})
afterAll(async () => {
  await store.close()
  await database.drop()
})

const raise = (code: string) => `do $$ begin raise exception 'no' using errcode = '${code}'; end $$`

describe('a transaction', () => {
  test.each(['40001', '40P01'])('that met another one (%s) is done again, once', async (code) => {
    const before = await dataVersion(store.read)
    let tries = 0
    const answer = await store.write(async (db) => {
      await bumpDataVersion(db)
      if (++tries < 3) await execute(db, raise(code))
      return tries
    })
    expect(answer).toBe(3)
    expect(await dataVersion(store.read)).toBe(before + 1)
    expect(await verifyAudit(store.read)).toMatchObject({ ok: true })
  })

  test('that is wrong is not done again', async () => {
    let tries = 0
    const failing = store.write(async (db) => {
      tries++
      await execute(db, raise('22012'))
    })
    await expect(failing).rejects.toMatchObject({ code: '22012' })
    expect(tries).toBe(1)
  })

  test('whose failure was swallowed is not told as done', async () => {
    const before = await dataVersion(store.read)
    const half = store.write(async (db) => {
      await bumpDataVersion(db)
      await execute(db, raise('22012')).catch(() => undefined)
    })
    await expect(half).rejects.toThrow('current transaction is aborted')
    expect(await dataVersion(store.read)).toBe(before)
  })

  test('that is over can do no more', async () => {
    const kept = await store.write(async (db) => ({ db }))
    await expect(bumpDataVersion(kept.db)).rejects.toThrow()
    await expect(kept.db.$client.query('select 1')).rejects.toThrow('over')
  })

  test('tells what failed without the values of the statement', async () => {
    const row = { id: 'x', name: 'secret-name', email: 'e', role: 'viewer' } as never
    const failing = store.stage((db) => db.insert(people).values(row))
    const error: unknown = await failing.catch((caught: unknown) => caught)
    expect(String(error)).toContain('null value')
    expect(String(error)).not.toContain('secret-name')
    expect(await store.read.select().from(people).where(eq(people.id, 'x'))).toEqual([])
  })
})

describe('what transactions touch', () => {
  test('leaves nothing behind, nor does what is staged', async () => {
    await store.stage((db) =>
      execute(db, "insert into settings values ('main', 's', '1', 't', 'x')"),
    )
    await store.write((db) => execute(db, "update settings set value = '2'"))
    const left = await store.read.$client.query('select count(*) from permu_touched')
    expect(left).toEqual([[0]])
  })

  test('is noticed by the same triggers after another start', async () => {
    const triggers = () =>
      store.read.$client.query(
        "select tgrelid::regclass::text, oid from pg_trigger where tgname = 'permu_touch' order by 1",
      )
    const before = await triggers()
    expect(before.length).toBe(10)
    const again = await openStore(database.address)
    await again.close()
    expect(await triggers()).toEqual(before)
  })
})

describe('a database that must not be used', () => {
  const opening = (address: string) => openStore(address)

  test('of a newer version says which it is', async () => {
    const log = 'drizzle.__drizzle_migrations'
    await store.stage((db) =>
      execute(db, `insert into ${log} (hash, created_at) values ('newer', 9)`),
    )
    await expect(opening(database.address)).rejects.toThrow(
      /newer version of permu \(its schema is \d+/u,
    )
    await store.stage((db) => execute(db, `delete from ${log} where hash = 'newer'`))
    await (await opening(database.address)).close()
  })

  test('of another program is left alone', async () => {
    const other = await databaseFor(undefined)
    const first = await openStore(other.address)
    await first.stage((db) => execute(db, 'drop schema drizzle cascade'))
    await first.close()
    await expect(opening(other.address)).rejects.toThrow('its tables are others')
    await other.drop()
  })
})
