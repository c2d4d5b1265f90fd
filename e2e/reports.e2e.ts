import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawCharts, listen, openBrowser, violations } from './browser.ts'
import { openProduct } from './product.ts'

/** Views that are saved and shared, pictures that are saved, and briefs on paper. */

let browser: Browser
let product: Awaited<ReturnType<typeof openProduct>>
let zone = ''

beforeAll(async () => {
  product = await openProduct()
  browser = await openBrowser()
  await fetch(`${product.url}/api/v1/samples/city-66`, { method: 'POST' })
  const zones = (await (await fetch(`${product.url}/api/v1/zones`)).json()) as { id: string }[]
  zone = zones[3]?.id ?? ''
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

async function open(path: string, { lang = 'zh', width = 1280 } = {}) {
  const context: BrowserContext = await browser.newContext({ viewport: { width, height: 900 } })
  await context.addCookies([{ name: 'lang', value: lang, url: product.url }])
  const page = await context.newPage()
  const errors = listen(page)
  await page.goto(product.url + path.replace('ZONE', zone), { waitUntil: 'networkidle' })
  return { page, errors, close: () => context.close() }
}

async function paper(page: Page): Promise<string[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: false,
  })
  // What is written is told from how: fonts may use the signs of Kangxi radicals.
  return text.map((one) => one.normalize('NFKC').replaceAll(/\s+/gu, ' '))
}

const PAGES = ['/views', '/report', '/report?v=1&sec=table', '/zones/ZONE/report']

describe.each([
  { lang: 'zh', width: 1280 },
  { lang: 'en', width: 390 },
])('$lang, $width px', (look) => {
  test.each(PAGES)('%s is accessible, fits, and tells no error', async (path) => {
    const { page, errors, close } = await open(path, look)
    const found = await violations(page)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    await close()
    expect(found).toEqual([])
    expect(width).toBeLessThanOrEqual(look.width)
    expect(errors).toEqual([])
  })
})

describe('a brief on paper', () => {
  test('every page has head, foot and number; the table repeats its head; nothing is cut off', async () => {
    const { page, close } = await open('/report?v=1&p=per-mu-performance&miss=median')
    await page.emulateMedia({ media: 'print' })
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    const rows = await page.locator('.paper tbody tr').count()
    const pages = await paper(page)
    await close()
    expect(wide).toBeLessThanOrEqual(0)
    expect(rows).toBeGreaterThan(60)
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.length).toBeLessThan(10)
    pages.forEach((text, i) => {
      expect(text).toContain('2024 年排名简报')
      expect(text).toContain('数据版本')
      expect(text).toContain('合成示例数据')
      expect(text).toMatch(/权重 .+ · 全部园区 · http/u)
      expect(text).toContain(`${String(i + 1)} / ${String(pages.length)}`)
    })
    const ranked = pages.filter((text) => (text.match(/示范·/gu)?.length ?? 0) > 12)
    const tabled = ranked.filter((text) => !text.includes('短竖线'))
    expect(tabled.length).toBeGreaterThan(0)
    for (const text of tabled) expect(text).toContain('区间 5–95 % 园区 类型')
  })

  test('a zone has one page, in either language', async () => {
    for (const lang of ['zh', 'en']) {
      const { page, close } = await open('/zones/ZONE/report', { lang })
      const pages = await paper(page)
      await close()
      expect(pages).toHaveLength(1)
      expect(pages[0]).toContain(lang === 'zh' ? '个参评园区中排第' : 'ranked zones')
      expect(pages[0]).toContain('city-66')
    }
  })

  test('sections are chosen, and the verdict stays', async () => {
    const { page, close } = await open('/report?v=1&y=2023&sec=method')
    expect(await page.locator('.paper h2').allTextContents()).toEqual(['口径卡'])
    expect(await page.locator('.conclusion').textContent()).toContain('2023 期')
    await page.getByRole('checkbox', { name: '排名表' }).check()
    await page.waitForURL(/sec=table%2Cmethod/u)
    expect(await page.locator('.paper table').count()).toBe(1)
    await close()
  })
})

describe('views', () => {
  test('a view is saved, renamed, opened by its short link, and taken from the list', async () => {
    const { page, close } = await open('/rank?v=1&n=pct')
    await page.getByText('保存或分享这个视图').click()
    await page.getByRole('textbox', { name: /^名称/u }).fill('例会')
    await page.getByRole('button', { name: '保存视图' }).click()
    await page.getByText('已保存。').waitFor()
    await page.getByRole('link', { name: '全部视图' }).click()
    await page.getByText('改名').click()
    await page.getByRole('textbox', { name: '名称' }).fill('三季度例会')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('link', { name: '三季度例会' }).waitFor()
    const short = await page.locator('a[href^="/v/"]').getAttribute('href')
    await page.goto(product.url + (short ?? ''))
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/rank?v=1&n=pct')
    await page.goto(`${product.url}/views`, { waitUntil: 'networkidle' })
    await page.getByText('移出列表').click()
    await page.getByRole('button', { name: '确认移出' }).click()
    await page.getByText('还没有保存的视图').waitFor()
    expect((await fetch(product.url + (short ?? ''))).status).toBe(200)
    expect((await fetch(`${product.url}/v/000000000000`)).status).toBe(404)
    await close()
  })

  test('a link that is too long is kept, and its short form is offered', async () => {
    const pins = Array.from({ length: 160 }, (_, i) => `unknown-zone-${String(i)}`).join(',')
    const { page, close } = await open(`/rank?v=1&pin=${pins}`)
    await page.getByText('保存或分享这个视图').click()
    const box = page.getByRole('textbox', { name: '链接' })
    await expect.poll(() => box.inputValue()).toMatch(/\/v\/[0-9a-f]{12}$/u)
    const there = await page.goto(await box.inputValue())
    expect(there?.status()).toBe(200)
    expect(page.url()).toContain('unknown-zone-159')
    await close()
  })

  test('letting go of a weight is one step, and Back undoes it', async () => {
    const { page, close } = await open('/rank')
    const slider = page.getByRole('slider').first()
    const before = await slider.inputValue()
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.url()).toContain('w=')
    expect(await slider.inputValue()).not.toBe(before)
    await page.goBack()
    await expect.poll(() => slider.inputValue()).toBe(before)
    expect(page.url()).not.toContain('w=')
    await page.goForward()
    await expect.poll(() => slider.inputValue()).not.toBe(before)
    await close()
  })

  test('a link of a newer version, and one that names what is unknown, are told', async () => {
    const { page, close } = await open('/rank?v=99&w=tax-per-land.50,no-such-thing.50')
    await page.getByText('来自更新的 permu').waitFor()
    expect(await page.getByText('no-such-thing').count()).toBeGreaterThan(0)
    expect(await page.locator('main tbody tr').count()).toBeGreaterThan(50)
    await close()
  })
})

describe('pictures', () => {
  test.each(['SVG', 'PNG'])('a chart is saved as %s under the policy of the page', async (kind) => {
    const { page, errors, close } = await open('/compare?view=bars')
    await drawCharts(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: `保存为 ${kind}` })
        .first()
        .click(),
    ])
    const bytes = readFileSync(await download.path())
    const name = download.suggestedFilename()
    await close()
    expect(errors).toEqual([])
    expect(name).toMatch(/^permu-2024-[^\\/:*?"<>|\s]+\.(svg|png)$/u)
    if (kind === 'PNG') {
      expect([...bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')])
      expect(bytes.readUInt32BE(16)).toBe(1920)
    } else {
      const svg = bytes.toString('utf8')
      for (const text of ['期别：2024', '单位：', '合成示例数据', '/compare']) {
        expect(svg).toContain(text)
      }
    }
  })
})
