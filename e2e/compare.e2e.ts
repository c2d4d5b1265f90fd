import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawCharts, listen, openBrowser, violations } from './browser.ts'
import { openProduct } from './product.ts'

/** One selection of zones looked at in every way. */

let browser: Browser
let product: Awaited<ReturnType<typeof openProduct>>
let zones: readonly string[] = []
let names: readonly string[] = []

beforeAll(async () => {
  product = await openProduct()
  browser = await openBrowser()
  await fetch(`${product.url}/api/v1/samples/city-66`, { method: 'POST' })
  const all = (await (await fetch(`${product.url}/api/v1/zones`)).json()) as {
    id: string
    name: string
  }[]
  zones = all.slice(0, 4).map(({ id }) => id)
  names = all.map(({ name }) => name)
  const merger = { date: '2022', kind: 'merge', from: zones.slice(1, 3), to: [zones[1]] }
  const answer = await fetch(`${product.url}/api/v1/zone-events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(merger),
  })
  expect(answer.status).toBeLessThan(300)
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

const VIEWS = [
  'table',
  'bars',
  'strip',
  'scatter',
  'parallel',
  'radar',
  'lines',
  'multiples',
  'dumbbell',
  'slope',
  'bump',
]
const LOOKS = [
  { lang: 'zh', theme: 'light', width: 1440 },
  { lang: 'en', theme: 'dark', width: 1440 },
  { lang: 'zh', theme: 'dark', width: 390 },
  { lang: 'en', theme: 'light', width: 390 },
]

async function open(query: string, look = { lang: 'zh', theme: 'light', width: 1440 }) {
  const context = await browser.newContext({ viewport: { width: look.width, height: 900 } })
  await context.addCookies([
    { name: 'lang', value: look.lang, url: product.url },
    { name: 'theme', value: look.theme, url: product.url },
  ])
  const page = await context.newPage()
  const errors = listen(page)
  await page.goto(`${product.url}/compare${query}`, { waitUntil: 'networkidle' })
  return { page, errors, close: () => context.close() }
}

describe.each(LOOKS)('$lang, $theme, $width px', (look) => {
  test.each(VIEWS)('%s is drawn, accessible, fits, and has its table', async (view) => {
    const picked = view === 'radar' ? zones.slice(0, 2) : zones
    const marks = 't=chengdu-2020-350,tieshangang-2023-tax&tol=1'
    const { page, errors, close } = await open(
      `?view=${view}&zones=${picked.join(',')}&${marks}`,
      look,
    )
    if (view !== 'table') await drawCharts(page)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    const rows = await page.locator('main table').first().locator('tbody tr').count()
    const found = await violations(page)
    await close()
    expect(found).toEqual([])
    expect(width).toBeLessThanOrEqual(look.width)
    expect(rows).toBeGreaterThan(1)
    expect(errors).toEqual([])
  })

  test('the chooser, the thresholds and an unknown zone are accessible', async () => {
    const { page, close } = await open(`?zones=${zones[0] ?? ''},gone&indicators=nope`, look)
    for (const details of await page.locator('main details > summary').all()) await details.click()
    const found = await violations(page)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    await close()
    expect(found).toEqual([])
    expect(width).toBeLessThanOrEqual(look.width)
  })
})

describe('one selection', () => {
  test('stays through all views, back and forth', async () => {
    const { page, close } = await open(`?zones=${zones.join(',')}&line=tax-per-land`)
    const tour = { 散点: 'scatter', 折线: 'lines', 哑铃: 'dumbbell', 条形: 'bars' }
    for (const [view, id] of Object.entries(tour)) {
      await page.getByRole('navigation', { name: '看法' }).getByRole('link', { name: view }).click()
      await page.waitForURL((url) => url.searchParams.get('view') === id)
      await drawCharts(page)
      const chosen = await page.getByRole('list', { name: '所选园区' }).innerText()
      for (const name of names.slice(0, 4)) expect(chosen).toContain(name)
    }
    expect(new URL(page.url()).searchParams.get('line')).toBe('tax-per-land')
    await page.goBack()
    await page.waitForURL(/view=dumbbell/u)
    await close()
  })

  test('a zone is found by pinyin, added, pinned and alone kept', async () => {
    const { page, close } = await open(`?zones=${zones[0] ?? ''}`)
    await page.getByText('选择园区和指标', { exact: true }).click()
    await page.getByRole('searchbox', { name: /拼音或类型/u }).fill('yunqi')
    await page.getByRole('checkbox', { name: /云启/u }).check()
    await page.waitForURL((url) => url.searchParams.get('zones') === zones.slice(0, 2).join(','))
    await page.getByRole('link', { name: /^置顶.*云启/u }).click()
    await page.getByRole('link', { name: '只留置顶的' }).click()
    await page.waitForURL((url) => url.searchParams.get('zones') === zones[1])
    const kept = await page.getByRole('list', { name: '所选园区' }).innerText()
    await close()
    expect(kept).toContain(names[1])
    expect(kept).not.toContain(names[0])
  })

  test('an old link opens as it did, and a merger breaks its zone’s change', async () => {
    const old = zones.map((zone) => `zones=${zone}`).join('&')
    const { page, close } = await open(
      `?${old}&indicators=tax-per-land&period=2023&line=tax-per-land`,
    )
    expect(await page.locator('main table thead').first().innerText()).toContain(names[0])
    await close()
    const later = await open(`?view=slope&zones=${zones.join(',')}&from=2020&line=tax-per-land`)
    const table = await later.page.locator('main table').first().innerText()
    await later.close()
    expect(table).toContain('不可比')
  })

  test('the export has the chosen zones and indicators', async () => {
    const { page, close } = await open(
      `?zones=${zones.slice(0, 2).join(',')}&indicators=tax-per-land`,
    )
    const href = await page.getByRole('link', { name: '导出 CSV' }).getAttribute('href')
    await close()
    const csv = await (await fetch(product.url + (href ?? ''))).text()
    expect(csv).toContain(names[0])
    expect(csv).not.toContain(names[2])
  })

  test('the heat table stands in the page without scripts', async () => {
    const html = await (await fetch(`${product.url}/compare?view=table`)).text()
    expect(html.match(/scope="row"/gu)?.length ?? 0).toBeGreaterThan(3)
    expect(html).toContain('name="zones"')
  })
})
