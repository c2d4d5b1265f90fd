import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen, openBrowser, violations } from './browser.ts'
import { openProduct } from './product.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof openProduct>>
let project = ''
let zone = ''

interface Projects {
  readonly items: { readonly id: string; readonly name: { readonly text: string } }[]
  readonly zones: { readonly id: string; readonly name: string }[]
}

const answer = async <T>(path: string): Promise<T> =>
  (await (await fetch(`${product.url}/api/v1${path}`)).json()) as T

beforeAll(async () => {
  product = await openProduct()
  browser = await openBrowser()
  for (const sample of ['city-66', 'city-66-projects']) {
    await fetch(`${product.url}/api/v1/samples/${sample}`, { method: 'POST' })
  }
  const { items, zones } = await answer<Projects>('/projects')
  project = items[0]?.id ?? ''
  zone = zones[2]?.id ?? ''
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

const PAGES = [
  '/projects',
  '/projects?zone=ZONE',
  '/projects?zone=ZONE&industry=none',
  '/projects/PROJECT#project-area',
  '/supply',
  '/supply?pzone=ZONE&investment=70000&tax=21&area=300',
]
const LOOKS = [
  { lang: 'zh', theme: 'light', width: 1440 },
  { lang: 'en', theme: 'dark', width: 390 },
] as const

const addressOf = (path: string) =>
  product.url + path.replace('ZONE', zone).replace('PROJECT', project)

async function visit(path: string, look: (typeof LOOKS)[number]) {
  const context = await browser.newContext({ viewport: { width: look.width, height: 900 } })
  await context.addCookies([
    { name: 'lang', value: look.lang, url: product.url },
    { name: 'theme', value: look.theme, url: product.url },
  ])
  const page = await context.newPage()
  const errors = listen(page)
  await page.goto(addressOf(path), { waitUntil: 'networkidle' })
  return { page, errors, close: () => context.close() }
}

describe.each(LOOKS)('$lang, $theme, $width px', (look) => {
  test.each(PAGES)('%s is whole', async (path) => {
    const { page, errors, close } = await visit(path, look)
    expect(await violations(page)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(look.width)
    expect(errors).toEqual([])
    await close()
  })
})

test('the two slips of the sample are found, and lead to the cell', async () => {
  const { page, close } = await visit('/projects', LOOKS[0])
  const wrong = page.locator('tr.differs')
  expect(await wrong.count()).toBe(2)
  await wrong.first().locator('th a').click()
  await page.waitForURL(/#sum-supplied-land$/u)
  const part = page.locator('#sum-supplied-land tbody a', { hasText: '24.13' })
  await part.click()
  await page.waitForURL(/#project-area$/u)
  const cell = page.locator('tr#project-area')
  expect(await cell.textContent()).toContain('供地面积(亩)')
  expect(await cell.locator('q').first().textContent()).toBe('24.13')
  await close()
})

test('a rule is changed in the form, kept as a version, and applied', async () => {
  const { page, close } = await visit('/supply', LOOKS[0])
  const before = await page.locator('.verdict').textContent()
  await page.locator('summary', { hasText: '修改规则' }).click()
  await page.getByLabel('其他产业').fill('500')
  await page.getByRole('button', { name: '增加产业' }).click()
  await page
    .getByRole('form', { name: '修改规则' })
    .getByLabel('产业', { exact: true })
    .fill('软件服务')
  await page.getByLabel('要求', { exact: true }).fill('300')
  await page.getByLabel('改动说明').fill('提高门槛')
  await page.getByRole('button', { name: '保存为新版本' }).click()
  await page.getByText('已保存为第 1 版').waitFor()
  await page.getByText('软件服务 300，其他产业 500 万元/亩').waitFor()
  expect(await page.locator('.verdict').textContent()).not.toBe(before)
  const versions = await answer<{ version: number; note: string }[]>('/supply/rule/versions')
  expect(versions.map(({ version, note }) => [version, note])).toEqual([
    [1, '提高门槛'],
    [0, ''],
  ])
  await close()
})

test('promises become land, price and penalties, with the formulas', async () => {
  const { page, close } = await visit('/supply?version=0', LOOKS[0])
  const form = page.getByRole('form', { name: '洽谈中的项目' })
  await form.getByLabel('承诺投资（万元）').fill('7000')
  await form.getByLabel('承诺亩均税收（万元/亩·年）').fill('20')
  await form.getByLabel('申请面积（亩）').fill('30')
  await form.getByLabel('基准地价').fill('40')
  await form.getByLabel('假如投资只完成').fill('50')
  await form.getByRole('button', { name: '计算' }).click()
  const results = page.locator('dl.results')
  await results.waitFor()
  const texts = (await results.locator('dd').allTextContents()).map((text) => text.trim())
  expect(texts).toEqual([
    ...['20 亩', '7,000 万元 ÷ 350 万元/亩 = 20 亩 → 20 亩'],
    ...['36 万元/亩', '40 万元/亩 × 0.9'],
    ...['720 万元', '36 万元/亩 × 20 亩'],
    ...['36 万元', '0.1 × 50% × 720 万元'],
    ...['80 万元', '1 × 4 万元/亩·年 × 20 亩'],
  ])
  await close()
})

test('a ledger is sent, read as one, and its projects stand in the table', async () => {
  const { page, close } = await visit('/projects', LOOKS[0])
  const text = '园区,项目名称,供地面积(公顷),协议投资(万元)\n新园,新项目,2,9000\n'
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'new.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: '发送并核对' }).click()
  await page.waitForURL(/\/data\//u)
  await page.getByText('您选择按项目台账读取').waitFor()
  await page.getByRole('button', { name: '写入数据' }).click()
  await page.getByRole('link', { name: '看项目台账' }).click()
  await page.waitForURL(/\/projects$/u)
  const { items } = await answer<Projects>(`/projects?zone=${encodeURIComponent('新园')}`)
  expect(items.map(({ name }) => name.text)).toEqual(['新项目'])
  await close()
})
