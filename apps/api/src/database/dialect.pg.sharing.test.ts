import { setTimeout as sleep } from 'node:timers/promises'
import { databaseFor } from '#test-database'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { insertUpload, updateUpload, type UploadRow } from '../uploads/queries.ts'
import type { Queue, Work } from '../reading/queue.ts'
import { createSharedQueue } from '../reading/queue.shared.ts'
import { recoverOne } from '../reading/left-over.ts'
import { findUpload } from '../uploads/queries.ts'
import { problems } from './schema.ts'
import type { Sharing } from './sharing.ts'
import { execute, openStore, WORKSPACE, type Db, type Store } from './store.ts'
import { NO_COUNTS } from './vocabulary.ts'

/** Two stores at one database, as two processes have them. */

let database: Awaited<ReturnType<typeof databaseFor>>
let one: Store
let two: Store
let opened: Queue[]
beforeEach(async () => {
  database = await databaseFor(undefined)
  one = await openStore(database.address)
  two = await openStore(database.address)
  opened = []
})
afterEach(async () => {
  await Promise.all(opened.map((queue) => queue.close()))
  await Promise.all([one.close(), two.close()])
  await database.drop()
})

const row = (id: string): UploadRow => ({
  ...{ workspace: WORKSPACE, id, name: `${id}.csv`, sha256: id, bytes: 1, by: 'local' },
  ...{ createdAt: '2026-01-01T00:00:00.000Z', committedAt: null, withdrawnAt: null, layer: null },
  ...{ status: 'pending', mode: 'commit', sample: null, sampleId: null, reading: {}, plan: null },
  ...{ summary: null, periods: [], counts: NO_COUNTS, countedAgainst: null, mapping: null },
  ...{ zoneReport: null, attempts: 0 },
})

const enter = (...ids: string[]) =>
  one.write(async (db) => {
    for (const id of ids) await insertUpload(db, row(id))
  })

function sharingOf({ sharing }: Store): Sharing<Db> {
  if (sharing === null) throw new Error('nothing is shared')
  return sharing
}

/** As if its process had not said for long that it lives. */
const letDie = (id: string) =>
  one.stage((db) =>
    execute(
      db,
      `update permu_claims set until = now() - interval '1 second' where upload = '${id}'`,
    ),
  )

function open(store: Store, work: Work): Queue {
  const log = pino({ level: 'silent' })
  const queue = createSharedQueue({ store, work, recover: recoverOne, log }, sharingOf(store))
  opened.push(queue)
  return queue
}

const finish: Work = (id, { store }) =>
  store.write((db) => updateUpload(db, id, { status: 'committed' }))

describe('claims', () => {
  test('each upload is claimed once, the oldest first', async () => {
    await enter('b', 'a', 'c')
    const [first, second] = [sharingOf(one).claims, sharingOf(two).claims]
    expect(await first.takeNext()).toBe('a')
    expect(await second.takeNext()).toBe('b')
    expect(await second.take('a')).toBe(false)
    await first.drop('a')
    expect(await second.take('a')).toBe(true)
  })

  test('one that is kept stays, one of a dead process is somebody else’s', async () => {
    await enter('a')
    const [first, second] = [sharingOf(one).claims, sharingOf(two).claims]
    await first.takeNext()
    expect(await first.keep(['a', 'b'])).toEqual(['a'])
    expect(await second.takeLost()).toBe(null)
    await letDie('a')
    expect(await second.takeLost()).toBe('a')
    expect(await first.keep(['a'])).toEqual([])
    expect(await one.stage((db) => first.holds(db, 'a'))).toBe(false)
    expect(await two.stage((db) => second.holds(db, 'a'))).toBe(true)
  })
})

describe('the queue', () => {
  test('two processes read every upload once', async () => {
    const ids = Array.from({ length: 12 }, (_, i) => `u${String(i).padStart(2, '0')}`)
    const read: string[] = []
    const work: Work = async (id, turn) => {
      read.push(id)
      await finish(id, turn)
    }
    await enter(...ids)
    const [first, second] = [open(one, work), open(two, work)]
    await Promise.all([first.open(), second.open()])
    ids.forEach((id, i) => (i % 2 === 0 ? first : second).enqueue(id))
    await Promise.all(ids.map((id, i) => (i % 2 === 0 ? second : first).settled(id, 30_000)))
    expect(read.toSorted()).toEqual(ids)
  })

  test('how far it has come, and its end, are heard in the other process', async () => {
    await enter('a')
    const { promise: gate, resolve: go } = Promise.withResolvers<undefined>()
    const first = open(one, async (id, turn) => {
      first.tell(id, { bytes: 7, rows: 3 })
      await gate
      await finish(id, turn)
    })
    const second = open(two, async () => undefined)
    await second.open()
    // That somebody has taken it may be heard before how far it has come.
    const heard = new Promise<void>((resolve) => {
      void second.watch('a', () => {
        if (second.progress('a').bytes === 7) resolve()
      })
    })
    first.enqueue('a')
    await heard
    expect(second.progress('a')).toMatchObject({ bytes: 7, rows: 3 })
    go(undefined)
    await second.settled('a', 30_000)
    expect(await findUpload(two.read, 'a')).toMatchObject({ status: 'committed' })
  })

  test('what another process reads is stopped there, and nobody begins before it is discarded', async () => {
    await enter('a')
    const begun = Promise.withResolvers<undefined>()
    const first = open(one, async (_, { signal }) => {
      begun.resolve(undefined)
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
    })
    const second = open(two, async () => undefined)
    await first.open()
    first.enqueue('a')
    await begun.promise
    await second.stop('a', () => two.write((db) => updateUpload(db, 'a', { status: 'withdrawn' })))
    await first.settled('a', 30_000)
    expect(await findUpload(one.read, 'a')).toMatchObject({ status: 'withdrawn' })
  })

  test('what a dead process read is read again, and it writes nothing any more', async () => {
    await enter('a')
    const begun = Promise.withResolvers<undefined>()
    const woken = Promise.withResolvers<undefined>()
    const late = Promise.withResolvers<unknown>()
    const first = open(one, async (id, turn) => {
      await turn.store.write((db) => updateUpload(db, id, { status: 'reading' }))
      begun.resolve(undefined)
      await woken.promise
      await finish(id, turn).then(late.resolve, late.resolve)
    })
    first.enqueue('a')
    await begun.promise
    await letDie('a')
    const second = open(two, finish)
    await second.open()
    second.enqueue('a')
    await second.settled('a', 30_000)
    expect(await findUpload(two.read, 'a')).toMatchObject({ status: 'committed', attempts: 1 })
    woken.resolve(undefined)
    expect(await late.promise).toBeInstanceOf(Error)
  })

  test('what a dead process had staged of a file that never came is taken away', async () => {
    await sharingOf(one).claims.take('stray')
    await one.stage(async (db) => {
      const stray = { workspace: WORKSPACE, upload: 'stray', seq: 0 }
      await db.insert(problems).values({ ...stray, code: 'no-rows', severity: 'error' })
    })
    await letDie('stray')
    const second = open(two, finish)
    second.enqueue('nothing')
    await second.settled('stray', 30_000)
    await sleep(0)
    expect(await two.read.$count(problems)).toBe(0)
  })
})
