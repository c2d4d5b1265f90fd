import { utimesSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import type { Health } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'
import { createLog } from './log.ts'

const CSV = '园区,年份,税收(万元)\n甲园,2023,10\n'

let api: Api
beforeEach(async () => {
  api = await openApi({ PERMU_MIN_FREE_MB: '0' })
})
afterEach(() => api.close())

const ready = async (app: Api['app'] = api.app) => {
  const answer = await app.request('http://localhost/readyz')
  return { status: answer.status, body: (await answer.json()) as { failed: string[] } }
}

/** The same API as it is so many hours after its start. */
const later = (hours: number) => {
  const now = () => new Date(api.deps.life.since.getTime() + hours * 3_600_000)
  return createApp({ ...api.deps, now })
}

describe('/readyz', () => {
  test('all is well', async () => {
    expect(await ready()).toEqual({
      status: 200,
      body: { status: 'ok', dataVersion: '0', failed: [] },
    })
  })

  test('a process that stops says so first, and lives on', async () => {
    api.deps.life.isDraining = true
    expect(await ready()).toMatchObject({ status: 503, body: { failed: ['running'] } })
    expect((await api.app.request('http://localhost/livez')).status).toBe(200)
  })

  test('a disk with less room than it should have', async () => {
    const config = { ...api.deps.config, minFreeBytes: 2 ** 60 }
    const app = createApp({ ...api.deps, config })
    expect(await ready(app)).toMatchObject({ status: 503, body: { failed: ['disk'] } })
  })

  test('a database that has gone', async () => {
    const other = await openApi({ PERMU_MIN_FREE_MB: '0' })
    const closed = { ...api.deps, store: other.deps.store, snapshots: other.deps.snapshots }
    await other.close()
    expect(await ready(createApp(closed))).toMatchObject({
      status: 503,
      body: { failed: ['database', 'migrations'], dataVersion: null },
    })
  })

  test('a database that another build has brought further', async () => {
    await api.deps.store.write(async (db) => {
      db.$client.exec(`insert into __drizzle_migrations (hash, created_at) values ('newer', 9)`)
    })
    expect(await ready()).toMatchObject({ status: 503, body: { failed: ['migrations'] } })
  })

  test('no backup in time: a start has an hour to make one', async () => {
    expect((await ready(later(0.9))).status).toBe(200)
    expect(await ready(later(2))).toMatchObject({ status: 503, body: { failed: ['backup'] } })
  })

  test('a backup counts until it is too old', async () => {
    const folder = join(api.folder, 'backups')
    mkdirSync(folder, { recursive: true })
    const path = join(folder, 'a.db')
    writeFileSync(path, '')
    utimesSync(path, api.deps.life.since, api.deps.life.since)
    expect((await ready(later(25))).status).toBe(200)
    expect((await ready(later(27))).body.failed).toEqual(['backup'])
    const config = { ...api.deps.config, maxBackupHours: 0 }
    expect((await ready(createApp({ ...api.deps, config }))).status).toBe(200)
  })
})

describe('health', () => {
  test('tells what there is', async () => {
    await api.send(CSV, 'name=a.csv')
    const health = await api.get<Health>('/health')
    expect(health).toMatchObject({
      version: '0.1.0',
      ready: true,
      failed: [],
      database: { engine: 'sqlite', integrity: 'ok' },
      uploads: { receiving: 0, waiting: 0, reading: 0, byStatus: { committed: 1 } },
      lastBackup: null,
      rates: { read: { requests: 6000, seconds: 60 } },
    })
    expect(health.database.schema.done).toBe(health.database.schema.known)
    expect(health.database.size + health.database.wal).toBeGreaterThan(10_000)
    expect(health.disk.free).toBeGreaterThan(1_000_000)
    expect(health.memory.resident).toBeGreaterThan(10_000_000)
    expect(health.commit ?? '0'.repeat(40)).toMatch(/^[0-9a-f]{40}$/u)
  })
})

describe('figures', () => {
  const figures = async () => (await api.request('/metrics')).text()

  test('of requests are by pattern, never by an address that somebody made up', async () => {
    await api.request('/uploads/secret-id-1')
    await api.request('/no/such/secret-place')
    await api.request('/zones')
    const text = await figures()
    expect(text).toContain('route="/api/v1/uploads/:id",status="404"')
    expect(text).toContain('route="(none)",status="404"')
    expect(text).toContain('route="/api/v1/zones",status="200"')
    expect(text).not.toContain('secret')
  })

  test('of data, queue, database and loop are there', async () => {
    await api.send(CSV, 'name=a.csv')
    await api.get('/values')
    const text = await figures()
    expect(text).toContain('permu_uploads{status="committed"} 1')
    expect(text).toContain('permu_data_version 1')
    expect(text).toContain('permu_snapshot_tables 1')
    expect(text).toContain('permu_upload_queue{state="waiting"} 0')
    expect(text).toMatch(/permu_database_bytes\{file="log"\} [1-9]/u)
    expect(text).toMatch(/permu_nodejs_eventloop_lag_seconds \d/u)
  })
})

test('a line of the log names the route, how it went and who asked, but not the question', async () => {
  let text = ''
  const to = new Writable({
    write(chunk: Buffer, _encoding, next) {
      text += chunk.toString()
      next()
    },
  })
  const app = createApp({ ...api.deps, log: createLog('info', to) })
  await app.request('http://localhost/api/v1/uploads/abc?token=S-1', {
    headers: { authorization: 'Bearer S-2', cookie: 'session=S-3', 'x-request-id': 'asked-by-me' },
  })
  const { id, method, route, status, ms, person } = JSON.parse(text) as Record<string, unknown>
  expect({ id, method, route, status, person }).toEqual({
    id: 'asked-by-me',
    method: 'GET',
    route: '/api/v1/uploads/:id',
    status: 404,
    person: 'local',
  })
  expect(ms).toBeTypeOf('number')
  expect(text).not.toMatch(/S-\d|abc/u)
})
