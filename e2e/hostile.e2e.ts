import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawCharts, openBrowser, openPage } from './browser.ts'
import { openProduct } from './product.ts'

/** Names out of files, maps and addresses on the pages: they are text, whatever they look like. */

const NAMES = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(2)</script>',
  '"><svg onload=alert(3)>',
  "';alert(4)//",
  '{@html alert(5)}${alert(5)}',
  'javascript:alert(6)',
  '\u202Egpj.exe\u202C',
  '<!--',
  '__proto__',
]

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const row = (cells: readonly (string | number)[]) => cells.map((c) => quoted(String(c))).join(',')
const table = (year: number) =>
  [
    row(['园区', '年份', '税收(万元)', '供地面积(亩)', '类型', NAMES[0] ?? '', NAMES[1] ?? '']),
    ...NAMES.map((name, i) => row([name, year, i + 1, 10 + i, name, 5, 6])),
  ].join('\n')
const LEDGER = [
  row(['项目名称', '园区', '行业', '总投资(万元)', '用地面积(亩)', '开工日期']),
  ...NAMES.map((name, i) => row([name, name, name, 100 + i, 5, '2023-01-01'])),
].join('\n')
const MAP = JSON.stringify({
  type: 'FeatureCollection',
  features: NAMES.map((name, i) => ({
    type: 'Feature',
    properties: { name, id: name, [name]: name },
    geometry: { type: 'Point', coordinates: [100 + i, 30] },
  })),
})

let browser: Browser
let product: Awaited<ReturnType<typeof openProduct>>
let zone: string
let preview: string

async function send(path: string, body: string, method = 'POST') {
  const headers = { prefer: 'wait=60', 'content-type': 'application/octet-stream' }
  const answer = await fetch(`${product.url}/api/v1${path}`, { method, headers, body })
  return (await answer.json()) as { id: string }
}

beforeAll(async () => {
  product = await openProduct()
  browser = await openBrowser()
  const named = encodeURIComponent(`${NAMES[0] ?? ''}.csv`)
  await send(`/uploads?name=${named}`, table(2022))
  await send(`/uploads?name=${named}`, table(2023))
  await send(`/uploads?kind=ledger&name=${named}`, LEDGER)
  await send(`/map?name=${named}`, MAP, 'PUT')
  preview = (await send(`/uploads?mode=preview&name=${named}`, table(2024))).id
  const zones = (await (await fetch(`${product.url}/api/v1/zones`)).json()) as { id: string }[]
  zone = zones[0]?.id ?? ''
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

const HOSTILE = encodeURIComponent(NAMES.slice(0, 4).join(''))
const PAGES = [
  '/',
  '/rank',
  '/rank?v=1&w=tax.1&g=type&sel=ZONE',
  '/rank/methods',
  '/frontier?v=1&sel=ZONE',
  '/compare',
  '/linkage',
  '/starter',
  '/map',
  '/projects',
  '/supply',
  '/report',
  '/zones',
  '/zones/ZONE',
  '/zones/ZONE/report',
  '/zones/events',
  '/data',
  '/data/UPLOAD',
  '/data/history',
  '/data/diff?from=0',
  '/data/mappings',
  '/data/coverage',
  `/trace?zone=${HOSTILE}&indicator=${HOSTILE}`,
  `/rank?v=1&w=${HOSTILE}&sel=${HOSTILE}&p=${HOSTILE}`,
  `/compare?zones=${HOSTILE}&view=${HOSTILE}`,
  `/zones/${HOSTILE}`,
  `/indicators/${HOSTILE}`,
  `/data/${HOSTILE}`,
  `/v/${HOSTILE}`,
  `/help?q=${HOSTILE}`,
  `/${HOSTILE}`,
]

/** What would stand in the page if a name had become a part of it. */
const foreign = (page: Page) =>
  page
    .locator('img[src="x"], [onerror], [onload], [onclick], svg[onload], a[href^="javascript:" i]')
    .count()

describe('no name becomes a part of a page', () => {
  test.each(PAGES)('%s', async (path) => {
    const { page, errors, go, close } = await openPage(browser, product.url)
    const dialogs: string[] = []
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    await go(path.replace('ZONE', zone).replace('UPLOAD', preview))
    await drawCharts(page)
    const found = await foreign(page)
    await close()
    expect({ dialogs, found }).toEqual({ dialogs: [], found: 0 })
    expect(errors.filter((error) => !/status of 40[04]/u.test(error))).toEqual([])
  })
})

test('the names are there to be read', async () => {
  const { page, go, close } = await openPage(browser, product.url)
  await go('/zones')
  const text = await page.locator('main').innerText()
  await close()
  for (const name of NAMES.slice(0, 6)) expect(text).toContain(name)
})
