import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen, openBrowser, violations } from './browser.ts'
import { openProduct } from './product.ts'

/** The dual linkage, the starter zones and the map, as a person meets them. */

let browser: Browser
let product: Awaited<ReturnType<typeof openProduct>>

beforeAll(async () => {
  product = await openProduct()
  browser = await openBrowser()
  await fetch(`${product.url}/api/v1/samples/city-66`, { method: 'POST' })
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

interface Zone {
  readonly id: string
  readonly name: string
  readonly code: string
}

/** A square a zone and one that is nobody's. */
async function outline(): Promise<string> {
  const zones = (await (await fetch(`${product.url}/api/v1/zones`)).json()) as Zone[]
  const square = (k: number) => {
    const [x, y] = [103 + (k % 10) * 0.1, 30 + Math.floor(k / 10) * 0.1]
    const ring = [
      [x, y],
      [x + 0.09, y],
      [x + 0.09, y + 0.09],
      [x, y + 0.09],
      [x, y],
    ]
    return { type: 'Polygon', coordinates: [ring] }
  }
  const properties = [...zones.slice(0, 60).map(({ code }) => ({ code })), { name: '外区' }]
  const features = properties.map((one, k) => {
    return { type: 'Feature', properties: one, geometry: square(k) }
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}

const brought = (body: string) => ({
  name: 'outline.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(body),
})

async function open(path: string, look = { lang: 'zh', theme: 'light', width: 1440 }) {
  const context = await browser.newContext({ viewport: { width: look.width, height: 900 } })
  await context.addCookies([
    { name: 'lang', value: look.lang, url: product.url },
    { name: 'theme', value: look.theme, url: product.url },
  ])
  const page = await context.newPage()
  const errors = listen(page)
  await page.goto(product.url + path, { waitUntil: 'networkidle' })
  return { page, errors, close: () => context.close() }
}

const chartReady = (page: Page, count: number) =>
  page.waitForFunction(
    (wanted) => document.querySelectorAll('[data-chart-ready]').length >= wanted,
    count,
  )

test('without an outline the map has no link, and its page says how to bring one', async () => {
  const { page, close } = await open('/map')
  expect(await page.locator('header nav a[href="/map"]').count()).toBe(0)
  expect(await page.locator('main').textContent()).toContain('还没有轮廓文件')
  expect(await violations(page)).toEqual([])
  await close()
})

test('the cards of the first page lead to the two pages', async () => {
  const { page, close } = await open('/')
  await page.getByRole('link', { name: '看双挂钩' }).click()
  await page.waitForURL('**/linkage')
  await page.goto(`${product.url}/`)
  await page.getByRole('link', { name: '看起步区' }).click()
  await page.waitForURL('**/starter')
  expect(await page.locator('h1').textContent()).toBe('起步区')
  await close()
})

test('another reference is in the address, and its sums are those of the API', async () => {
  const { page, close } = await open('/linkage')
  await page.locator('select[name=ref]').selectOption('fit')
  await page.waitForURL('**/linkage?*ref=fit*')
  const href = (await page.locator('a[href^="/api/v1/linkage.csv"]').getAttribute('href')) ?? ''
  const answer = (await (await fetch(product.url + href.replace('.csv', ''))).json()) as {
    pairs: { gain: { total: number } }[]
  }
  const total = Math.round(answer.pairs[0]?.gain.total ?? 0).toLocaleString('en')
  expect(total).not.toBe('0')
  await expect.poll(() => page.locator('main').textContent()).toContain(`可腾出土地 ${total} 亩`)
  await close()
})

test('a figure of the list leads to its source, a name to its zone', async () => {
  const { page, close } = await open('/linkage')
  const table = page.getByRole('region', { name: /名单，可左右滚动/u }).first()
  await table.locator('tbody a.value').first().click()
  await page.waitForURL('**/trace?*indicator=supplied-land*')
  expect(await page.locator('main').textContent()).toContain('供应工业用地面积')
  await page.goBack()
  await table.locator('tbody th a').first().click()
  await page.waitForURL('**/zones/*')
  await close()
})

test('an outline is refused with its place, brought, coloured, and taken away', async () => {
  const { page, errors, close } = await open('/map')
  const file = page.getByLabel('轮廓文件（GeoJSON）')
  await file.setInputFiles(brought((await outline()).replace('[103,30]', '[412345,30]')))
  await page.getByRole('button', { name: '上传轮廓' }).click()
  const alert = page.getByRole('alert').filter({ hasText: /\S/ })
  await alert.waitFor()
  expect(await alert.textContent()).toContain('/features/0/geometry/coordinates/0/0')
  await file.setInputFiles(brought(await outline()))
  await page.getByRole('button', { name: '上传轮廓' }).click()
  await chartReady(page, 1)
  expect(await page.locator('header nav a[href="/map"]').count()).toBe(1)
  expect(await page.locator('main').textContent()).toContain('轮廓中的 60 个园区有')
  expect(await page.locator('main').textContent()).toContain('外区 — 没有园区叫这个名称或代码')
  await page.getByLabel('着色指标').selectOption('investment-intensity')
  await page.waitForURL('**/map?*q=investment-intensity*')
  await page.getByRole('button', { name: '移除轮廓' }).click()
  await page.getByText('还没有轮廓文件').waitFor()
  expect(await page.locator('header nav a[href="/map"]').count()).toBe(0)
  expect(errors.filter((error) => !error.includes('400'))).toEqual([])
  await close()
})

const LOOKS = [
  { lang: 'zh', theme: 'light', width: 1440 },
  { lang: 'en', theme: 'dark', width: 1440 },
  { lang: 'zh', theme: 'dark', width: 390 },
  { lang: 'en', theme: 'light', width: 390 },
]

describe.each(LOOKS)('$lang, $theme, $width px', (look) => {
  beforeAll(async () => {
    const body = await outline()
    await fetch(`${product.url}/api/v1/map?name=outline.geojson`, { method: 'PUT', body })
  })

  test.each([
    '/',
    '/linkage',
    '/linkage?v=1&ref=target&ti=350&tol=0&cut=0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.95',
    '/linkage?v=1&ref=fit&y=2019',
    '/starter',
    '/starter?v=1&den=starter&all=1',
    '/map',
  ])('%s is accessible, fits, and tells no error', async (path) => {
    const { page, errors, close } = await open(path, look)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    const found = await violations(page)
    await close()
    expect(found).toEqual([])
    expect(width).toBeLessThanOrEqual(look.width)
    expect(errors).toEqual([])
  })
})

test('without scripts the lists stand in the page as it comes', async () => {
  const html = await (await fetch(`${product.url}/linkage`)).text()
  expect(html).toContain('地多投少')
  expect(html).toContain('规则为本工具所设，讲话未给出系数')
  expect(await (await fetch(`${product.url}/starter`)).text()).toContain('全区产出强度')
})
