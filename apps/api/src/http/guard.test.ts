import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAccounts, type AccountsApi } from '../accounts/testing.ts'
import { openApi, type Api } from '../testing.ts'

let api: Api
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const at = (url: string, init: RequestInit = {}) => api.app.request(url, init)
const write = (headers: Record<string, string>) =>
  at('http://localhost/api/v1/samples/none', { method: 'POST', headers })

describe('who may ask', () => {
  test.each([
    ['http://localhost/api/v1/zones', 200],
    ['http://127.0.0.1:4310/api/v1/zones', 200],
    ['http://[::1]:4310/api/v1/zones', 200],
    ['http://rebound.example/api/v1/zones', 401],
  ])('%s is answered with %i', async (url, status) => {
    expect((await at(url)).status).toBe(status)
  })
})

describe('who may write', () => {
  test('a program without an origin, and the page itself', async () => {
    expect((await write({})).status).toBe(404)
    const own = { origin: 'http://localhost', host: 'localhost' }
    expect((await write(own)).status).toBe(404)
  })

  test('no other site', async () => {
    expect((await write({ origin: 'https://elsewhere.example' })).status).toBe(401)
    expect((await write({ origin: 'null' })).status).toBe(401)
    expect((await write({ 'sec-fetch-site': 'cross-site' })).status).toBe(401)
  })
})

describe('with the cookie of a session', () => {
  let cookie: string
  let own: AccountsApi
  beforeAll(async () => {
    own = await openAccounts({ PERMU_URL: 'https://permu.example' })
    cookie = await own.setUp()
  })
  afterAll(() => own.close())

  const post = (headers: Record<string, string>) =>
    own.app.request('http://localhost/api/v1/samples/none', { method: 'POST', headers })

  test('over https the cookie is for https only', () => {
    expect(cookie).toMatch(/^__Secure-permu\.session_token=/u)
  })

  test.each([
    ['nothing', {}, 401],
    ['the page itself', { origin: 'http://localhost', host: 'localhost' }, 404],
    ['its public address', { origin: 'https://permu.example', host: '127.0.0.1:4310' }, 404],
    ['a browser that says so', { 'sec-fetch-site': 'same-origin' }, 404],
    ['an address that was typed', { 'sec-fetch-site': 'none' }, 401],
    ['another port of this machine', { origin: 'http://localhost:3000', host: 'localhost' }, 401],
    ['a page beside it', { 'sec-fetch-site': 'same-site' }, 401],
    ['another site', { origin: 'https://elsewhere.example' }, 401],
    ['a page that hides', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 401],
  ])('a write from %s is answered with %o %i', async (_what, headers, status) => {
    expect((await post({ cookie, ...headers })).status).toBe(status)
  })

  test('a program’s key needs no origin, and a cookie beside it gives it nothing', async () => {
    const { key } = await own.addKey(cookie, ['data:read'])
    const response = await post({ authorization: `Bearer ${key}`, cookie })
    expect(response.status).toBe(403)
  })
})

test('an unknown error reveals nothing but a request id', async () => {
  const broken = await openApi()
  await broken.deps.store.close()
  const response = await broken.request('/zones')
  const text = await response.text()
  expect(response.status).toBe(500)
  expect(JSON.parse(text)).toMatchObject({ code: 'internal' })
  expect(text).not.toMatch(/sqlite|database|\.ts|node_modules/iu)
  expect(response.headers.get('x-request-id')).toBeTruthy()
})
