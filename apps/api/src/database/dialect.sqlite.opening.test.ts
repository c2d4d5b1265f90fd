import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { truncateSync, writeFileSync } from 'node:fs'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEngine } from '#dialect'
import { describe, expect, test } from 'vitest'
import { dataVersion } from '../data/queries.ts'
import { flipByte, openApi, reopenApi, type Api } from '../testing.ts'
import { bumpDataVersion } from '../uploads/queries.ts'
import { MIGRATIONS, openStore } from './store.ts'

const CSV = '园区,年份,税收（万元）,占地面积（亩）\n甲园,2024,120,100\n乙园,2024,90,150\n'

const folder = () => mkdtempSync(join(tmpdir(), 'permu-opening-'))
const databaseIn = (api: Api) => join(api.folder, 'permu.db')

async function filled(): Promise<Api> {
  const api = await openApi()
  await api.send(CSV, 'name=a.csv')
  await api.stop()
  return api
}

/** A process that was ended at once leaves no seal. */
const unsealed = (api: Api) => rmSync(`${databaseIn(api)}.seal`)

describe('a database that must not be used is refused with advice, and is not written', () => {
  const cases: [string, RegExp, (path: string) => void][] = [
    ['in which a bit has turned', /damaged or replaced|damaged, or/u, (p) => flipByte(p, 70_000)],
    ['that was cut off', /damaged/u, (p) => truncateSync(p, 50_000)],
    ['that is a text', /no database of permu/u, (p) => writeFileSync(p, 'x'.repeat(5000))],
    ['that is empty, beside original files', /missing or empty/u, (p) => truncateSync(p, 0)],
    ['that is gone, beside original files', /missing or empty/u, (p) => rmSync(p)],
  ]
  test.each(cases)('one %s', async (_, words, damage) => {
    const api = await filled()
    damage(databaseIn(api))
    if (!/bit/u.test(_)) unsealed(api)
    const before = existsSync(databaseIn(api)) ? readFileSync(databaseIn(api)) : null
    await expect(reopenApi(api)).rejects.toThrow(words)
    await expect(reopenApi(api)).rejects.toThrow('npm run backup -- list')
    expect(existsSync(databaseIn(api)) ? readFileSync(databaseIn(api)) : null).toEqual(before)
  })

  test('one of another program', async () => {
    const path = join(folder(), 'permu.db')
    const other = await openEngine(path, { migrations: MIGRATIONS })
    await other.stage(async (db) => db.$client.exec('pragma application_id = 77'))
    await other.close()
    await expect(openStore(path)).rejects.toThrow('no database of permu')
  })

  test('one of a newer version says which it is', async () => {
    const api = await filled()
    const engine = await openEngine(databaseIn(api), { migrations: MIGRATIONS })
    await engine.stage(async (db) => db.$client.exec('pragma user_version = 99'))
    await engine.close()
    await expect(reopenApi(api)).rejects.toThrow(/newer version of permu \(its schema is 99/u)
  })

  test('one that another process uses', async () => {
    const api = await openApi()
    await expect(reopenApi(api)).rejects.toThrow('Another process is using')
    await api.close()
    await (await reopenApi(api)).close()
  })

  test('any turned bit shows where the server was stopped', async () => {
    const api = await filled()
    const sound = readFileSync(databaseIn(api))
    for (let at = 100; at < sound.length; at += Math.floor(sound.length / 12)) {
      flipByte(databaseIn(api), at)
      await expect(reopenApi(api)).rejects.toThrow('is not what was there')
      writeFileSync(databaseIn(api), sound)
    }
    const after = await reopenApi(api)
    await after.close()
  })
})

test('a number that has changed in a block is not given, even without a seal and sums', async () => {
  const api = await filled()
  const bytes = readFileSync(databaseIn(api))
  const value = Buffer.alloc(8)
  value.writeDoubleLE(120)
  const at = bytes.indexOf(value)
  expect(at).toBeGreaterThan(0)
  flipByte(databaseIn(api), at + 6)
  unsealed(api)
  rmSync(`${databaseIn(api)}.sums`)
  const after = await reopenApi(api)
  const answer = await after.request('/rankings?by=tax-per-land:40&period=2024')
  expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('damaged')])
  await after.close()
})

/** The migrations with one more, of some statements. */
function migrationsWith(statements: string): string {
  const copy = folder()
  cpSync(MIGRATIONS, copy, { recursive: true })
  const path = join(copy, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { when: number }[] }
  const when = (journal.entries.at(-1)?.when ?? 0) + 1
  const entry = { idx: journal.entries.length, version: '6', when, tag: 'next', breakpoints: true }
  writeFileSync(path, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }))
  writeFileSync(join(copy, 'next.sql'), statements)
  return copy
}

describe('a migration', () => {
  const BROKEN = [
    'CREATE TABLE `half` (`id` text)',
    'UPDATE `workspaces` SET `data_version` = 77',
    'ALTER TABLE `nowhere` ADD `x` text',
  ].join(';\n--> statement-breakpoint\n')

  test('that fails in the middle leaves everything as it was', async () => {
    const api = await filled()
    const path = databaseIn(api)
    const opening = openEngine(path, { migrations: migrationsWith(BROKEN) })
    await expect(opening).rejects.toThrow(/could not be brought up to this version.*nowhere/su)
    const store = await openStore(path)
    expect(await dataVersion(store.read)).toBe(1)
    expect(() => store.read.$client.prepare('select * from half')).toThrow('no such table')
    await store.close()
  })

  test('of a database with data begins with a backup, one of a new database does not', async () => {
    const told: string[] = []
    const more = migrationsWith('CREATE TABLE `more` (`id` text)')
    const beforeMigration = async () => told.push('backup')
    const path = join(folder(), 'permu.db')
    await (await openEngine(path, { migrations: MIGRATIONS, beforeMigration })).close()
    expect(told).toEqual([])
    await (await openEngine(path, { migrations: more, beforeMigration })).close()
    expect(told).toEqual(['backup'])
  })

  test('does not happen where the backup cannot be made', async () => {
    const api = await filled()
    const more = migrationsWith('CREATE TABLE `more` (`id` text)')
    const beforeMigration = () => Promise.reject(new Error('no room'))
    const opening = openEngine(databaseIn(api), { migrations: more, beforeMigration })
    await expect(opening).rejects.toThrow('no room')
    await (await reopenApi(api)).close()
  })
})

describe('a full disk', () => {
  const JSON_TYPE = { 'content-type': 'application/json' }
  const limit = (api: Api, pages: number) =>
    api.deps.store.stage(async (db) => db.$client.pragma(`max_page_count = ${String(pages)}`))
  const pagesOf = (api: Api) =>
    Number(api.deps.store.read.$client.pragma('page_count', { simple: true }))

  test('is told as 507, keeps nothing by halves, lets reading go on, and is over by itself', async () => {
    const api = await openApi()
    await api.send(CSV, 'name=a.csv')
    await limit(api, pagesOf(api))
    const body = JSON.stringify({ path: '/rank', query: 'q'.repeat(1500), name: '大' })
    const save = (n: number) =>
      api.request('/views', {
        method: 'POST',
        body: body.replace('大', `大${String(n)}`).replace('qq', String(n)),
        headers: JSON_TYPE,
      })
    const statuses: number[] = []
    for (let n = 100; n < 160 && statuses.at(-1) !== 507; n++) statuses.push((await save(n)).status)
    expect(statuses.at(-1)).toBe(507)
    const kept = statuses.filter((status) => status === 201).length
    expect(await api.get<unknown[]>('/views')).toHaveLength(kept)
    expect((await api.request('/rankings?by=tax-per-land:40&period=2024')).status).toBe(200)
    const audit = await api.get<{ ok: boolean }>('/audit/verification')
    expect(audit.ok).toBe(true)
    await limit(api, 1_000_000)
    expect((await save(200)).status).toBe(201)
    await api.close()
  })

  test('a transaction that cannot even be undone does not end the writing', async () => {
    const store = await openStore(join(folder(), 'permu.db'))
    const broken = store.write(async (db) => {
      await bumpDataVersion(db)
      db.$client.exec('COMMIT; BEGIN')
      db.$client.close()
    })
    await expect(broken).rejects.toThrow()
    await store.write(bumpDataVersion)
    expect(await dataVersion(store.read)).toBe(2)
    await store.close()
  })
})

describe('the same file twice', () => {
  test('at the same time is one upload, and both are told of it', async () => {
    const api = await openApi()
    const both = await Promise.all([api.send(CSV, 'name=a.csv'), api.send(CSV, 'name=a.csv')])
    expect(new Set(both.map(({ upload }) => upload.id)).size).toBe(1)
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201])
    expect((await api.get<{ items: unknown[] }>('/uploads')).items).toHaveLength(1)
    expect(readdirSync(join(api.folder, 'files'))).toHaveLength(1)
    await api.close()
  })

  test('two commits at once have an order, and one commit twice is one layer', async () => {
    const api = await openApi()
    const a = await api.send(CSV, 'name=a.csv&mode=preview')
    const b = await api.send(CSV.replace('120', '121'), 'name=b.csv&mode=preview')
    const commit = async (id: string) =>
      (
        await api.request(`/uploads/${id}/commit`, {
          ...{ method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
        })
      ).status
    const ids = [a.upload.id, b.upload.id, a.upload.id]
    expect(await Promise.all(ids.map(commit))).toEqual([200, 200, 200])
    const { items } = await api.get<{ items: { version: number; upload: { id: string } }[] }>(
      '/history',
    )
    expect(items.map(({ version, upload }) => [version, upload.id])).toEqual([
      [2, b.upload.id],
      [1, a.upload.id],
    ])
    await api.close()
  })
})

test('a start clears what was on its way, and leaves whole files alone', async () => {
  const api = await filled()
  const files = join(api.folder, 'files')
  const kept = readdirSync(files)
  writeFileSync(join(files, 'incoming-0123456789abcdef'), 'half')
  const other = 'f'.repeat(64)
  writeFileSync(join(files, other), 'of another state of the data')
  mkdirSync(join(api.folder, 'backups'), { recursive: true })
  const after = await reopenApi(api)
  expect(readdirSync(files).sort()).toEqual([...kept, other].sort())
  await after.close()
})
