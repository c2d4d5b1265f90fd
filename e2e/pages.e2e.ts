import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen, openBrowser, violations } from './browser.ts'
import { openProduct } from './product.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof openProduct>>
let zone = ''
let preview = ''

beforeAll(async () => {
  product = await openProduct()
  browser = await openBrowser()
  for (const sample of ['city-66', 'poland-sez']) {
    await fetch(`${product.url}/api/v1/samples/${sample}`, { method: 'POST' })
  }
  const zones = (await (await fetch(`${product.url}/api/v1/zones`)).json()) as { id: string }[]
  zone = zones[0]?.id ?? ''
  preview = await sendPreview()
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

/** A file with errors that waits for a person. */
async function sendPreview(): Promise<string> {
  const body = readFileSync(new URL('fixtures/messy-gbk.csv', import.meta.url))
  const path = '/api/v1/uploads?mode=preview&name=messy.csv'
  const headers = { prefer: 'wait=60' }
  const answer = await fetch(product.url + path, { method: 'POST', headers, body })
  return ((await answer.json()) as { id: string }).id
}

const PAGES = [
  '/',
  '/rank',
  '/rank?v=1&p=per-mu-performance&treat=jrc&miss=median&g=type&sel=ZONE',
  '/rank/methods',
  '/rank/robustness',
  '/frontier?v=1&sel=ZONE',
  '/productivity?v=1&sel=ZONE',
  '/compare',
  '/data',
  '/data/UPLOAD',
  '/data/history',
  '/data/diff?from=0',
  '/data/coverage',
  '/data/coverage/tax',
  '/zones',
  '/zones/ZONE',
  '/zones/events',
  '/indicators',
  '/indicators/tax-per-land',
  '/trace?zone=ZONE&indicator=tax-per-land',
  '/no-such-page',
]

const LOOKS = [
  { lang: 'zh', theme: 'light', width: 1440 },
  { lang: 'en', theme: 'dark', width: 1440 },
  { lang: 'zh', theme: 'dark', width: 390 },
  { lang: 'en', theme: 'light', width: 390 },
]

async function visit(path: string, look: (typeof LOOKS)[number]) {
  const context = await browser.newContext({ viewport: { width: look.width, height: 900 } })
  const cookies = [
    { name: 'lang', value: look.lang, url: product.url },
    { name: 'theme', value: look.theme, url: product.url },
  ]
  await context.addCookies(cookies)
  const page = await context.newPage()
  const errors = listen(page)
  await page.goto(product.url + path.replace('ZONE', zone).replace('UPLOAD', preview), {
    waitUntil: 'networkidle',
  })
  return { page, errors, close: () => context.close() }
}

describe.each(LOOKS)('$lang, $theme, $width px', (look) => {
  test.each(PAGES)('%s is accessible, fits, and tells no error', async (path) => {
    const { page, errors, close } = await visit(path, look)
    const language = await page.evaluate(() => document.documentElement.lang)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    const found = await violations(page)
    await close()
    expect(found).toEqual([])
    expect(width).toBeLessThanOrEqual(look.width)
    expect(language.startsWith(look.lang)).toBe(true)
    expect(errors.filter((e) => !e.includes('404'))).toEqual([])
  })
})

describe('without scripts', () => {
  test('the ranking stands in the page as it comes', async () => {
    const html = await (await fetch(`${product.url}/rank`)).text()
    expect(html).toContain('<table')
    expect(html.match(/scope="row"/gu)?.length ?? 0).toBeGreaterThan(50)
  })

  test('the synthetic sample is marked where it shows', async () => {
    const html = await (await fetch(`${product.url}/rank`)).text()
    expect(html).toContain('合成')
  })
})
