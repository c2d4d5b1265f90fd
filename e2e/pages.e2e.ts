import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen, openBrowser, violations } from './browser.ts'
import { PAGES, fillProduct, pathOf, type Filled } from './page-list.ts'
import { openProduct } from './product.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof openProduct>>
let filled: Filled

beforeAll(async () => {
  product = await openProduct()
  browser = await openBrowser()
  filled = await fillProduct(product.url)
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

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
  await page.goto(product.url + pathOf(path, filled), {
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

test('scripts are asked for when the page has been painted', async () => {
  const html = await (await fetch(`${product.url}/rank`)).text()
  expect(html).toContain('rel="preload-later"')
  expect(html).not.toContain('rel="modulepreload"')
})
