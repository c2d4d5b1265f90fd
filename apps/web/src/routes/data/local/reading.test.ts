import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readLocally } from './reading.ts'

const read = (text: string | Uint8Array, period = '') =>
  readLocally(typeof text === 'string' ? new TextEncoder().encode(text) : text, {
    name: 'zones.csv',
    period,
  })

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../../../../e2e/fixtures/${name}`, import.meta.url)))

test('a GBK file with a title is read as the server reads it', async () => {
  const found = await read(fixture('zones-gbk.csv'))
  expect(found).toMatchObject({ encoding: 'gb18030', readable: true })
  expect(found.columns.map(({ role }) => role)).toContain('zone')
  expect(found.problems.errors + found.problems.warnings).toBeGreaterThan(0)
  expect(found.rows[0]?.cells.length).toBe(found.columns.length)
})

test('units are told with the conversion that they go through', async () => {
  const { columns } = await read('园区,年份,固定资产投资(亿元)\n东湖,2023,1.5\n西岭,2023,2\n')
  expect(columns[2]).toMatchObject({
    field: 'fixed-asset-investment',
    conversion: '亿元 × 10 000 → 万元',
  })
})

test('a problem carries its words in both languages and its place', async () => {
  const { problems, counts } = await read('园区,年份,税收(万元)\n东湖,2023,12\n西岭,2023,6x\n')
  const [item] = problems.items
  expect(item).toMatchObject({ code: 'not-a-number', row: 3, column: 3, text: '6x' })
  expect(item?.message.zh).not.toBe(item?.message.en)
  expect([problems.errors, counts.rows, counts.cells]).toEqual([1, 2, 1])
})

test('of many problems the first are kept, and all are counted', async () => {
  const rows = Array.from({ length: 500 }, (_, i) => `区${i},2023,x${i}`)
  const { problems } = await read(`园区,年份,税收(万元)\n${rows.join('\n')}\n`)
  expect(problems.errors).toBeGreaterThanOrEqual(500)
  expect(problems.items.length).toBeLessThanOrEqual(120)
})

test('what is no table is told, and has no rows', async () => {
  const found = await read(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]))
  expect([found.readable, found.rows.length, found.problems.items[0]?.code]).toEqual([
    false,
    0,
    'not-a-table',
  ])
})

test('of a workbook the first sheet with a table is read, cells as Excel counts them', async () => {
  const found = await read(fixture('zones.xlsx'))
  expect([found.sheet, found.sheets, found.headerRow]).toEqual(['2024', 2, 1])
  expect(found.rows[0]).toEqual({ row: 2, cells: ['东湖产业功能区', '2024', '30000', '16.2'] })
  expect(found.columns[3]?.conversion).toBe('亿元 × 10 000 → 万元')
  expect(found.problems.items.find(({ code }) => code === 'not-a-number')).toMatchObject({
    row: 3,
    column: 3,
  })
})

test('a damaged workbook is told once', async () => {
  const found = await read(fixture('zones.xlsx').subarray(0, 400))
  expect(found.problems).toMatchObject({ errors: 1, items: [{ code: 'not-a-table' }] })
  expect([found.readable, found.sheet]).toEqual([false, null])
})
