import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openPage } from './browser.ts'
import { PAGES, fillProduct, pathOf, type Filled } from './page-list.ts'
import { openProduct } from './product.ts'

/** With scripts switched off: tables, pictures of charts, filters by form, links and print. */

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

const OFF = { options: { javaScriptEnabled: false } }
const open = (look = {}) => openPage(browser, product.url, { ...OFF, ...look })

test('the ranking has all its rows, and its links lead on', async () => {
  const { page, go, close } = await open()
  await go('/rank')
  expect(await page.locator('main tbody tr').count()).toBeGreaterThan(50)
  await page.locator('main tbody th a:not(.pin)').first().click()
  expect(page.url()).toContain('/zones/')
  expect(await page.locator('h1').innerText()).not.toBe('')
  await close()
})

describe.each([
  { width: 1440, theme: 'light' },
  { width: 390, theme: 'dark' },
] as const)('$width px, $theme', (look) => {
  test.each(['/compare?view=bars', '/indicators/tax-per-land', '/frontier', '/rank/methods'])(
    'the charts of %s are pictures',
    async (path) => {
      const { page, errors, go, close } = await open(look)
      await go(path)
      const pictures = page.locator('figure.chart picture img')
      expect(await pictures.count()).toBe(await page.locator('figure.chart').count())
      const widths = await pictures.evaluateAll((images) =>
        Promise.all(
          images.map(async (image) => {
            if (!(image instanceof HTMLImageElement)) return 0
            await image.decode()
            return image.naturalWidth
          }),
        ),
      )
      await close()
      expect(widths.length).toBeGreaterThan(0)
      expect(new Set(widths)).toEqual(new Set([look.width < 640 ? 350 : 760]))
      expect(errors).toEqual([])
    },
  )
})

test('a filter is a form, and an empty answer offers the way back', async () => {
  const { page, go, close } = await open()
  await go('/zones')
  const all = await page.locator('main tbody tr').count()
  await page.getByLabel('名称或代码').fill('星澜')
  await page.getByRole('button', { name: '筛选' }).click()
  expect(await page.locator('main tbody tr').count()).toBeLessThan(all)
  await page.getByLabel('名称或代码').fill('无此园区')
  await page.getByRole('button', { name: '筛选' }).click()
  await page.getByRole('link', { name: '清除筛选' }).click()
  expect(await page.locator('main tbody tr').count()).toBe(all)
  await close()
})

test('another period is a form as well', async () => {
  const { page, go, close } = await open()
  await go('/rank')
  await page.locator('select[name=y]').selectOption('2022')
  await page.getByRole('button', { name: '应用' }).first().click()
  expect(page.url()).toContain('y=2022')
  expect(await page.locator('caption').first().innerText()).toContain('2022')
  await close()
})

test.each(PAGES)('%s can be printed', async (path) => {
  const { page, go, close } = await open()
  await go(pathOf(path, filled))
  const paper = await page.pdf({ format: 'A4' })
  await close()
  expect(paper.length).toBeGreaterThan(5000)
})
