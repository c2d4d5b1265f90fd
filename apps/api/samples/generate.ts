import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { encodeGbk } from '../src/testing.ts'
import { rowsOf, type Row } from './city.ts'
import { COLUMNS, type Column } from './columns.ts'
import { YEARS } from './figures.ts'
import { ledgerProjects, type LedgerProject } from './ledger.ts'

/**
 * Writes the files of the synthetic city. Nothing in them is real: the zones are invented and
 * the figures come from a seeded generator, so a second run gives the same bytes.
 */

const LEAD = ['功能区代码', '功能区名称', '类型', '主导产业', '所在区县', '产业生态圈', '年份']
const TITLE = '示范市产业功能区统计表（合成数据：由程序生成，并非任何真实城市）'
const NOTE = '注：本表为合成数据，功能区名称与数值均为虚构；“待公布”为尚未公布，“X”为涉密不公布。'
const END = '\r\n'

type Half = 0 | 1

interface Sheet {
  name: string
  half: Half
  years: readonly number[]
  encode: (text: string) => Uint8Array
}

const withBom = (text: string) => new TextEncoder().encode(`\ufeff${text}`)

const SHEETS: readonly Sheet[] = [
  { name: 'city-66-2019-2021.csv', half: 0, years: [0, 1, 2], encode: encodeGbk },
  { name: 'city-66-2022-2024.csv', half: 1, years: [3, 4, 5], encode: withBom },
]

const quote = (cell: string) => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const line = (cells: readonly string[]) => cells.map(quote).join(',') + END

/** Thousands in groups in the early file's money columns, as a clerk's Excel leaves them. */
function grouped(text: string, column: Column): string {
  if (!column.header[0].endsWith('(万元)')) return text
  return text.replace(/\B(?=(\d{3})+(?!\d))/gu, ',')
}

function show(figure: number, column: Column, half: Half): string {
  const text = (figure / column.scale[half]).toFixed(column.decimals[half])
  return half === 0 ? grouped(text, column) : text
}

function rowLine({ zone, year, ecosystem, remark, cells }: Row, half: Half): string {
  const lead = [zone.code, zone.name, zone.type, zone.industry, zone.districts, ecosystem]
  const figures = COLUMNS.map((column) => {
    const cell = cells.get(column) ?? ''
    return typeof cell === 'string' ? cell : show(cell, column, half)
  })
  return line([...lead, `${String(year)}年`, ...figures, remark])
}

/** The sum of the figures as the file shows them, so that the rows add up to it. */
function total(rows: readonly Row[], column: Column, half: Half): string {
  if (!column.additive) return '—'
  const unit = 10 ** column.decimals[half]
  const shown = rows.map(({ cells }) => {
    const cell = cells.get(column) ?? ''
    if (typeof cell === 'string') return 0
    return Math.round(Number((cell / column.scale[half]).toFixed(column.decimals[half])) * unit)
  })
  const sum = shown.reduce((a, b) => a + b, 0) / unit
  return show(sum * column.scale[half], column, half)
}

function yearLines(at: number, half: Half): string {
  const rows = rowsOf(at)
  const totals = COLUMNS.map((column) => total(rows, column, half))
  const lead = ['', '合计', '', '', '', '', `${String(YEARS[at] ?? '')}年`]
  return rows.map((row) => rowLine(row, half)).join('') + line([...lead, ...totals, ''])
}

function sheetText({ half, years }: Sheet): string {
  const header = [...LEAD, ...COLUMNS.map((column) => column.header[half]), '备注']
  const body = years.map((at) => yearLines(at, half)).join('')
  return line([TITLE]) + line(header) + body + line([NOTE])
}

const LEDGER_TITLE = '示范市产业项目台账（合成数据：由程序生成，并非任何真实项目），截至2023年底'
const LEDGER_HEAD = [
  ...['功能区代码', '功能区名称', '项目名称', '宗地编号', '所属产业', '签约日期', '供地日期'],
  ...['开工日期', '竣工日期', '供地面积(亩)', '协议投资(亿元)', '实际完成投资(万元)'],
  ...['土地成交价款(万元)', '约定亩均税收(万元/亩·年)', '2022年税收(万元)', '2023年税收(万元)'],
]
const LEDGER_NOTE = '注：本表为合成数据，项目名称与数值均为虚构；“待公布”为尚未公布。'

const ledgerLine = (p: LedgerProject) =>
  line([
    ...[p.zone.code, p.zone.name, p.name, p.parcel, p.industry],
    ...[p.agreed, p.supplied, p.started, p.completed],
    ...[String(p.area), (p.promised / 10_000).toFixed(4), String(p.invested), String(p.price)],
    ...[String(p.promisedTax), p.tax2022, p.tax2023],
  ])

/** The name and bytes of the ledger of projects. */
export function generateLedger(): { name: string; bytes: Uint8Array } {
  const body = ledgerProjects().map(ledgerLine).join('')
  const text = line([LEDGER_TITLE]) + line(LEDGER_HEAD) + body + line([LEDGER_NOTE])
  return { name: 'city-66-projects.csv', bytes: encodeGbk(text) }
}

/** The files' names and bytes. */
export function generateCity(): { name: string; bytes: Uint8Array }[] {
  return SHEETS.map((sheet) => ({ name: sheet.name, bytes: sheet.encode(sheetText(sheet)) }))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { name, bytes } of [...generateCity(), generateLedger()]) {
    writeFileSync(new URL(name, import.meta.url), bytes)
  }
}
