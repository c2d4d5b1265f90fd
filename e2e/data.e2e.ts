import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openPage, violations } from './browser.ts'
import { openProduct } from './product.ts'

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))

const MAPPING = {
  format: 'permu-mapping/1',
  name: '园区亮度.csv',
  headers: ['园区', '年份', '税额'],
  columns: [{ header: '税额', occurrence: 1, role: 'value', field: 'tax', unit: '亿元' }],
  policy: 'skip-rows',
  replacements: [{ header: null, occurrence: 1, find: '无数', replace: '' }],
}

let browser: Browser
let page: Page
let product: Awaited<ReturnType<typeof openProduct>>
let errors: string[]
let go: (path: string) => Promise<unknown>

beforeAll(async () => {
  product = await openProduct()
  browser = await openBrowser()
  ;({ page, errors, go } = await openPage(browser, product.url))
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

const main = () => page.locator('main').innerText()
const cell = (name: RegExp) => page.getByRole('gridcell', { name })

async function send(file: string) {
  await go('/data')
  await page.locator('input[type=file]').setInputFiles(fixture(file))
  await page.getByRole('button', { name: '发送并核对' }).click()
  await page.waitForURL(/\/data\/[0-9a-f-]+$/u)
}

/** What the API says now, so that a test waits for the data and not for a word on the page. */
async function numbers(period: string): Promise<string> {
  const answer = await fetch(`${product.url}/api/v1/values?period=${period}`)
  return JSON.stringify(await answer.json())
}

describe('a file is looked at before it is sent', () => {
  test('the page reads it by itself: encoding, columns, marked cells', async () => {
    await go('/data')
    await page.locator('input[type=file]').setInputFiles(fixture('messy-gbk.csv'))
    await cell(/6x 错误/u).waitFor()
    const text = await main()
    expect(text).toContain('GB18030')
    expect(text).toMatch(/表头在第 3 行/u)
    expect(text).toMatch(/3 处错误/u)
    expect(await violations(page)).toEqual([])
    const uploads = await (await fetch(`${product.url}/api/v1/uploads`)).text()
    expect(JSON.parse(uploads)).toMatchObject({ items: [] })
  })

  test('also without a connection', async () => {
    await page.waitForTimeout(2000)
    await page.context().setOffline(true)
    await page.locator('input[type=file]').setInputFiles(fixture('zones-2023.csv'))
    await page.getByText(/UTF-8，表头在第 1 行，4 行数据/u).waitFor()
    await page.context().setOffline(false)
    expect(await page.getByRole('grid').count()).toBe(1)
  })

  test('cells pasted from Excel are read at once', async () => {
    await go('/data')
    await page.getByText('从 Excel 粘贴').click()
    const area = page.getByLabel('粘贴的单元格')
    await area.fill('园区\t年份\t税收(万元)\n东湖\t2023\t12\n')
    await page.getByRole('button', { name: '预览', exact: true }).click()
    await page.getByText(/1 个园区、1 个数值/u).waitFor()
    expect(await page.getByRole('grid').innerText()).toContain('东湖')
  })
})

describe('a file with errors is mended on screen', () => {
  test('a clean file is committed first', async () => {
    await send('zones-2023.csv')
    await page.getByRole('button', { name: '写入数据' }).click()
    await page.getByText(/已写入.新增/u).waitFor()
    expect(await numbers('2023')).toContain('28000')
  })

  test('the policy “stop” holds it back, and says why', async () => {
    await send('messy-gbk.csv')
    await cell(/6x 错误/u).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByLabel('有错误就全部不写').check()
    await page.getByText(/您选了“有错误就全部不写”/u).waitFor()
    expect(await page.getByRole('button', { name: '写入数据' }).isDisabled()).toBe(true)
    await page.getByLabel('只跳过有错误的单元格').check()
    await page.getByText(/写入后：新增/u).waitFor()
  })

  test('a misspelt zone is said to be the known one', async () => {
    await page.getByLabel(/就是“西岭产业功能区”/u).check()
    await page.getByText('“西领产业功能区” 就是“西岭产业功能区”').waitFor()
    expect(await main()).toMatch(/4 个园区已经认识；0 个将新增/u)
  })

  test('a wrong unit is mended, and the conversion shown', async () => {
    const row = page.locator('tr').filter({ has: page.getByLabel(/单位：固定资产投资/u) })
    await row.getByLabel(/字段：/u).selectOption('fixed-asset-investment')
    await row.getByLabel(/单位：/u).fill('亿元')
    await row.getByLabel(/单位：/u).press('Enter')
    await row.getByText(/亿元 × 10.?000 → 万元/u).waitFor()
    expect(await row.getByLabel(/单位：/u).inputValue()).toBe('亿元')
  })

  test('cells are mended by keyboard, the place is kept, and a correction can be undone', async () => {
    await cell(/6x 错误/u).click()
    await page.keyboard.press('Enter')
    await page.keyboard.type('26500')
    await page.keyboard.press('Enter')
    await cell(/26500 已改/u).waitFor()
    await page.getByText('改过的单元格（1）').waitFor()
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
    expect(focused).toContain('26500')
    await cell(/#REF!/u).dblclick()
    await page.keyboard.type('810')
    await page.keyboard.press('Enter')
    await page.getByText('改过的单元格（2）').waitFor()
    await page.getByRole('button', { name: /还原：第 7 行/u }).click()
    await page.getByText('改过的单元格（1）').waitFor()
    await cell(/#REF!/u).waitFor()
  })

  test('a text is replaced wherever a cell holds it', async () => {
    await page.getByText('查找替换').click()
    await page.getByLabel('查找内容').fill('=C4+C5')
    await page.getByText('本页有 1 格相同。').waitFor()
    await page.getByLabel('替换为').fill('9500')
    await page.getByRole('button', { name: '替换', exact: true }).click()
    await page.getByText('所有列：“=C4+C5” → “9500”').waitFor()
    await page.getByText(/这份文件有 1 处错误/u).waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('what would change is told number by number, old beside new', async () => {
    await page.getByRole('button', { name: /^修改 \d/u }).click()
    const row = page.getByRole('row', { name: /东湖产业功能区.*2023.*28,000.*28,100/u })
    await row.waitFor()
    expect(await row.innerText()).toContain('税收')
  })

  test('it is committed without the one cell that is still wrong', async () => {
    await page.getByRole('button', { name: '写入数据' }).click()
    await page.getByText(/已写入.新增/u).waitFor()
    expect(await numbers('2024')).toContain('26500')
    expect(await numbers('2023')).toContain('28100')
  })

  test('the same file again changes nothing, and that is said', async () => {
    const before = await numbers('2024')
    await go('/data')
    await page.locator('input[type=file]').setInputFiles(fixture('messy-gbk.csv'))
    await page.getByRole('button', { name: '发送并核对' }).click()
    await page.getByText('这份文件与已写入的完全相同，没有改变任何数据。').waitFor()
    expect(await numbers('2024')).toBe(before)
  })

  test('the next file with these headers is read as this one was', async () => {
    await go('/data')
    const text =
      '园区\t年份\t税收(万元)\t固定资产投资(亿吨)\t已供工业用地(亩)\n东湖产业功能区\t2025\t31000\t17\t1500\n'
    await page.getByText('从 Excel 粘贴').click()
    await page.getByLabel('粘贴的单元格').fill(text)
    await page.getByRole('button', { name: '预览', exact: true }).click()
    await page.getByRole('button', { name: '发送并核对' }).click()
    await page.getByText(/按上次的映射读取，第 \d+ 版/u).waitFor()
    await page.getByText(/亿元 × 10.?000 → 万元/u).waitFor()
    await page.getByRole('button', { name: '不用它，重新判断' }).click()
    await page.getByText('没有使用记住的映射').waitFor()
    await page.waitForLoadState('networkidle')
    await page.getByRole('button', { name: '放弃这份文件' }).click()
    await page.waitForURL(/\/data$/u)
    expect(await numbers('2024')).toContain('26500')
  })
})

describe('what happened to the data can be seen and taken back', () => {
  test('an upload is withdrawn and restored', async () => {
    await go('/data')
    const row = page
      .locator('tr')
      .filter({ hasText: 'messy-gbk.csv' })
      .filter({ hasText: '已写入' })
    await row.getByText('撤回', { exact: true }).click()
    await row.getByRole('button', { name: '确认撤回' }).click()
    await page.getByRole('button', { name: /恢复：messy-gbk.csv/u }).waitFor()
    expect(await numbers('2023')).toContain('28000')
    await page.getByRole('button', { name: /恢复：messy-gbk.csv/u }).click()
    await row.getByText('撤回', { exact: true }).waitFor()
    expect(await numbers('2023')).toContain('28100')
  })

  test('the history leads to the difference between two states', async () => {
    await go('/data/history')
    expect(await main()).toMatch(/恢复.*撤回.*写入/su)
    await page.getByLabel('从版本').fill('1')
    await page.getByLabel('到版本').fill('2')
    await page.getByRole('button', { name: '对比', exact: true }).click()
    await page.waitForURL(/\/data\/diff\?from=1&to=2/u)
    const row = page.getByRole('row', { name: /东湖产业功能区.*2023.*28,000.*28,100/u })
    await row.waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('the coverage tells which zone lacks a number', async () => {
    await go('/data/coverage')
    await page.getByRole('link', { name: '供应工业用地面积' }).click()
    await page.waitForURL(/\/data\/coverage\/supplied-land/u)
    await page.getByRole('link', { name: '只看有缺的园区' }).click()
    await page.waitForURL(/only=gaps/u)
    const rows = await page.getByRole('rowheader').allInnerTexts()
    expect(rows.join()).toContain('北苑产业功能区')
    expect(rows.join()).not.toContain('东湖产业功能区')
  })

  test('a mapping is taken, shown, used no longer, and taken again', async () => {
    await go('/data/mappings')
    const file = {
      ...{ name: 'mapping.json', mimeType: 'application/json' },
      buffer: Buffer.from(JSON.stringify(MAPPING)),
    }
    await page.getByLabel('选择 JSON').setInputFiles({ ...file, buffer: Buffer.from('{') })
    await page.getByText('这不是 JSON 文件。').waitFor()
    await page.getByLabel('选择 JSON').setInputFiles(file)
    const card = page.getByRole('article', { name: '园区亮度.csv' })
    await card.getByRole('row', { name: /税额.*数值.*税收.*亿元/u }).waitFor()
    expect(await card.innerText()).toContain('其余 2 列没有作过决定')
    const download = page.waitForEvent('download')
    await card.getByRole('link', { name: '下载 JSON' }).click()
    const path = await (await download).path()
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject(MAPPING)
    expect(await violations(page)).toEqual([])
    await card.getByText('不再使用', { exact: true }).click()
    await card.getByRole('button', { name: '确认不再使用' }).click()
    await page.getByText('已不再使用。').waitFor()
    await card.waitFor({ state: 'detached' })
    await page.getByLabel('选择 JSON').setInputFiles(path)
    await card.getByText(/第 3 版/u).waitFor()
  })

  test('a new name is recorded, and the zone’s page tells it', async () => {
    await go('/zones/events')
    await page.getByLabel(/^类型/u).selectOption({ label: '更名' })
    await page.getByLabel(/^日期/u).fill('2024')
    await page.getByLabel(/^原园区/u).fill('东湖工业园')
    await page.getByLabel(/^新园区/u).fill('东湖产业功能区')
    await page.getByRole('button', { name: '记录' }).click()
    await page.getByRole('row', { name: /2024 更名 东湖工业园/u }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('link', { name: '东湖产业功能区' }).click()
    await page.getByText('东湖工业园（至 2024）').waitFor()
    expect(errors).toEqual([])
  })

  test('another name of a zone is taken, refused where it is another zone’s, and removed', async () => {
    await go('/zones')
    await page.getByRole('link', { name: '西岭产业功能区' }).click()
    await page.getByText('管理别名').click()
    const add = async (alias: string) => {
      await page.getByLabel('别名', { exact: true }).fill(alias)
      await page.getByRole('button', { name: '添加', exact: true }).click()
    }
    await add('北苑产业功能区')
    await page.getByText(/没有成功：.*北苑产业功能区/u).waitFor()
    await add('西岭园')
    await page.getByText('已添加。').waitFor()
    const told = await page.getByRole('definition').allInnerTexts()
    expect(told.join('、').split('、')).toContain('西岭园')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '删除别名：西岭园' }).click()
    await page.getByText('已删除。').waitFor()
    expect(await main()).not.toContain('西岭园')
  })
})
