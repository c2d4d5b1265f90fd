import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
