import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import type { Health } from '../contract.ts'
import { execute } from '../database/store.ts'
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
    const { store } = api.deps
    await store.write(async (db) => {
      const log = store.kind === 'sqlite' ? '__drizzle_migrations' : 'drizzle.__drizzle_migrations'
      await execute(db, `insert into ${log} (hash, created_at) values ('newer', 9)`)
    })
    expect(await ready()).toMatchObject({ status: 503, body: { failed: ['migrations'] } })
  })

  describe('the newest backup', () => {
    /** So many hours after the start, with a backup from so many hours after it. */
    const withBackup = (hours: number, made: number | null, settings = {}) => {
      const { life, backups, config } = api.deps
      const at = (h: number) => new Date(life.since.getTime() + h * 3_600_000)
      const newest = async () => (made === null ? null : at(made).toISOString())
      const own = { backups: { ...backups, newest }, config: { ...config, ...settings } }
      return ready(createApp({ ...api.deps, ...own, now: () => at(hours) }))
    }

    /** Where it is for others to watch. */
    const isAtServer = () => api.deps.store.kind === 'postgresql'

    test('is missed once there are data, and after an hour to make it', async () => {
      expect((await withBackup(2, null)).status).toBe(200)
      await api.send(CSV, 'name=a.csv')
      if (isAtServer()) return expect((await withBackup(2, null)).status).toBe(200)
      expect((await withBackup(0.9, null)).status).toBe(200)
      expect(await withBackup(2, null)).toMatchObject({ status: 503, body: { failed: ['backup'] } })
    })

    test('counts until it is too old', async () => {
      await api.send(CSV, 'name=a.csv')
      if (isAtServer()) return expect((await withBackup(127, null)).status).toBe(200)
      expect((await withBackup(125, 100)).status).toBe(200)
      expect((await withBackup(127, 100)).body.failed).toEqual(['backup'])
      expect((await withBackup(127, 100, { maxBackupHours: 0 })).status).toBe(200)
      expect((await withBackup(127, 100, { backups: false })).status).toBe(200)
    })
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
      database: { engine: api.deps.store.kind },
      uploads: { receiving: 0, waiting: 0, reading: 0, byStatus: { committed: 1 } },
      lastBackup: null,
      rates: { read: { requests: 6000, seconds: 60 } },
    })
    expect(health.database.schema.done).toBe(health.database.schema.known)
    expect(health.database.size + (health.database.wal ?? 0)).toBeGreaterThan(10_000)
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
    const file = api.deps.store.kind === 'sqlite' ? 'log' : 'database'
    expect(text).toContain(`permu_database_bytes{file="${file}"} `)
    expect(text).not.toContain(`permu_database_bytes{file="${file}"} 0\n`)
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
    status: 401,
    person: null,
  })
  expect(ms).toBeTypeOf('number')
  await app.request('http://localhost/api/v1/zones')
  expect(text).toContain('"route":"/api/v1/zones","status":200')
  expect(text.trim()).toMatch(/"person":"local","msg":"request"\}$/u)
  expect(text).not.toMatch(/S-\d|abc/u)
})
