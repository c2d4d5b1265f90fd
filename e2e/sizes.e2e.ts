import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawCharts, openBrowser, openPage, overflow, violations } from './browser.ts'
import { cityCsv, sendCsv, type CityShape } from './fixtures/city.ts'
import { openProduct } from './product.ts'

/** The pages with data that are few, many, long, negative or all the same. */

const PAGES = [
  '/',
  '/rank',
  '/rank/methods',
  '/compare',
  '/zones',
  '/indicators/tax-per-land',
  '/frontier',
  '/data/coverage',
]

const CITIES: readonly (CityShape & { readonly name: string })[] = [
  { name: 'one zone', zones: 1 },
  { name: 'two zones', zones: 2 },
  { name: 'names of 40 characters', zones: 12, nameLength: 40 },
  { name: 'negative and zero values', zones: 12, values: 'signed' },
  { name: 'all values equal', zones: 12, values: 'equal' },
  { name: '2,543 zones', zones: 2543, gapEvery: 50 },
]

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each(CITIES)('$name', (shape) => {
  let product: Awaited<ReturnType<typeof openProduct>>
  beforeAll(async () => {
    product = await openProduct()
    await sendCsv(product.url, cityCsv(shape))
  })
  afterAll(() => product.close())

  test.each(PAGES)('%s', async (path) => {
    const { page, errors, go, close } = await openPage(browser, product.url)
    const answer = await go(path)
    await drawCharts(page)
    const found = await violations(page)
    const wide = await overflow(page)
    await page.setViewportSize({ width: 320, height: 700 })
    const narrow = await overflow(page)
    const text = await page.locator('main').innerText()
    await close()
    expect(answer?.status()).toBe(200)
    expect(found).toEqual([])
    expect(wide).toBeLessThanOrEqual(0)
    expect(narrow).toBeLessThanOrEqual(0)
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/u)
    expect(errors).toEqual([])
  })
})

describe('what the ranking says of them', () => {
  async function ranked(shape: CityShape) {
    const product = await openProduct()
    await sendCsv(product.url, cityCsv(shape))
    const { page, go, close } = await openPage(browser, product.url)
    await go('/rank')
    return {
      page,
      end: async () => {
        await close()
        await product.close()
      },
    }
  }

  test('some zones without data: how many of how many, and each with its reason', async () => {
    const { page, end } = await ranked({ zones: 20, gapEvery: 5 })
    const text = await page.locator('main').innerText()
    await end()
    expect(text).toMatch(/20 个园区中 16 个参评/u)
    expect(text).toContain('未参评（4）')
  })

  test('all equal: all share the first rank, and each criterion is said to tell nothing', async () => {
    const { page, end } = await ranked({ zones: 5, values: 'equal' })
    const ranks = await page.locator('main tbody .rank').allInnerTexts()
    const text = await page.locator('main').innerText()
    await end()
    expect(ranks.map((rank) => parseInt(rank, 10))).toEqual([1, 1, 1, 1, 1])
    expect(text).toContain('不起区分作用')
  })

  test('thousands: the table keeps the rows near the window and says how many there are', async () => {
    const { page, end } = await ranked({ zones: 2543 })
    const rows = page.locator('main tbody tr[aria-rowindex]')
    expect(await rows.count()).toBeLessThan(150)
    expect(await page.locator('main table').first().getAttribute('aria-rowcount')).toBe('2544')
    const first = await rows.first().getAttribute('aria-rowindex')
    await page.mouse.wheel(0, 6000)
    await page.waitForFunction(
      (before) =>
        document.querySelector('tr[aria-rowindex]')?.getAttribute('aria-rowindex') !== before,
      first,
    )
    expect(await rows.count()).toBeLessThan(150)
    await page.emulateMedia({ media: 'print' })
    await page.waitForFunction(() => document.querySelectorAll('tr[aria-rowindex]').length === 100)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('link', { name: /显示全部/u }).click()
    await page.waitForURL(/all/u)
    await page.waitForFunction(() => document.querySelectorAll('tr[aria-rowindex]').length === 2543)
    expect(await rows.last().getAttribute('aria-rowindex')).toBe('2544')
    await end()
  })
})
