import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookiesOf, openAccounts, type AccountsApi } from '../accounts/testing.ts'
import { RULES } from './rules.ts'

let api: AccountsApi
const cookies: Record<string, string> = {}
const keys: Record<string, string> = {}

beforeAll(async () => {
  api = await openAccounts()
  const admin = await api.setUp()
  cookies['administrator'] = admin
  for (const role of ['viewer', 'uploader', 'editor'] as const) {
    cookies[role] = (await api.join(admin, role)).cookie
  }
  const waiting = await api.addPerson(admin, 'administrator')
  cookies['waiting'] = cookiesOf(await api.signIn(waiting.person.email, waiting.password))
  keys['reading key'] = (await api.addKey(admin, ['data:read'])).key
  keys['sending key'] = (await api.addKey(admin, ['ingest:write'])).key
})
afterAll(() => api.close())

const setReading = (reading: 'open' | 'closed') =>
  api.ask('PUT', '/settings', { cookie: cookies['administrator'], body: { reading } })

/** Every handler of the app; what is registered for all methods stands in front of others. */
function routes(): string[] {
  const found = api.app.routes.filter(({ method }) => method !== 'ALL')
  return [...new Set(found.map(({ method, path }) => `${method} ${path}`))]
}

/** Written apart from the table of rules: what each kind of visitor may do at most. */
const READS = ['anonymous, open', 'viewer', 'uploader', 'editor', 'administrator', 'reading key']
const MAY: Record<string, readonly string[]> = {
  read: READS,
  upload: ['uploader', 'editor', 'administrator', 'sending key'],
  edit: ['editor', 'administrator'],
  administer: ['administrator'],
  watch: ['administrator', 'reading key'],
  member: ['viewer', 'uploader', 'editor', 'administrator'],
  'own-upload': READS,
}

// These would end the sessions that the test goes on with.
const ENDS = new Set(['POST /api/auth/sign-out', 'POST /api/auth/change-password'])

async function statusFor(visitor: string, route: string): Promise<number> {
  const [method = '', pattern = ''] = route.split(' ')
  const path = pattern.replaceAll(/:\w+/gu, 'none')
  const credentials = { cookie: cookies[visitor], key: keys[visitor] }
  return (await api.ask(method, path, credentials)).status
}

const isSending = (visitor: string, rule: string) =>
  visitor === 'sending key' && ['read', 'own-upload'].includes(rule)

const isRefused = (status: number) => status === 401 || status === 403

describe('every route', () => {
  test('has a rule, and every rule a route', () => {
    expect(Object.keys(RULES).sort()).toEqual(routes().sort())
  })

  test('nothing that writes asks for reading only, or for nothing, but what is meant to', () => {
    const lax = Object.entries(RULES).filter(
      ([route, rule]) =>
        !route.startsWith('GET ') && !['upload', 'edit', 'administer'].includes(rule),
    )
    expect(lax.map(([route]) => route).sort()).toEqual([
      'DELETE /api/v1/keys/:id',
      'PATCH /api/v1/me',
      'POST /api/auth/change-password',
      'POST /api/auth/sign-in/email',
      'POST /api/auth/sign-out',
      'POST /api/v1/keys',
      'POST /api/v1/setup',
      'POST /api/v1/views',
    ])
  })

  test('what everybody’s figures rest on is for editors, and files are for those who send them', () => {
    const shared = /\/(mappings|zones|zone-events|map|supply|samples|views\/:id)(\/|$)/u
    const writing = Object.entries(RULES).filter(([route]) => !route.startsWith('GET '))
    const needs = (places: RegExp) =>
      new Set(writing.flatMap(([route, rule]) => (places.test(route) ? [rule] : [])))
    expect([...needs(shared)]).toEqual(['edit'])
    expect([...needs(/\/uploads(\/|$)/u)]).toEqual(['upload'])
  })

  test('administration is for administrators', () => {
    const places = /\/(people|settings|backups|audit|health)(\/|$)/u
    const inner = Object.entries(RULES).filter(([route]) => places.test(route))
    expect(inner.length).toBeGreaterThan(6)
    expect(inner.filter(([, rule]) => rule !== 'administer')).toEqual([])
  })
})

describe.each(['open', 'closed'] as const)('while reading is %s', (reading) => {
  beforeAll(async () => {
    expect((await setReading(reading)).status).toBe(200)
  })

  const visitors = [`anonymous, ${reading}`, 'viewer', 'uploader', 'editor', 'administrator']
  test.each([...visitors, 'reading key', 'sending key', 'waiting'])(
    'every route lets %s in or not by its rule',
    async (visitor) => {
      for (const route of routes().filter((one) => !ENDS.has(one))) {
        const rule = RULES[route] ?? ''
        if (rule === 'anyone') continue
        // Whoever may read without an account may read with any key.
        const as = isSending(visitor, rule) && reading === 'open' ? 'anonymous, open' : visitor
        const status = await statusFor(visitor, route)
        const isExpected = [route, visitor, MAY[rule]?.includes(as) !== true]
        expect([route, visitor, isRefused(status)]).toEqual(isExpected)
      }
    },
  )
})

test('a refusal says which role would be enough', async () => {
  const cookie = cookies['viewer']
  for (const [path, role] of [
    ['/samples/none', 'editor'],
    ['/uploads', 'uploader'],
    ['/people', 'administrator'],
  ] as const) {
    const refused = await api.ask('POST', path, { cookie })
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: 'role', message: role }] })
  }
})

test('what is at no address is nothing, whoever asks and however', async () => {
  for (const visitor of ['administrator', 'nobody']) {
    for (const route of ['GET /api/v1/none', 'PUT /api/v1/uploads', 'OPTIONS /api/v1/people']) {
      expect(await statusFor(visitor, route)).toBe(404)
    }
  }
})

test('a route that somebody adds without a rule is not answered', async () => {
  const { createApp } = await import('../app.ts')
  const app = createApp(api.deps)
  app.get('/api/v1/added', (c) => c.text('secret'))
  app.all('/api/v1/added-for-all', (c) => c.text('secret'))
  for (const path of ['added', 'added-for-all']) {
    const response = await app.request(`http://localhost/api/v1/${path}`, {
      headers: { cookie: cookies['administrator'] ?? '' },
    })
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('secret')
  }
})

test('a HEAD is a GET', async () => {
  await setReading('closed')
  expect((await api.ask('HEAD', '/people')).status).toBe(401)
  expect((await api.ask('HEAD', '/zones')).status).toBe(401)
  expect((await api.ask('HEAD', '/zones', { cookie: cookies['viewer'] })).status).toBe(200)
})

test('a spreadsheet asked for by its type needs what its path needs', async () => {
  await setReading('closed')
  const headers = { accept: 'text/csv' }
  expect((await api.ask('GET', '/values', { headers })).status).toBe(401)
  const cookie = cookies['viewer']
  expect((await api.ask('GET', '/values', { headers, cookie })).status).not.toBe(401)
})

test('an answer that a browser has kept is not confirmed to those who may not read', async () => {
  await setReading('open')
  const tag = (await api.ask('GET', '/trace?zone=x&indicator=y')).headers.get('etag')
  await setReading('closed')
  const headers = { 'if-none-match': tag ?? '"0-x"' }
  expect((await api.ask('GET', '/trace?zone=x&indicator=y', { headers })).status).toBe(401)
})
