import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawCharts, openBrowser, openPage, violations } from './browser.ts'
import { hasPostgres, startPostgres } from '../scripts/lib/postgres.mjs'
import { openProduct } from './product.ts'

const FILE = fileURLToPath(new URL('fixtures/zones-gbk.csv', import.meta.url))

/** The second one where a server can be had. */
const ENGINES = ['SQLite', ...(hasPostgres() ? ['PostgreSQL'] : [])]

describe.each(ENGINES)(
  'over %s, the main job from a messy GBK file to a number’s cell',
  (engine) => {
    let browser: Browser
    let page: Page
    let product: Awaited<ReturnType<typeof openProduct>>
    let errors: string[]
    let go: (path: string) => Promise<unknown>
    let server: Awaited<ReturnType<typeof startPostgres>> | null

    beforeAll(async () => {
      server = engine === 'PostgreSQL' ? await startPostgres() : null
      product = await openProduct(server === null ? {} : { PERMU_DATABASE: server.url })
      browser = await openBrowser()
      ;({ page, errors, go } = await openPage(browser, product.url))
    })
    afterAll(async () => {
      await browser.close()
      await product.close()
      server?.remove()
    })

    const leader = (name: string) =>
      page
        .locator('main table tbody tr')
        .first()
        .getByRole('link', { name: new RegExp(`^${name}[^要]*$`, 'u') })
    const names = () => page.locator('main table tbody th[scope=row]').allInnerTexts()

    test('with no data there are three doors', async () => {
      await go('/')
      expect(await page.locator('main').innerText()).toMatch(/上传|导入/u)
      expect(await violations(page)).toEqual([])
    })

    test('a GBK file is read, and the conflict of its units is told', async () => {
      await go('/data')
      await page.locator('input[type=file]').setInputFiles(FILE)
      await page.getByRole('button', { name: '发送并核对' }).click()
      await page.waitForURL(/\/data\/[0-9a-f-]+/u)
      await page.getByText('写入数据').first().waitFor()
      const text = await page.locator('main').innerText()
      expect(text).toMatch(/gb18030|GB18030|GBK/u)
      expect(text).toContain('6x')
      expect(await violations(page)).toEqual([])
    })

    test('the unit is mended on screen, and the file committed', async () => {
      const row = page
        .locator('tr')
        .filter({ has: page.getByRole('rowheader', { name: /固定资产投资/u }) })
      const unit = row.locator('input')
      expect(await unit.inputValue()).toBe('')
      await unit.fill('亿元')
      await unit.press('Enter')
      await unit.blur()
      await row.getByText(/亿元 × 10.?000 → 万元/u).waitFor()
      await page.getByRole('button', { name: '写入数据' }).click()
      await page.getByText(/已写入.新增/u).waitFor()
      const zones = (await (await fetch(`${product.url}/api/v1/zones`)).json()) as unknown[]
      expect(zones).toHaveLength(4)
    })

    test('two zones are compared on charts', async () => {
      await go('/compare?view=bars')
      for (const name of ['南桥产业功能区', '北苑产业功能区']) {
        await page.getByRole('link', { name: `去掉${name}` }).click()
        await page.getByRole('link', { name: `去掉${name}` }).waitFor({ state: 'detached' })
      }
      await page.waitForURL(/zones=/u)
      expect(await drawCharts(page)).toBeGreaterThan(0)
      const table = await page.locator('main table').first().innerText()
      expect(table).toContain('东湖产业功能区')
      expect(table).not.toContain('南桥产业功能区')
      expect(await violations(page)).toEqual([])
    })

    test('a moved weight re-ranks at once, and the address keeps it', async () => {
      await go('/rank?v=1&w=tax-per-land.50,investment-intensity.50')
      expect((await names()).join()).toMatch(/东湖.*西岭.*北苑/su)
      const slider = page.getByRole('slider', { name: /亩均税收/u })
      await slider.focus()
      await slider.press('Home')
      await page.waitForFunction(() =>
        /w=[^&]*tax-per-land\.0\b/u.test(decodeURIComponent(location.href)),
      )
      await leader('西岭').waitFor()
      const moved = await names()
      const address = page.url()
      await page.reload({ waitUntil: 'networkidle' })
      expect(page.url()).toBe(address)
      expect(await names()).toEqual(moved)
      expect(await violations(page)).toEqual([])
      await page.goBack()
      await leader('东湖').waitFor()
      expect(page.url()).not.toContain('tax-per-land.0')
    })

    test('a number leads to file, row, column and text', async () => {
      await go('/rank?v=1&w=tax-per-land.100')
      const first = page.locator('main table tbody tr').first()
      await first.locator('a[href*="/trace"]').first().click()
      await page.waitForURL(/\/trace/u)
      const text = await page.locator('main').innerText()
      expect(text).toContain('zones-gbk.csv')
      expect(text).toContain('30,000')
      expect(text).toMatch(/第\s*4\s*行/u)
      expect(await violations(page)).toEqual([])
    })

    test('no page has told an error, a refused policy included', () => {
      expect(errors).toEqual([])
    })
  },
)
