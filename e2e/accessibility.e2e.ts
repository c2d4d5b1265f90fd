import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawCharts, openBrowser, openPage, overflow, violations } from './browser.ts'
import { PAGES, fillProduct, pathOf, type Filled } from './page-list.ts'
import { openProduct } from './product.ts'

/** What every page owes to readers who use it otherwise than by mouse on a wide bright screen. */

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

const at = (path: string) => pathOf(path, filled)

/** Whether what has the keyboard shows it: an outline, a border or a background of its own. */
function focusMarks(page: Page): Promise<{ shown: boolean; what: string }> {
  return page.evaluate(() => {
    const focused = document.activeElement
    if (!focused) return { shown: false, what: 'nothing' }
    const { outlineStyle, outlineWidth } = getComputedStyle(focused)
    const shown = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0
    return { shown, what: focused.outerHTML.slice(0, 120) }
  })
}

describe.each(PAGES)('%s', (path) => {
  test('fits a window of 320 px in both languages', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const { page, go, close } = await openPage(browser, product.url, { width: 320, lang })
      await go(at(path))
      await drawCharts(page)
      const wider = await overflow(page)
      await close()
      expect(wider, lang).toBeLessThanOrEqual(0)
    }
  })

  test('at 200 % zoom it fits, and axe finds nothing', async () => {
    const options = { deviceScaleFactor: 2, viewport: { width: 640, height: 450 } }
    const { page, go, close } = await openPage(browser, product.url, { options })
    await go(at(path))
    const wider = await overflow(page)
    const found = await violations(page)
    await close()
    expect(wider).toBeLessThanOrEqual(0)
    expect(found).toEqual([])
  })

  test('in forced colours axe finds nothing, and charts are drawn in them', async () => {
    const options = { forcedColors: 'active', colorScheme: 'dark' } as const
    const { page, errors, go, close } = await openPage(browser, product.url, { options })
    await go(at(path))
    await drawCharts(page)
    const found = await violations(page)
    await close()
    expect(found).toEqual([])
    expect(errors.filter((e) => !e.includes('404'))).toEqual([])
  })

  test('with reduced motion nothing moves', async () => {
    const options = { reducedMotion: 'reduce' } as const
    const { page, go, close } = await openPage(browser, product.url, { options })
    await go(at(path))
    await drawCharts(page)
    const moving = await page.evaluate(() => document.getAnimations().length)
    await close()
    expect(moving).toBe(0)
  })

  test('the keyboard is always seen, and each chart is read by it', async () => {
    const { page, go, close } = await openPage(browser, product.url)
    await go(at(path))
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab')
      const { shown, what } = await focusMarks(page)
      expect(shown, what).toBe(true)
    }
    const charts = await drawCharts(page)
    if (charts > 0) expect(await page.locator('main table').count()).toBeGreaterThan(0)
    for (let i = 0; i < charts; i++) await readChart(page, i)
    await close()
  })
})

/** A chart says what it shows in a sentence, and its points one after the other. */
async function readChart(page: Page, i: number) {
  const figure = page.locator('figure.chart').nth(i)
  const sentence = await figure.getByRole('img').first().getAttribute('aria-label')
  expect(sentence?.trim().length ?? 0).toBeGreaterThan(5)
  const slider = figure.getByRole('slider')
  if ((await slider.count()) === 0) return
  await slider.focus()
  await page.keyboard.press('Home')
  const told = figure.locator('[aria-live=polite]')
  const first = await told.innerText()
  expect(first.trim()).not.toBe('')
  expect(await figure.locator('.mark').count()).toBe(1)
  if (Number(await slider.getAttribute('max')) === 0) return
  await page.keyboard.press('End')
  expect(await slider.inputValue()).toBe(await slider.getAttribute('max'))
  await page.keyboard.press('ArrowLeft')
  expect((await told.innerText()).trim()).not.toBe('')
}
