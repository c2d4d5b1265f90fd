import { afterAll, beforeAll, expect, test } from 'vitest'
import { setTimeout } from 'node:timers/promises'
import { databaseFor } from '#test-database'
import { verifyAudit } from '../audit/verify.ts'
import { dataVersion } from '../data/queries.ts'
import { bumpDataVersion } from '../uploads/queries.ts'
import { execute, openStore, type Db, type Store } from './store.ts'

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
