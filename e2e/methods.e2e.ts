import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { openProduct } from './product.ts'

/** Groups, rules with figures, levels and deflators: what a person chooses and what then stands there. */

let browser: Browser
let product: Awaited<ReturnType<typeof openProduct>>

beforeAll(async () => {
  product = await openProduct()
  browser = await openBrowser()
  await fetch(`${product.url}/api/v1/samples/city-66`, { method: 'POST' })
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

async function open(path: string): Promise<Page> {
  const page = await browser.newPage({ locale: 'zh-CN' })
  await page.goto(product.url + path, { waitUntil: 'networkidle' })
  return page
}

interface Ranking {
  readonly method: { readonly id: string }
  readonly rows: readonly { readonly name: string; readonly rank: number }[]
}

async function shown(page: Page) {
  const href = await page.locator('a[href^="/api/v1/rankings.csv"]').getAttribute('href')
  const id = await page.locator('details.card code').textContent()
  const rows = await page.locator('main tbody tr:not(.group)').evaluateAll((lines) =>
    lines.map((line) => ({
      name: line.querySelector('th a:not(.pin)')?.textContent ?? '',
      rank: parseInt(line.querySelector('.rank')?.textContent ?? '', 10),
    })),
  )
  const answer = await fetch(product.url + (href ?? '').replace('.csv', ''))
  return { id, rows, answer: (await answer.json()) as Ranking }
}

test.each([
  '?v=1&g=leadIndustry',
  '?v=1&g=ecosystem&within=1',
  '?v=1&g=type&within=1&n=normd&grade=quarters',
  '?v=1&n=goal&n1=0&n2=500',
  '?v=1&n=z&n1=100&n2=10&agg=pow&pw=1',
  '?v=1&agg=pow&pw=-0.5',
  '?v=1&own=tax-per-land.base:24.097:1.5,investment-intensity.target:600:1',
  '?v=1&p=per-mu-performance&miss=reweight&own=tax-per-land.goal:0:40',
])('/rank%s shows the ranks and the id of the API', async (query) => {
  const page = await open(`/rank${query}`)
  const { id, rows, answer } = await shown(page)
  expect(id).toBe(answer.method.id)
  expect(rows.length).toBeGreaterThan(40)
  expect(rows).toEqual(answer.rows.map(({ name, rank }) => ({ name, rank })))
  await page.close()
})

test('closed parts load when they are opened, and a bad figure breaks nothing', async () => {
  const page = await open('/rank')
  await page.getByText('计算方法', { exact: true }).click()
  await page.getByLabel('标准化', { exact: true }).selectOption('goal')
  await page.getByLabel('下限').fill('50')
  await page.getByLabel('上限').fill('10')
  await page.getByLabel('上限').press('Tab')
  await page.getByRole('alert').getByText('上限要大于下限').waitFor()
  expect(await page.locator('main tbody tr').count()).toBe(0)
  await page.getByLabel('上限').fill('900')
  await page.getByLabel('上限').press('Tab')
  await page.locator('main tbody tr').first().waitFor()
  expect(new URL(page.url()).searchParams.get('n2')).toBe('900')
  await page.close()
})

test('without scripts the closed parts are in the page', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${product.url}/rank`)
  expect(await page.locator('select[name="agg"]').count()).toBe(1)
  expect(await page.locator('select[name^="own:"]').count()).toBe(2)
  await context.close()
})

describe('frontier and productivity', () => {
  test('cross-efficiency has its goal, held inputs their card, a type its zones', async () => {
    const page = await open('/frontier?v=1&model=cross')
    const first = await page.locator('main tbody tr td.number').nth(1).textContent()
    await page.getByLabel('评价别人时').selectOption('benevolent')
    await page.waitForURL(/goal=benevolent/u)
    expect(await page.locator('main tbody tr td.number').nth(1).textContent()).not.toBe(first)
    await page.goto(`${product.url}/frontier?v=1&in=employees,supplied-land&out=tax&fix=employees`)
    await page.locator('details.card summary').click()
    const card = page.locator('details.card')
    expect(await card.textContent()).toContain('不能缩减的投入')
    await page.getByLabel('类型').selectOption({ index: 1 })
    await page.waitForURL(/type=/u)
    await page.close()
  })

  test('levels say which TFP they are, and that prices are current', async () => {
    const page = await open('/productivity?v=1&kind=cobb-douglas')
    const text = (await page.locator('main').textContent()) ?? ''
    expect(text).toContain('全要素生产率（TFP）')
    expect(text).toContain('没有平减')
    expect(await page.locator('main tbody tr').count()).toBeGreaterThan(40)
    await page.close()
  })

  test('a deflator that is given takes the flag of current prices away', async () => {
    const page = await open('/productivity?v=1&from=2023&to=2024')
    await page.getByText('金额是当年价').waitFor()
    await page.getByLabel('金额按').selectOption('given')
    await page.getByText('请给每一期填一个大于 0 的价格指数').waitFor()
    await page.getByLabel('2023', { exact: true }).fill('100')
    await page.getByLabel('2024', { exact: true }).fill('102.4')
    await page.getByRole('button', { name: '计算' }).click()
    await page.locator('main tbody tr').first().waitFor()
    expect(await page.getByText('金额是当年价').count()).toBe(0)
    await page.close()
  })
})
