import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RULES } from './access/rules.ts'
import { openAccounts, type AccountsApi } from './accounts/testing.ts'
import type { Values } from './contract.ts'
import { createFront } from './front.ts'
import { tagOf } from './http/tag.ts'

/** The shortcut past the routes lets nothing through that the routes would not, and alters nothing. */

let api: AccountsApi
let server: Server
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await api.close()
})

async function open(settings: Record<string, string> = {}) {
  api = await openAccounts(settings)
  const front = createFront(
    api.app,
    api.deps,
    Promise.resolve(() => undefined),
  )
  server = createServer(front)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
}

const FILE = '园区,年份,税收收入(万元)\n甲,2023,10\n乙,2023,20\n丙,2023,30\n'
const load = async (text = FILE, name = 'a.csv') =>
  (await api.send(text, `mode=commit&name=${name}`)).upload

interface Got {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
}

function get(path: string, headers: Record<string, string> = {}): Promise<Got> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asking = request({ port, path: `/api/v1${path}`, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts),
        }),
      )
    })
    asking.once('error', reject).end()
  })
}

/** How often the routes are asked from now on. */
function watchRoutes() {
  let count = 0
  const { fetch } = api.app
  api.app.fetch = (...args) => {
    count++
    return fetch(...args)
  }
  const front = createFront(
    api.app,
    api.deps,
    Promise.resolve(() => undefined),
  )
  server.removeAllListeners('request').on('request', front)
  return () => count
}

const VALUES = '/values?period=2023'
const OF_ONE = new Set(['x-request-id', 'date', 'content-length', 'transfer-encoding', 'ratelimit'])
const lasting = ({ headers }: Got) =>
  Object.entries(headers).filter(([name]) => !OF_ONE.has(name) && name !== 'vary')

describe('an answer that is given again', () => {
  beforeEach(() => open())

  test.each([{}, { 'accept-encoding': 'gzip' }])(
    'is as the routes gave it: %j',
    async (headers) => {
      await load()
      const first = await get(VALUES, headers)
      const again = await get(VALUES, { ...headers, 'x-request-id': 'asked-by-me' })
      expect(first.status).toBe(200)
      expect(first.headers['x-request-id']).not.toBe('asked-by-me')
      expect(again.headers['x-request-id']).toBe('asked-by-me')
      const plain = ({ body, headers: h }: Got) =>
        String(h['content-encoding'] === 'gzip' ? gunzipSync(body) : body)
      expect(plain(again)).toBe(plain(first))
      expect(JSON.parse(plain(again))).toMatchObject({ values: [[10], [20], [30]] })
      const kept = lasting(again).filter(([name]) => name !== 'content-encoding')
      expect(Object.fromEntries(lasting(first))).toMatchObject(Object.fromEntries(kept))
      expect(kept.length).toBeGreaterThan(10)
    },
  )

  test('goes past the routes, and so does its 304', async () => {
    await load()
    const { headers } = await get(VALUES)
    const asked = watchRoutes()
    expect((await get('/zones')).status).toBe(200)
    expect(asked()).toBe(1)
    expect((await get(VALUES)).status).toBe(200)
    const known = await get(VALUES, { 'if-none-match': headers.etag ?? '' })
    expect([known.status, known.body.byteLength, known.headers.etag]).toEqual([
      304,
      0,
      headers.etag,
    ])
    expect(known.headers['content-security-policy']).toBe(headers['content-security-policy'])
    expect(asked()).toBe(1)
  })

  test('is another one as soon as something is committed, withdrawn or restored', async () => {
    const upload = await load()
    const first = await get(VALUES)
    const values = async () => (JSON.parse(String((await get(VALUES)).body)) as Values).values
    const more = await load('园区,年份,税收收入(万元)\n甲,2023,11\n', 'b.csv')
    const second = await get(VALUES, { 'if-none-match': first.headers.etag ?? '' })
    expect(second.status).toBe(200)
    expect(JSON.parse(String(second.body))).toMatchObject({ values: [[11], [20], [30]] })
    await api.request(`/uploads/${more.id}`, { method: 'DELETE' })
    expect(await values()).toEqual([[10], [20], [30]])
    await api.request(`/uploads/${upload.id}`, { method: 'DELETE' })
    expect(await values()).toBeUndefined()
    await api.request(`/uploads/${upload.id}/restore`, { method: 'POST' })
    expect(await values()).toEqual([[10], [20], [30]])
  })

  test('does not take the place of a spreadsheet', async () => {
    await load()
    await get(VALUES)
    const sheet = await get(VALUES, { accept: 'text/csv' })
    expect(sheet.headers['content-type']).toContain('text/csv')
    expect((await get(VALUES)).headers['content-type']).toContain('application/json')
  })

  test('is counted and logged by its route', async () => {
    await load()
    await get(VALUES)
    await get(VALUES)
    const figures = String((await get('/metrics')).body)
    expect(figures).toMatch(
      /seconds_count\{method="GET",route="\/api\/v1\/values",status="200"\} 2/u,
    )
  })

  test('is refused under a foreign name', async () => {
    await load()
    await get(VALUES)
    expect((await get(VALUES, { host: 'evil.example' })).status).toBe(401)
  })
})

describe('the right to read', () => {
  beforeEach(() => open())

  test('is asked of everybody each time, and a change holds at once', async () => {
    await load()
    const cookie = await api.setUp()
    const sending = (await api.addKey(cookie, ['ingest:write'])).key
    const reading = (await api.addKey(cookie, ['data:read'])).key
    const set = (to: string) => api.ask('PUT', '/settings', { cookie, body: { reading: to } })
    await set('closed')
    const own = await get(VALUES, { cookie })
    const tag = { 'if-none-match': own.headers.etag ?? '' }
    const status = async (headers: Record<string, string>) => [
      (await get(VALUES, headers)).status,
      (await get(VALUES, { ...headers, ...tag })).status,
    ]
    expect(await status({ cookie })).toEqual([200, 304])
    expect(await status({ authorization: `Bearer ${reading}` })).toEqual([200, 304])
    expect(await status({})).toEqual([401, 401])
    expect(await status({ cookie: 'permu.session_token=made.up' })).toEqual([401, 401])
    expect(await status({ authorization: `Bearer ${sending}` })).toEqual([403, 403])
    expect(await status({ authorization: 'Bearer izm_none', cookie })).toEqual([401, 401])
    await set('open')
    expect(await status({})).toEqual([200, 304])
    await set('closed')
    expect(await status({})).toEqual([401, 401])
    await api.ask('POST', '/api/auth/sign-out', { cookie })
    expect(await status({ cookie })).toEqual([401, 401])
  })

  test('no tag that somebody makes up opens a route that asks for more, or that has none', async () => {
    await load()
    const cookie = await api.setUp()
    const version = await api.deps.snapshots.version()
    const paths = Object.keys(RULES)
      .filter((route) => route.startsWith('GET /api/v1/') && !route.includes('/events'))
      .map((route) => route.slice('GET /api/v1'.length).replaceAll(/:\w+/gu, 'none'))
    const answers = paths.map(async (path) => {
      const tag = tagOf(version, `/api/v1${path}`)
      return [path, (await get(path, { cookie, 'if-none-match': tag })).status] as const
    })
    const known = (await Promise.all(answers)).filter(([, status]) => status === 304)
    // The routes themselves give the tag of any question about the data, asked before or not.
    const tagged = known.map(([path]) => RULES[`GET /api/v1${path}`] ?? 'read')
    expect(new Set(tagged)).toEqual(new Set(['read']))
  })
})

test('the quota counts answers that are given again', async () => {
  await open({ PERMU_RATE_READ: '3/min', PERMU_TRUST_PROXY: '1' })
  await load()
  const from = { 'x-forwarded-for': '192.0.2.1' }
  await api.setUp()
  const statuses = []
  for (let i = 0; i < 4; i++) statuses.push((await get(VALUES, from)).status)
  expect(statuses).toEqual([200, 200, 200, 429])
  expect((await get(VALUES, { 'x-forwarded-for': '192.0.2.2' })).headers['ratelimit-policy']).toBe(
    '"read";q=3;w=60',
  )
})
