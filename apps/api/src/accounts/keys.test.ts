import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Key, MadeKey } from '../contract.ts'
import { keys } from '../database/schema.ts'
import { openAccounts, type AccountsApi } from './testing.ts'

let api: AccountsApi
let admin: string
let uploader: Awaited<ReturnType<AccountsApi['join']>>
beforeAll(async () => {
  api = await openAccounts()
  admin = await api.setUp()
  uploader = await api.join(admin, 'uploader')
})
afterAll(() => api.close())

const status = async (key: string, path = '/zones') => (await api.ask('GET', path, { key })).status
const listed = async (cookie: string) =>
  (await (await api.ask('GET', '/keys', { cookie })).json()) as Key[]

test('a key is shown once, and kept as a hash that no other key has', async () => {
  const made = await api.addKey(uploader.cookie, ['data:read', 'ingest:write'])
  expect(made.key).toMatch(/^izm_[\w-]{43}$/u)
  expect(made.key.startsWith(made.start)).toBe(true)
  expect(JSON.stringify(await listed(uploader.cookie))).not.toContain(made.key)
  const [row] = await api.deps.store.read.select().from(keys)
  expect(JSON.stringify(row)).not.toContain(made.key)
  expect(row?.hash).toMatch(/^[0-9a-f]{64}$/u)
  const twin = row && { ...row, id: 'twin' }
  await expect(
    api.deps.store.write(async (db) => twin && db.insert(keys).values(twin)),
  ).rejects.toThrow()
})

test('a key does what its scopes and its owner may, and tells when it was last used', async () => {
  const { key, id, lastUsedAt } = await api.addKey(uploader.cookie, ['ingest:write'])
  expect(lastUsedAt).toBeNull()
  const sent = await api.ask('POST', '/uploads?name=a.csv&mode=preview', { key })
  expect(sent.status).toBe(400)
  expect((await api.ask('POST', '/samples/none', { key })).status).toBe(403)
  // Nobody waits for that to be noted.
  await vi.waitFor(async () => {
    const used = (await listed(uploader.cookie)).find((one) => one.id === id)
    expect(Date.now() - Date.parse(used?.lastUsedAt ?? '')).toBeLessThan(60_000)
  })

  const viewer = await api.join(admin, 'viewer')
  const body = { name: 'x', scopes: ['ingest:write'], expiresAt: null }
  expect((await api.ask('POST', '/keys', { cookie: viewer.cookie, body })).status).toBe(403)
})

test('a key of somebody who may do less now does less', async () => {
  const editor = await api.join(admin, 'editor')
  const { key } = await api.addKey(editor.cookie, ['ingest:write'])
  const send = () => api.ask('DELETE', '/uploads/none', { key })
  expect((await send()).status).toBe(404)
  const { id } = editor.person
  await api.ask('PATCH', `/people/${id}`, { cookie: admin, body: { role: 'viewer' } })
  expect((await send()).status).toBe(403)
})

test('a key that is wrong, over or ended is refused, and not taken for nobody', async () => {
  expect(await status('izm_wrong')).toBe(401)
  const past = new Date(Date.now() - 1000).toISOString()
  const body = { name: 'x', scopes: ['data:read'], expiresAt: past }
  expect((await api.ask('POST', '/keys', { cookie: admin, body })).status).toBe(400)

  const soon = new Date(Date.now() + 400).toISOString()
  const short = await api.addKey(admin, ['data:read'], soon)
  expect(await status(short.key)).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await status(short.key)).toBe(401)

  const { key, id } = await api.addKey(admin, ['data:read'])
  expect(await status(key)).toBe(200)
  expect((await api.ask('DELETE', `/keys/${id}`, { cookie: admin })).status).toBe(204)
  expect(await status(key)).toBe(401)
})

test('one sees and ends one’s own keys; an administrator all', async () => {
  const other = await api.join(admin, 'viewer')
  const { id, key } = await api.addKey(other.cookie, ['data:read'])
  const ids = async (cookie: string) => (await listed(cookie)).map((one) => one.id)
  expect(await ids(uploader.cookie)).not.toContain(id)
  expect((await api.ask('DELETE', `/keys/${id}`, { cookie: uploader.cookie })).status).toBe(404)
  expect(await status(key)).toBe(200)
  expect(await ids(admin)).toContain(id)
  expect((await api.ask('DELETE', `/keys/${id}`, { cookie: admin })).status).toBe(204)
  expect(await status(key)).toBe(401)
})

test('who is disabled or removed loses keys and sessions at once', async () => {
  for (const how of ['disable', 'remove']) {
    const { person, cookie } = await api.join(admin, 'viewer')
    const { key } = await api.addKey(cookie, ['data:read'])
    await api.ask('PUT', '/settings', { cookie: admin, body: { reading: 'closed' } })
    expect([await status(key), (await api.ask('GET', '/zones', { cookie })).status]).toEqual([
      200, 200,
    ])
    const path = `/people/${person.id}`
    if (how === 'remove') await api.ask('DELETE', path, { cookie: admin })
    else await api.ask('PATCH', path, { cookie: admin, body: { disabled: true } })
    expect([await status(key), (await api.ask('GET', '/zones', { cookie })).status]).toEqual([
      401, 401,
    ])
  }
})

test('keys make no keys, and many at once are counted', async () => {
  const { key } = await api.addKey(admin, ['data:read', 'ingest:write'])
  const body = { name: 'x', scopes: ['data:read'], expiresAt: null }
  expect((await api.ask('POST', '/keys', { key, body })).status).toBe(403)
  const { cookie } = await api.join(admin, 'viewer')
  const tried = await Promise.all(
    Array.from({ length: 60 }, () => api.ask('POST', '/keys', { cookie, body })),
  )
  expect(tried.filter((one) => one.status === 201)).toHaveLength(50)
  const all = (await Promise.all(
    tried.filter((one) => one.status === 201).map((one) => one.json()),
  )) as MadeKey[]
  expect(new Set(all.map((one) => one.key)).size).toBe(50)
})
