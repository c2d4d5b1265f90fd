import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawCharts, openBrowser, openPage, overflow, violations } from './browser.ts'
import { WORDS, type Words } from './morning-words.ts'
import { openProduct } from './product.ts'

/**
 * A planner's morning, from an empty database to a printed brief. Every number is worked out by hand
 * from the two files: 12 zones over 2019–2023, and 20 projects whose sums are those of the zones but
 * for two slips (梅园 510 mu for 600, 榆塘 5,800 of tax for 4,900). `npm run morning` keeps the pictures.
 */

const PICTURES = process.env['PERMU_MORNING']
const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))
const ZONES = fixture('morning-zones-gbk.csv')
const PROJECTS = fixture('morning-projects-gbk.csv')

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

type Desk = Awaited<ReturnType<typeof openDesk>>

/** An empty product, a page on it, and a way to end each step. */
async function openDesk(words: Words) {
  const product = await openProduct()
  const { lang } = words
  const { page, errors, go, close } = await openPage(browser, product.url, { lang, width: 1280 })
  page.setDefaultTimeout(20_000)
  let steps = 0
  /** Looks at the page as it stands: sound, no wider than the window, and a picture from `top` on. */
  async function step(name: string, top?: string) {
    steps++
    await page.waitForLoadState('networkidle')
    expect(await violations(page), name).toEqual([])
    expect(await overflow(page), name).toBeLessThanOrEqual(0)
    await page.evaluate(() => scrollTo(0, 0))
    if (top !== undefined) {
      await page
        .locator(top)
        .first()
        .evaluate((element) => element.scrollIntoView())
    }
    if (PICTURES === undefined) return
    const folder = join(PICTURES, lang)
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: join(folder, `${String(steps).padStart(2, '0')}-${name}.png`) })
  }
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const follow = (name: string) => page.getByRole('link', { name, exact: true }).first().click()
  const main = () => page.locator('main').innerText()
  const end = async () => {
    await close()
    await product.close()
  }
  return { product, page, errors, words, go, step, press, follow, main, end }
}

async function bringZones({ page, words, go, step, press, follow, main }: Desk) {
  await go('/')
  await step('start')
  await follow(words.chooseFile)
  await page.waitForURL('**/data')
  await page.locator('input[type=file]').first().setInputFiles(ZONES)
  await page.getByText(words.read).waitFor()
  expect(await main()).toContain('GB18030')
  await step('zones-before-sending')
  await press(words.send)
  await page.getByRole('button', { name: words.commit, exact: true }).waitFor()
  expect(await main()).toContain('亿元 × 10 000 → 万元')
  await step('zones-preview')
  await press(words.commit)
  await page.getByText(words.added).waitFor()
  await step('zones-committed')
}

async function bringLedger({ page, words, step, press, follow }: Desk) {
  await follow(words.toLedger)
  await page.waitForURL('**/projects')
  await page.locator('input[type=file]').first().setInputFiles(PROJECTS)
  await page.getByText(words.ledgerRead).waitFor()
  await press(words.send)
  await page.getByRole('button', { name: words.commit, exact: true }).waitFor()
  await step('ledger-preview')
  await press(words.commit)
  await follow(words.toProjects)
  await page.getByText(words.checks).waitFor()
  const wrong = (await page.locator('tr.differs').allInnerTexts()).map((row) => row.split(/\s+/u))
  expect(wrong.map((row) => row[0])).toEqual(['榆塘产业功能区', '梅园产业功能区'])
  expect(wrong[0]).toEqual(expect.arrayContaining(['12,100', '11,200', '+900']))
  expect(wrong[1]).toEqual(expect.arrayContaining(['1,410', '1,500', '-90']))
  await step('ledger-checks', '#check')
}

async function findMuchLand({ page, words, step, follow, main }: Desk) {
  await page.locator('header').getByRole('link', { name: words.linkage, exact: true }).click()
  await page.getByText(words.landVerdict).waitFor()
  expect(await main()).toContain(words.taxVerdict)
  expect(await drawCharts(page)).toBe(2)
  await step('linkage')
  const land = page.locator('section[aria-labelledby="half-land"]')
  const rows = (await land.locator('table tbody tr').allInnerTexts()).map((row) =>
    row.split(/\s+/u),
  )
  const told = rows.map((row) => [row[0]?.slice(0, 2), row.at(-2), row.at(-1)])
  expect(told).toEqual([
    ['松岭', '50%', '1,000'],
    ['柳溪', '60%', '640'],
    ['柏峰', '70%', '120'],
    ['桃湾', '75%', '150'],
    ['梅园', '80%', '300'],
  ])
  const list = land.locator('.lists > div').filter({ hasText: words.muchLand }).first()
  expect((await list.locator('li a').allInnerTexts()).map((name) => name.slice(0, 2))).toEqual([
    ...['松岭', '柳溪', '梅园'],
  ])
  await step('linkage-lists', '.lists')
  await follow(words.compareThese)
  await page.waitForURL('**/compare?*')
}

/** Tax ÷ land of each year: 松岭 fell from 6 to 4.5 when its land grew from 1,200 to 2,000 mu. */
const TAX_PER_MU = {
  松岭: [5, 6, 4.5, 5.4, 6],
  柳溪: [6.4, 4.8, 6, 7.2, 8],
  梅园: [7.917, 9.5, 11.875, 8.55, 9.5],
}

async function compareThree({ page, words, step, follow }: Desk) {
  await page.locator('main table').first().waitFor()
  await step('compare-table')
  await follow(words.lines)
  await page.waitForURL('**view=lines**')
  await page.locator('select[name=line]').selectOption({ label: words.taxPerLand })
  await page.waitForURL('**line=tax-per-land**')
  await drawCharts(page)
  const rows = await page.locator('main table').first().locator('tbody tr').all()
  const found = await Promise.all(
    rows.map(async (row) => {
      const name = (await row.locator('th').innerText()).slice(0, 2)
      const cells = await row.locator('td').allInnerTexts()
      return [name, cells.slice(0, 5).map((cell) => Number.parseFloat(cell))] as const
    }),
  )
  expect(Object.fromEntries(found)).toEqual(TAX_PER_MU)
  await step('compare-five-years')
}

async function setRule({ page, words, step, press, follow }: Desk) {
  await page.locator('header').getByRole('link', { name: words.projects, exact: true }).click()
  await page.waitForURL('**/projects')
  await follow(words.supply)
  await page.waitForURL('**/supply')
  await page.locator('summary', { hasText: words.edit }).click()
  const form = page.getByRole('form', { name: words.edit })
  await form.getByLabel(words.otherwise).fill('300')
  await press(words.add)
  await form.getByLabel(words.industry, { exact: true }).fill('电子信息')
  await form.getByLabel(words.required, { exact: true }).fill('400')
  await form.getByLabel(words.note).fill(words.why)
  await step('rule-form', 'main details')
  await press(words.save)
  await page.getByText(words.saved).waitFor()
  await page.getByText(words.sentence).waitFor()
  await page.locator('summary', { hasText: words.edit }).click()
  await step('rule-saved')
  const excess = await page.locator('tr.short').allInnerTexts()
  expect(excess.map((row) => row.slice(0, 2)).toSorted()).toEqual(['松岭', '柏峰', '柳溪', '桃湾'])
  expect(await page.locator('p.verdict').innerText()).toBe(words.applied)
  await step('rule-applied', '#calculator ~ h2')
}

/**
 * 48,000 ÷ 400 = 120 mu of the 150 asked for; from 20 a mu on the factor is 0.9, so 30 × 0.9 = 27 a mu
 * and 3,240 in all. At 80 % the penalties are 0.1 × 20 % × 3,240 and 4 a mu on 120 mu.
 */
async function negotiate({ page, words, step }: Desk) {
  const form = page.getByRole('form', { name: words.negotiated })
  await form.getByLabel(words.zone, { exact: true }).selectOption({ label: '松岭产业功能区' })
  await form.getByLabel(words.industry, { exact: true }).fill('电子信息')
  await form.getByLabel(words.investment).fill('48000')
  await form.getByLabel(words.tax).fill('20')
  await form.getByLabel(words.asked).fill('150')
  await form.getByRole('button', { name: words.compute }).click()
  const figures = page.locator('dl.results dd.figure')
  await figures.first().waitFor()
  expect((await figures.allInnerTexts()).map((text) => text.trim())).toEqual(words.decision)
  await step('new-project', '#calculator')
}

async function printBrief({ page, words, step, follow }: Desk) {
  await page.locator('header').getByRole('link', { name: words.rank, exact: true }).click()
  await page.waitForURL('**/rank')
  await follow(words.brief)
  await page.waitForURL('**/report**')
  await page.getByText(words.verdict).waitFor()
  expect(await page.getByRole('button', { name: words.print }).count()).toBe(1)
  await step('brief')
  // Between 150 and 600, and between 5 and 20: (350 ÷ 450 + 11 ÷ 15) ÷ 2 and (0 + 1 ÷ 15) ÷ 2.
  const rows = page.locator('.paper table').first().locator('tbody tr')
  expect(await rows.nth(1).innerText()).toMatch(/^2\s.*杏坛\D+75\.6\s+500\.0\s+16\.00$/su)
  expect(await rows.nth(11).innerText()).toMatch(/^12\s.*松岭\D+3\.33\s+150\.0\s+6\.00$/su)
  const text = await paper(page)
  expect(text).toContain(words.verdict.normalize('NFKC'))
  expect(text).toMatch(/75\.6 500\.0 16\.00.*3\.33 150\.0 6\.00/u)
  expect(text).toContain('morning-zones-gbk.csv')
  expect(text).not.toContain('morning-projects-gbk.csv')
}

async function paper(page: Page): Promise<string> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { text } = await extractText(document, { mergePages: true })
  // Fonts may write with the signs of Kangxi radicals.
  return text.normalize('NFKC').replaceAll(/\s+/gu, ' ')
}

test.each(WORDS)('a planner’s morning, $lang', { timeout: 600_000 }, async (words) => {
  const desk = await openDesk(words)
  try {
    for (const part of [bringZones, bringLedger, findMuchLand, compareThree]) await part(desk)
    for (const part of [setRule, negotiate, printBrief]) await part(desk)
    expect(desk.errors).toEqual([])
  } finally {
    await desk.end()
  }
})
