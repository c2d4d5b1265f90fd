import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillProduct, pathOf, PAGES, type Filled } from './page-list.ts'
import { setUp, send, addPerson } from './people.ts'
import { openProduct } from './product.ts'

/** Pages that are given again are the pages that would be made. */

type Product = Awaited<ReturnType<typeof openProduct>>

let product: Product
let filled: Filled
beforeAll(async () => {
  product = await openProduct()
  filled = await fillProduct(product.url)
})
afterAll(() => product.close())

const NONCE = /nonce-[\w+/=]+|nonce="[^"]*"/gu

async function page(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(product.url + path, { headers, redirect: 'manual' })
  const text = await answer.text()
  return { status: answer.status, text, bare: text.replaceAll(NONCE, ''), headers: answer.headers }
}

describe('every page', () => {
  test.each(PAGES.filter((path) => !path.startsWith('/admin')))('%s', async (listed) => {
    const path = pathOf(listed, filled)
    const first = await page(path)
    const again = await page(path)
    const short = await page(path, { 'accept-encoding': 'gzip' })
    expect(again.bare).toBe(first.bare)
    expect(short.bare).toBe(first.bare)
    expect(again.status).toBe(first.status)
    const names = (headers: Headers) => [...headers.keys()].sort().filter((name) => name !== 'etag')
    expect(names(again.headers)).toEqual(names(first.headers))
  })
})

test('languages and themes have pages of their own', async () => {
  const zh = await page('/rank', { 'accept-language': 'zh' })
  const en = await page('/rank', { 'accept-language': 'en' })
  const dark = await page('/rank', { 'accept-language': 'en', cookie: 'theme=dark' })
  expect(zh.text).toContain('lang="zh-CN"')
  expect(en.text).toContain('lang="en"')
  expect(dark.text).toContain('data-theme="dark"')
  expect((await page('/rank', { 'accept-language': 'zh' })).bare).toBe(zh.bare)
})

test('what is committed and withdrawn shows at once', async () => {
  const before = await page('/zones')
  const body = '园区,年份,税收收入(万元)\n一个新的园区,2023,10\n'
  const path = '/api/v1/uploads?mode=commit&name=new.csv'
  const headers = { prefer: 'wait=60', 'content-type': 'text/csv' }
  const sent = await fetch(product.url + path, { method: 'POST', body, headers })
  const { id } = (await sent.json()) as { id: string }
  expect((await page('/zones')).text).toContain('一个新的园区')
  await fetch(`${product.url}/api/v1/uploads/${id}`, { method: 'DELETE' })
  expect((await page('/zones')).text).not.toContain('一个新的园区')
  expect(before.text).not.toContain('一个新的园区')
})

test('nobody is given the page of somebody else, and a right that ends shows at once', async () => {
  const open = await page('/rank')
  const admin = await setUp(product)
  const own = await page('/rank', { cookie: admin })
  expect(own.text).toContain('张三')
  expect((await page('/rank')).text).not.toContain('张三')
  const viewer = await addPerson(product, admin, { name: '李四', role: 'viewer' })
  const entered = await send(product, '/api/auth/sign-in/email', {
    json: { email: viewer.email, password: viewer.password },
  })
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const seen = await page('/rank', { cookie })
  expect(seen.text).toContain('李四')
  expect(seen.text).not.toContain('张三')

  await send(product, '/api/v1/settings', {
    cookie: admin,
    method: 'PUT',
    json: { reading: 'closed' },
  })
  const refused = await page('/rank')
  expect(refused.status).toBe(303)
  expect((await page('/rank', { cookie })).bare).toContain('李四')
  await send(product, `/api/v1/people/${viewer.id}`, { cookie: admin, method: 'DELETE' })
  expect((await page('/rank', { cookie })).status).toBe(303)
  expect(open.status).toBe(200)
})
