import { readdirSync } from 'node:fs'
import { get as httpGet } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawCharts, openBrowser, openPage } from './browser.ts'
import { PAGES, fillProduct, pathOf, type Filled } from './page-list.ts'
import { openProduct } from './product.ts'

/** What the product says to a browser on each of its answers. */

let browser: Browser
let product: Awaited<ReturnType<typeof openProduct>>
let filled: Filled

beforeAll(async () => {
  product = await openProduct({ PERMU_TRUST_PROXY: '1' })
  browser = await openBrowser()
  filled = await fillProduct(product.url)
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(product.url + path, { headers, redirect: 'manual' })

const policyOf = (answer: Response) =>
  new Map(
    (answer.headers.get('content-security-policy') ?? '').split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/u)
      return [name, sources] as const
    }),
  )

function expectSafe(answer: Response) {
  const said = (name: string) => answer.headers.get(name)
  expect(said('x-content-type-options')).toBe('nosniff')
  expect(said('referrer-policy')).toBe('same-origin')
  expect(said('x-frame-options')).toBe('DENY')
  expect(said('cross-origin-opener-policy')).toBe('same-origin')
  expect(said('cross-origin-resource-policy')).toBe('same-origin')
  expect(said('permissions-policy')).toContain('camera=()')
  expect(said('strict-transport-security')).toBeNull()
  const policy = policyOf(answer)
  expect(policy.get('frame-ancestors')).toEqual(["'none'"])
  expect(policy.get('base-uri')?.join()).toMatch(/^'(none|self)'$/u)
  for (const name of ['default-src', 'script-src', 'style-src']) {
    const sources = policy.get(name) ?? []
    const open = sources.filter((source) => !/^'(self|none|nonce-[\w+/=]{20,})'$/u.test(source))
    expect([name, open]).toEqual([name, []])
  }
}

describe('every page', () => {
  test.each(PAGES)('%s has a policy whose nonce its scripts and styles carry', async (path) => {
    const answer = await get(pathOf(path, filled))
    expectSafe(answer)
    const nonces = (policyOf(answer).get('script-src') ?? []).filter((s) => s.includes('nonce-'))
    expect(nonces).toHaveLength(1)
    const nonce = nonces[0]?.slice("'nonce-".length, -1) ?? ''
    const html = await answer.text()
    // A block of JSON is never run.
    const tags = (html.match(/<(?:script|style)\b[^>]*>/gu) ?? []).filter(
      (tag) => !tag.startsWith('<script type="application/json"'),
    )
    expect(tags.length).toBeGreaterThan(0)
    expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
    expect(html).not.toMatch(/<[^>]*\son\w+\s*=/u)
    expect(html).not.toMatch(/(?:href|src|action)="\s*javascript:/iu)
  })

  test('has another nonce each time', async () => {
    const [a, b] = [await get('/rank'), await get('/rank')].map((answer) =>
      answer.headers.get('content-security-policy'),
    )
    expect(a).not.toBe(b)
  })
})

describe('every other answer', () => {
  const scripts = readdirSync(
    new URL('../apps/web/build/client/_app/immutable/workers', import.meta.url),
  ).find((name) => name.endsWith('.js'))

  test.each([
    ['/icon.svg', 200],
    ['/_app/version.json', 200],
    [`/_app/immutable/workers/${scripts ?? ''}`, 200],
    ['/_app/immutable/none.js', 404],
    ['/livez', 200],
    ['/readyz', 200],
    ['/api/v1/state', 200],
    ['/api/v1/openapi.json', 200],
    ['/api/v1/none', 404],
    ['/api/v1/rankings?by=%00', 404],
    ['/api/v1/values.csv', 200],
    ['/api/v1/values.xlsx', 200],
    ['/api/docs', 200],
    ['/api/docs/swagger-ui.css', 200],
    ['/api/none', 404],
    ['/rank?lang=en', 303],
    ['/%ff', 400],
    ['//evil.example', 404],
  ])('%s', async (path, status) => {
    const answer = await get(path)
    await answer.arrayBuffer()
    expect(answer.status).toBe(status)
    expectSafe(answer)
  })

  test('that is data may load nothing at all', async () => {
    const policy = policyOf(await get('/api/v1/state'))
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.has('script-src')).toBe(false)
  })

  test('says to keep to https where the proxy was asked by it', async () => {
    const answer = await get('/rank', { 'x-forwarded-proto': 'https' })
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000')
    const own = await get('/api/v1/state', { 'x-forwarded-proto': 'https' })
    expect(own.headers.get('strict-transport-security')).toBe('max-age=31536000')
  })
})

describe('a redirect never leaves the product', () => {
  const places = [
    '//evil.example/?lang=en',
    '/\\evil.example?lang=en',
    '/%2f%2fevil.example?lang=en',
  ]
  test.each([...places, '/rank?lang=en&v=0', '/rank/?lang=en', '/@evil.example?theme=dark'])(
    '%s',
    async (path) => {
      // A client that mends addresses would not send these.
      const { hostname, port } = new URL(product.url)
      const location = await new Promise<string>((resolve, reject) => {
        httpGet({ hostname, port, path }, (answer) => {
          answer.resume()
          resolve(answer.headers.location ?? '')
        }).once('error', reject)
      })
      expect(new URL(location, product.url).origin).toBe(product.url)
    },
  )
})

test('the reference of the API works under its policy', async () => {
  const { page, errors, go, close } = await openPage(browser, product.url)
  await go('/api/docs')
  await page.locator('.opblock').first().waitFor()
  await close()
  expect(errors).toEqual([])
})

test('charts and threads of pages work under their policy', async () => {
  const { page, errors, go, close } = await openPage(browser, product.url)
  await go('/rank?v=1&draws=200')
  await drawCharts(page)
  await close()
  expect(errors).toEqual([])
})

describe('whose requests count', () => {
  let strict: Awaited<ReturnType<typeof openProduct>>
  beforeAll(async () => {
    strict = await openProduct({ PERMU_TRUST_PROXY: '1', PERMU_RATE_READ: '60/h' })
  })
  afterAll(() => strict.close())

  const ask = (path: string, address: string) =>
    fetch(strict.url + path, { headers: { 'x-forwarded-for': address } })

  test('pages use up the quota of who asked for them, and of nobody else', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 40; i++) statuses.push((await ask('/data', '192.0.2.1')).status)
    const first = statuses.indexOf(429)
    expect(first).toBeGreaterThan(2)
    // Each page asks the API a few times, and those count for the same client.
    expect(first).toBeLessThan(31)
    const refused = await ask('/data', '192.0.2.1')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await ask('/data', '192.0.2.2')).status).toBe(200)
    expect((await fetch(`${strict.url}/data`)).status).toBe(200)
  })

  test('a client does not choose its address by what stands before the proxy’s', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 70; i++) {
      statuses.push((await ask('/api/v1/zones', `10.9.8.${String(i)}, 192.0.2.3`)).status)
    }
    expect(statuses.indexOf(429)).toBe(60)
  })
})
