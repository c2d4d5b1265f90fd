import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProblemBody, View } from '../contract.ts'
import { openApi, type Api } from '../testing.ts'

let api: Api
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const headers = { 'content-type': 'application/json' }

async function send<T = View>(method: string, path: string, body?: object) {
  const init = body === undefined ? {} : { headers, body: JSON.stringify(body) }
  const response = await api.request(path, { method, ...init })
  return { status: response.status, body: (await response.json()) as T }
}

const names = async () => (await api.get<View[]>('/views')).map(({ name }) => name)

test('a view is saved with a name, listed, renamed, and taken from the list', async () => {
  const rank = { path: '/rank', query: 'v=1&w=tax.60,land.40' }
  const made = await send('POST', '/views', { ...rank, name: ' 一季度 ', note: '给会议' })
  expect(made).toMatchObject({
    status: 201,
    body: { path: '/rank', query: 'v=1&w=tax.60%2Cland.40', name: '一季度', note: '给会议' },
  })
  const { id } = made.body
  expect(id).toMatch(/^[0-9a-f]{12}$/u)
  expect(await names()).toContain('一季度')

  expect(await send('PATCH', `/views/${id}`, { name: '二季度' })).toMatchObject({
    status: 200,
    body: { name: '二季度', note: '给会议' },
  })
  expect((await send('PATCH', `/views/${id}`, { note: null })).body.note).toBeNull()

  expect((await send('DELETE', `/views/${id}`)).body.name).toBeNull()
  expect(await names()).not.toContain('二季度')
  expect(await api.get<View>(`/views/${id}`)).toMatchObject({ path: '/rank', name: null })
})

test('the same view has the same id, whatever was a preference in it', async () => {
  const first = await send('POST', '/views', { path: '/compare', query: 'zones=a' })
  const again = await send('POST', '/views', { path: '/compare', query: '?zones=a&lang=en' })
  expect([first.status, again.status]).toEqual([201, 200])
  expect(again.body.id).toBe(first.body.id)
  expect(await names()).not.toContain(null)

  const named = await send('POST', '/views', { path: '/compare', query: 'zones=a', name: '甲' })
  expect([named.status, named.body.id]).toEqual([201, first.body.id])
  const kept = await send('POST', '/views', { path: '/compare', query: 'zones=a', name: '甲' })
  expect(kept.status).toBe(200)
})

test('a view that has another name already is not renamed by chance', async () => {
  await send('POST', '/views', { path: '/frontier', query: 'model=bcc', name: '旧名' })
  const refused = await send<ProblemBody>('POST', '/views', {
    ...{ path: '/frontier', query: 'model=bcc' },
    name: '新名',
  })
  expect(refused).toMatchObject({ status: 409, body: { code: 'conflict' } })
  expect(refused.body.detail).toContain('旧名')
})

test.each([
  'https://elsewhere.example/rank',
  '//elsewhere.example/rank',
  '/\\elsewhere.example',
  '/api/v1/zones',
  '/v/0123456789ab',
  'rank',
  '/',
  '/rank/../api',
  '/rank/%2e%2e/api',
  '/rank//x',
  '/rank?x=1',
  '/zones/%zz',
  'javascript:alert(1)',
])('%s is no page', async (path) => {
  const refused = await send<ProblemBody>('POST', '/views', { path, name: 'x' })
  expect(refused.status).toBe(400)
  expect(refused.body.errors[0]?.pointer).toBe('/path')
})

test.each(['/rank', '/rank/methods', '/zones/ab12', '/zones/%E7%94%B2/report', '/report'])(
  '%s is a page',
  async (path) => {
    expect((await send('POST', '/views', { path })).status).toBe(201)
  },
)

test('names and queries have a length, and unknown views are told', async () => {
  const long = (key: string, length: number) =>
    send('POST', '/views', { path: '/rank', [key]: 'x'.repeat(length) })
  expect((await long('query', 8001)).status).toBe(400)
  expect((await long('name', 121)).status).toBe(400)
  expect((await send('POST', '/views', { path: '/rank', name: '  ' })).status).toBe(400)
  expect((await send('GET', '/views/none')).status).toBe(404)
  expect((await send('PATCH', '/views/none', { name: 'x' })).status).toBe(404)
  expect((await send('DELETE', '/views/none')).status).toBe(404)
})
