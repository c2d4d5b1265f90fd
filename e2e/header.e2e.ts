import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage, overflow, violations } from './browser.ts'
import { fillProduct } from './page-list.ts'
import { openProduct } from './product.ts'

/** The places of the header that stand behind one word, and the samples that share one band. */

let browser: Browser
let product: Awaited<ReturnType<typeof openProduct>>

beforeAll(async () => {
  product = await openProduct()
  browser = await openBrowser()
  await fillProduct(product.url)
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

const PLACES = 'header nav details'

test('the other places open and close by keyboard, and close when one is chosen', async () => {
  const { page, errors, go, close } = await openPage(browser, product.url)
  await go('/linkage')
  const zones = page.locator(`${PLACES} a[href="/zones"]`)
  expect(await zones.isVisible()).toBe(false)
  await page.locator(`${PLACES} summary`).focus()
  await page.keyboard.press('Enter')
  await zones.waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await zones.waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
  await page.keyboard.press('Enter')
  await zones.click()
  await page.waitForURL('**/zones')
  await zones.waitFor({ state: 'hidden' })
  expect(await page.locator(`${PLACES} summary`).textContent()).toBe('更多：园区')
  expect(errors).toEqual([])
  await close()
})

test('they open without scripts, and fit a phone', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const options = { javaScriptEnabled: false, viewport: { width: 320, height: 800 } }
    const { page, go, close } = await openPage(browser, product.url, { lang, options })
    await go('/supply')
    expect(await page.locator('header a[href="/projects"][aria-current=page]').count()).toBe(1)
    await page.locator(`${PLACES} summary`).click()
    expect(await page.locator(`${PLACES} a[href="/indicators"]`).isVisible()).toBe(true)
    expect(await overflow(page), lang).toBeLessThanOrEqual(0)
    await close()
  }
})

test('several samples share one line; each is named there with its source and can be removed', async () => {
  const { page, go, close } = await openPage(browser, product.url, { lang: 'en' })
  await go('/rank')
  const samples = page.getByRole('complementary', { name: 'Samples that are loaded' })
  expect(await samples.locator('summary').innerText()).toContain('Showing 3 samples')
  expect(await samples.locator('summary').innerText()).toContain('Synthetic data')
  await samples.locator('summary').click()
  expect(await samples.getByRole('button', { name: 'Remove' }).count()).toBe(3)
  expect(await samples.innerText()).toContain('dabrze/topsis-improvement-actions')
  await close()
})
