import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setTimeout } from 'node:timers/promises'
import { eq } from '#dialect'
import { databaseFor } from '#test-database'
import { verifyAudit } from '../audit/verify.ts'
import { dataVersion } from '../data/queries.ts'
import { bumpDataVersion } from '../uploads/queries.ts'
import { blocks } from './schema.ts'
import { appendMany, execute, openStore, WORKSPACE, type Db, type Store } from './store.ts'

/** What only a server can show: several connections at once, and connections that break. */

let database: Awaited<ReturnType<typeof databaseFor>>
let one: Store
let two: Store
beforeAll(async () => {
  database = await databaseFor(undefined)
  const stores = await Promise.all([openStore(database.address), openStore(database.address)])
  ;[one, two] = stores
})
afterAll(async () => {
  await Promise.all([one.close(), two.close()])
  await database.drop()
})

const ownBackend = async ({ $client }: Db) =>
  Number((await $client.query('select pg_backend_pid()'))[0]?.[0])
const end = (pid: number) => one.read.$client.query('select pg_terminate_backend($1)', [pid])

test('two stores that write at once: nothing is lost, and the audit log is one chain', async () => {
  const before = await dataVersion(one.read)
  const work = async (db: Db) => {
    await bumpDataVersion(db)
    await setTimeout(2)
  }
  await Promise.all(Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? one : two).write(work)))
  expect(await dataVersion(two.read)).toBe(before + 30)
  expect(await verifyAudit(one.read)).toMatchObject({ ok: true })
})

test('whoever was answered by one store is seen by the other at once', async () => {
  for (let i = 0; i < 50; i++) {
    const known = { stamp: await two.stamp(), version: await dataVersion(two.read) }
    await one.write(bumpDataVersion)
    const stamp = await two.stamp()
    expect(stamp).not.toBe(known.stamp)
    expect(await dataVersion(two.read)).toBe(known.version + 1)
  }
})

test('staged work goes on beside a transaction that writes', async () => {
  const { promise: wait, resolve } = Promise.withResolvers<undefined>()
  const writing = one.write(async (db) => {
    await bumpDataVersion(db)
    await wait
  })
  await one.stage((db) =>
    execute(db, "insert into settings values ('main', 'beside', '1', 't', 'x')"),
  )
  await two.stage((db) => execute(db, "update settings set value = '2' where name = 'beside'"))
  resolve(undefined)
  await writing
  const found = await one.read.$client.query("select value from settings where name = 'beside'")
  expect(found).toEqual([['2']])
})

test('a connection that breaks in the middle: it is done again, once', async () => {
  const before = await dataVersion(one.read)
  let tries = 0
  await one.write(async (db) => {
    await bumpDataVersion(db)
    if (++tries === 1) await end(await ownBackend(db))
    await bumpDataVersion(db)
  })
  expect(tries).toBe(2)
  expect(await dataVersion(one.read)).toBe(before + 2)
})

describe('rows that are on their way', () => {
  const some = new Uint8Array(50_000)
  const row = (upload: string, block: number) => ({
    ...{ workspace: WORKSPACE, upload, block, period: '2024', count: 1, checksum: null },
    ...{ slots: some, zones: some, rows: some, values: some, reasons: some },
  })
  /** So many that they cannot all be on their way at once; early on something happens. */
  function* rowsOf(upload: string, happens: () => unknown) {
    for (let i = 0; i < 400; i++) {
      if (i === 5) happens()
      yield row(upload, i)
    }
  }
  const counted = (upload: string) => one.read.$count(blocks, eq(blocks.upload, upload))
  /** All connections that there are can be used, and none is in the middle of anything. */
  async function expectUsable() {
    await Promise.all(Array.from({ length: 12 }, () => one.stage((db) => execute(db, 'select 1'))))
    const left = await two.read.$client.query(
      "select count(*) from pg_stat_activity where state like 'idle in transaction%' and datname = current_database()",
    )
    expect(left).toEqual([[0]])
  }

  test('by a connection that breaks are sent again, once', async () => {
    let tries = 0
    await one.stage(async (db) => {
      const pid = await ownBackend(db)
      await appendMany(
        db,
        blocks,
        rowsOf('broken', () => (++tries === 1 ? end(pid) : null)),
      )
    })
    expect(tries).toBe(2)
    expect(await counted('broken')).toBe(400)
    await expectUsable()
  })

  test('when the server is told to stop: nothing of them stays, nor is it tried again', async () => {
    let tries = 0
    const failing = one.stage(async (db) => {
      const pid = await ownBackend(db)
      const cancel = () => one.read.$client.query('select pg_cancel_backend($1)', [pid])
      await appendMany(
        db,
        blocks,
        rowsOf('stopped', () => ++tries && cancel()),
      )
    })
    await expect(failing).rejects.toMatchObject({ code: '57014' })
    expect([tries, await counted('stopped')]).toEqual([1, 0])
    await expectUsable()
  })

  test('when what makes them fails: nothing of them stays', async () => {
    const failure = new Error('no more')
    const throws = () => {
      throw failure
    }
    const failing = one.stage((db) => appendMany(db, blocks, rowsOf('failed', throws)))
    await expect(failing).rejects.toBe(failure)
    expect(await counted('failed')).toBe(0)
    await expectUsable()
  })

  test('to what does not take them, or not like this, is told as any failure', async () => {
    const refused = (into: string) =>
      one.stage((db) => db.$client.copy(into, [Buffer.from('no such pages'), some, some]))
    await expect(refused('nowhere')).rejects.toMatchObject({ code: '42P01' })
    await expect(refused('blocks')).rejects.toMatchObject({ code: '22P04' })
    await expectUsable()
  })

  test('one of which is there already: the engine’s own failure, and nothing stays', async () => {
    await one.stage((db) => appendMany(db, blocks, [row('twice', 399)]))
    const failing = one.stage((db) =>
      appendMany(
        db,
        blocks,
        rowsOf('twice', () => null),
      ),
    )
    await expect(failing).rejects.toMatchObject({ code: '23505' })
    expect(await counted('twice')).toBe(1)
    await expectUsable()
  })
})

test('connections that broke while nobody used them are replaced', async () => {
  await one.write(async () => undefined)
  await two.read.$client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
  )
  const before = await dataVersion(two.read)
  await one.write(bumpDataVersion)
  await two.write(bumpDataVersion)
  expect(await dataVersion(two.read)).toBe(before + 2)
})

test('a server that cannot be reached is told without the password', async () => {
  const opening = openStore('postgres://someone:hunter2@127.0.0.1:1/nowhere')
  const error: unknown = await opening.catch((caught: unknown) => caught)
  expect(String(error)).toContain('postgres://someone@127.0.0.1:1/nowhere cannot be used')
  expect(String(error)).not.toContain('hunter2')
})
