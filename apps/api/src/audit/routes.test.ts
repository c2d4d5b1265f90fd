import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getTableName } from 'drizzle-orm'
import type { AuditPage, AuditVerification } from '../contract.ts'
import * as schema from '../database/schema.ts'
import { execute, type Db } from '../database/store.ts'
import { UNWATCHED, WATCHED } from '../database/watched.ts'
import { openApi, type Api } from '../testing.ts'
import { enterEvent } from './enter.ts'
import { verifyAudit } from './verify.ts'

const CSV = '园区,年份,税收（万元）,占地面积（亩）\n甲园,2024,120,100\n乙园,2024,90,150\n'
const JSON_TYPE = { 'content-type': 'application/json' }

let api: Api

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const entries = async (query = 'limit=100') => api.get<AuditPage>(`/audit?${query}`)
const verification = () => api.get<AuditVerification>('/audit/verification')
const newest = async () => (await entries('limit=1')).items[0]

describe('what is entered', () => {
  test('a file that is sent and committed: by whom, by which request, from version to version', async () => {
    const { upload } = await api.send(CSV, 'name=a.csv')
    const about = (await entries()).items.filter(
      ({ subject }) => subject === `uploads/${upload.id}`,
    )
    expect(about.map(({ action, actor }) => [action, actor])).toEqual([
      ['POST /uploads', 'local'],
      ['POST /uploads', 'local'],
    ])
    const [committed, sent] = about
    expect(committed).toMatchObject({ before: 'v0', after: 'v1' })
    expect(sent).toMatchObject({ before: null, after: expect.stringMatching(/^[0-9a-f]{64}$/u) })
    expect(sent?.requestId).toMatch(/^[\w-]{8,64}$/u)
  })

  test('taking a layer back, under the route and the request id', async () => {
    const { upload } = await api.send(CSV.replace('120', '121'), 'name=b.csv')
    const headers = { 'x-request-id': 'request-of-mine' }
    await api.request(`/uploads/${upload.id}`, { method: 'DELETE', headers })
    expect(await newest()).toMatchObject({
      ...{ action: 'DELETE /uploads/{id}', subject: `uploads/${upload.id}`, actor: 'local' },
      ...{ requestId: 'request-of-mine', before: 'v2', after: 'v3' },
    })
  })

  test('a view has the hashes of its row before and after, and doing it again is nothing', async () => {
    const body = JSON.stringify({ path: '/rank', query: 'a=1' })
    await api.request('/views', { method: 'POST', body, headers: JSON_TYPE })
    const made = await newest()
    expect(made).toMatchObject({ action: 'POST /views', before: null })
    await api.request('/views', { method: 'POST', body, headers: JSON_TYPE })
    expect((await newest())?.seq).toBe(made?.seq)
    const id = made?.subject.split('/')[1] ?? ''
    const change = { method: 'PATCH', body: JSON.stringify({ note: '二' }), headers: JSON_TYPE }
    await api.request(`/views/${id}`, change)
    expect(await newest()).toMatchObject({ action: 'PATCH /views/{id}', before: made?.after })
  })

  test('the outline of the map, which is a file', async () => {
    const square = [[120, 30], [121, 30], [121, 31], [120, 30]] // prettier-ignore
    const geometry = { type: 'Polygon', coordinates: [square] }
    const feature = { type: 'Feature', properties: { name: '甲园' }, geometry }
    const body = JSON.stringify({ type: 'FeatureCollection', features: [feature] })
    const sent = await api.request('/map?name=a.geojson', { method: 'PUT', body })
    expect(sent.status).toBe(200)
    expect(await newest()).toMatchObject({ action: 'PUT /map', subject: 'map/outline' })
  })

  test('a question enters nothing, nor does a write that fails', async () => {
    const { seq } = (await newest()) ?? { seq: 0 }
    await api.get('/uploads')
    await api.request('/uploads/none/commit', { method: 'POST', body: '{}', headers: JSON_TYPE })
    const failing = api.deps.store.write(async (db) => {
      await db.insert(schema.settings).values({
        ...{ workspace: 'main', name: 'x', value: 1, at: 't', by: 'b' },
      })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await newest())?.seq).toBe(seq)
  })

  test('an event without a row, such as a sign-in', async () => {
    const event = { actor: 'anonymous', action: 'sign-in-failed', subject: 'people/a@b.cn' }
    await enterEvent(api.deps.store, { ...event, requestId: 'r' })
    expect(await newest()).toMatchObject({ ...event, before: null, after: null })
  })

  test('pages, by person and by action', async () => {
    const all = (await entries()).items
    const first = await entries('limit=2')
    const second = await entries(`limit=2&cursor=${first.next ?? ''}`)
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 4))
    expect((await entries('person=anonymous')).items).toHaveLength(1)
    expect((await entries('action=POST%20/views')).items).toHaveLength(1)
    expect(first.actions).toContain('sign-in-failed')
  })

  test('every table is either watched, or named as one that is not', () => {
    const tables = Object.values<unknown>(schema).map((one) =>
      getTableName(one as Parameters<typeof getTableName>[0]),
    )
    const known = [...WATCHED.map(({ table }) => table), ...UNWATCHED].map(getTableName)
    expect(known.sort()).toEqual(tables.sort())
  })
})

describe('the chain', () => {
  const raw = (sql: string) => api.deps.store.stage((db) => execute(db, sql))

  /** As somebody would who may do everything to the database. */
  async function dropGuards(db: Db) {
    const on = api.deps.store.kind === 'sqlite' ? '' : ' on audit'
    await execute(db, `drop trigger audit_is_never_changed${on}`)
    await execute(db, `drop trigger audit_is_never_deleted${on}`)
  }

  test('is whole', async () => {
    const { items } = await entries()
    const head = items[0]?.hash
    expect(await verification()).toEqual({
      ...{ ok: true, entries: items.length, firstBroken: null, head },
    })
  })

  test.each([
    ["update audit set actor = 'x' where seq = 2"],
    ['delete from audit where seq = 2'],
    ['insert into audit select * from audit where seq = 2'],
  ])('%s is refused by the database', async (sql) => {
    await expect(raw(sql)).rejects.toThrow('append-only')
  })

  test.each([
    ['changed', "update audit set actor = 'x' where seq = 3", 3],
    ['taken out', 'delete from audit where seq = 3', 3],
    ['rewritten with a right hash of its own', '', 4],
  ])('an entry that was %s behind the back of the triggers shows', async (how, sql, broken) => {
    const copy = await openApi()
    await copy.send(CSV, 'name=a.csv')
    await copy.send(CSV.replace('120', '121'), 'name=b.csv')
    const { hashOf } = await import('./entry.ts')
    const { entriesFrom } = await import('./queries.ts')
    const [third] = await entriesFrom(copy.deps.store.read, 3, 1)
    if (third === undefined) throw new Error(how)
    const { hash: _, ...content } = { ...third, actor: 'x' }
    const forged = `update audit set actor = 'x', hash = '${hashOf(content)}' where seq = 3`
    await copy.deps.store.stage(async (db) => {
      await dropGuards(db)
      await execute(db, sql === '' ? forged : sql)
    })
    expect(await verifyAudit(copy.deps.store.read)).toMatchObject({
      ok: false,
      firstBroken: broken,
    })
    await copy.close()
  })
})
