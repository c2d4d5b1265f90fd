import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { flipByte } from '../testing.ts'
import { holdFiles, letGo } from './dialect.sqlite.held.ts'
import { createLogKeeper } from './dialect.sqlite.log.ts'
import { openStore, type Store } from './store.ts'

const PAGE = 16_384
const LOG_HEAD = 32

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'permu-sums-'))
  folders.push(made)
  return made
}
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

/** What is there when the process is ended at once: a copy of the folder, without its lock. */
function killed(path: string): string {
  const copy = join(folder(), 'data')
  cpSync(dirname(path), copy, { recursive: true })
  return join(copy, 'permu.db')
}

const addRows = (store: Store, name: string, bytes: number) =>
  store.stage(async ({ $client }) => {
    $client.exec('create table if not exists notes (name text, body text)')
    $client.prepare('insert into notes values (?, ?)').run(name, name.repeat(bytes))
  })

const rowsOf = (store: Store) =>
  Number(store.read.$client.prepare('select count(*) from notes').pluck().get())

/** A database whose older rows are in the file and whose newer ones are in the log. */
async function openFilled(): Promise<{ path: string; store: Store }> {
  const path = join(folder(), 'permu.db')
  const first = await openStore(path)
  await addRows(first, '税收', 40_000)
  await first.close()
  const store = await openStore(path)
  await addRows(store, '占地', 20_000)
  return { path, store }
}

async function outcome(path: string): Promise<string> {
  try {
    const store = await openStore(path)
    const rows = rowsOf(store)
    await store.close()
    return `${String(rows)} rows`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

test('after a kill, a bit that has turned in any page is refused, or was in the log as well', async () => {
  const { path, store } = await openFilled()
  const sound = killed(path)
  await store.close()
  const pages = statSync(sound).size / PAGE
  const seen: string[] = []
  for (let page = 0; page < pages; page++) {
    const copy = killed(sound)
    flipByte(copy, page * PAGE + 200 + ((page * 977) % (PAGE - 400)))
    seen.push(await outcome(copy))
  }
  const right = seen.filter((said) => said === '2 rows')
  const refused = seen.filter((said) => /is damaged \(.*npm run backup -- list/su.test(said))
  expect(right.length + refused.length).toBe(seen.length)
  expect(refused.length).toBeGreaterThan(pages / 2)
  expect(await outcome(sound)).toBe('2 rows')
})

test('a text that has changed is told by its page, and what to do', async () => {
  const { path, store } = await openFilled()
  const copy = killed(path)
  await store.close()
  flipByte(copy, readFileSync(copy).lastIndexOf('税收'))
  expect(await outcome(copy)).toMatch(
    /page \d+ is not what was written.*remove .*permu\.db\.sums/su,
  )
  rmSync(`${copy}.sums`)
  expect(await outcome(copy)).toBe('2 rows')
})

test('every byte at the beginning of the log counts', async () => {
  const { path, store } = await openFilled()
  await store.write(async () => undefined)
  const sound = killed(path)
  await store.close()
  for (let at = 0; at < LOG_HEAD; at++) {
    const copy = killed(sound)
    flipByte(`${copy}-wal`, at)
    expect(await outcome(copy)).toMatch(/newest changes|damaged/u)
  }
})

test('a page that changes while the server runs shows, and keeps the file from being sealed', async () => {
  const { path, store } = await openFilled()
  expect(await store.facts.isSound()).toBe(true)
  flipByte(path, readFileSync(killed(path)).lastIndexOf('税收'))
  expect(await store.facts.isSound()).toBe(false)
  await store.close()
  expect(existsSync(`${path}.seal`)).toBe(false)
  expect(await outcome(path)).toContain('is not what was written')
})

/** What the server does when the log has become long. */
function checkpoint(path: string, held: object): Promise<void> {
  const url = new URL('./dialect.sqlite.checkpoint.worker.ts', import.meta.url)
  const worker = new Worker(url, { workerData: { path, held } })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => resolve())
  })
}

test('nothing that was written is taken for damage, however the log is copied meanwhile', async () => {
  const { path, store } = await openFilled()
  const held = holdFiles(path)
  let rows = 2
  for (let round = 0; round < 8; round++) {
    const copying = checkpoint(path, held).catch(() => undefined)
    for (let i = 0; i < 12; i++) {
      await addRows(store, `第${String(i)}行`, 1 + ((rows * 7919) % 9000))
      await setImmediate()
      rows++
    }
    await copying
    expect(await outcome(killed(path))).toBe(`${String(rows)} rows`)
  }
  letGo(held)
  await store.close()
  expect(await outcome(path)).toBe(`${String(rows)} rows`)
})

test('what was put in the place of everything is not taken for damage either', async () => {
  const other = await openFilled()
  await addRows(other.store, '产值', 90_000)
  await other.store.close()
  const { path, store } = await openFilled()
  await store.replaceBy(async () => other.path)
  expect(await outcome(killed(path))).toBe('3 rows')
  await store.close()
  expect(await outcome(path)).toBe('3 rows')
})

test('no sums are kept beside Litestream, which copies the log itself', async () => {
  const path = join(folder(), 'permu.db')
  mkdirSync(join(dirname(path), '.permu.db-litestream'))
  const store = await openStore(path)
  await addRows(store, '税收', 10)
  await store.close()
  expect(existsSync(`${path}.sums`)).toBe(false)
})

test('another program sees the locks of the server, also after a commit', async () => {
  const { path, store } = await openFilled()
  const { $client } = store.read
  $client.exec('begin')
  expect(rowsOf(store)).toBe(2)
  await store.write(async (db) => void db.$client.exec("insert into notes values ('a', 'b')"))
  const program = fileURLToPath(new URL('./dialect.sqlite.beside.child.ts', import.meta.url))
  expect(execFileSync(process.execPath, [program, path]).toString()).toBe('kept')
  $client.exec('commit')
  expect(rowsOf(store)).toBe(3)
  await store.close()
})

test('a command beside the server that ends last leaves the file to the server', async () => {
  const { path, store } = await openFilled()
  const beside = await openStore(path, { beside: true })
  await store.close()
  await addRows(beside, '水耗', 20_000)
  await beside.close()
  expect(await outcome(path)).toBe('3 rows')
  expect(await outcome(killed(path))).toBe('3 rows')
})

test('what a command writes while the log is emptied is not taken for damage', async () => {
  const { path, store } = await openFilled()
  const beside = new Sqlite(path)
  const held = holdFiles(path)
  let once = true
  const log = createLogKeeper({
    ...{ path, held, isOthers: false },
    // Between the sums and the copying.
    restart: () => {
      if (once) beside.exec("insert into notes values ('水耗', '1')")
      once = false
      beside.pragma('wal_checkpoint(TRUNCATE)')
    },
    version: () => Number(store.read.$client.pragma('data_version', { simple: true })),
  })
  await log.settle()
  letGo(held)
  expect(await outcome(killed(path))).toBe('3 rows')
  beside.close()
  await store.close()
})

test('sums that cannot be read say nothing', async () => {
  const { path, store } = await openFilled()
  const copy = killed(path)
  await store.close()
  rmSync(`${copy}.sums`, { force: true })
  mkdirSync(`${copy}.sums`)
  expect(await outcome(copy)).toBe('2 rows')
})
