import { describe, expect, it } from 'vitest'
import { PROBLEM_CODES, readAll, type InspectOptions, type ProblemCode } from './index.ts'
import { gb18030, utf8 } from './testing/encode.ts'

interface Fixture {
  file: string | Uint8Array
  options?: InspectOptions
  row?: number
  column?: number
  text?: string
  byte?: number
  params?: Record<string, string | number>
}

const head = '园区,年份,税收(万元),从业人员(人)\n'
// Bytes of the header line and of a first row `A,2023,1,2`.
const HEAD = utf8(head).length
const ROW = 'A,2023,1,2\n'

const EUC_TW = Uint8Array.from([
  ...Array.from({ length: 30 }, (_, i) => [0xc4 + i, 0xa1 + i * 2]).flat(),
  ...utf8(',1\n'),
])

const years = [2019, 2020, 2021, 2022, 2023]
const panel = (value: (zone: number, year: number) => number) =>
  ['A', 'B', 'C', 'D', 'E', 'F']
    .flatMap((zone, z) =>
      years.map((year) => `${zone},${String(year)},${String(value(z, year))}\n`),
    )
    .join('')

/** Codes that only the host can know of: they come from workbooks, from what is stored, or from a person. */
const BY_HOST: ProblemCode[] = [
  'too-many-rows',
  'zone-near',
  'zone-name-conflict',
  'zone-twice',
  'scale-change',
  'basis-change',
  'project-without-parcel',
  'merged-value',
  'formula-result',
  'sheet-chosen',
  'cancelled',
]

/** Codes of ledgers; `ledger/ledger.test.ts` has a file for each. */
const OF_LEDGERS: ProblemCode[] = [
  'read-as-ledger',
  'no-project-column',
  'project-missing',
  'project-twice',
  'date-unparsed',
  'ledger-column-twice',
  'ledger-unit-mismatch',
  'project-part',
  'project-figure-repeated',
  'parcel-damaged',
]

const FIXTURES: Partial<Record<ProblemCode, Fixture>> = {
  'empty-file': { file: '' },
  'encoding-unsupported': { file: EUC_TW, text: 'euc-tw' },
  'not-a-table': { file: '%PDF-1.7 and so on, and so on, and so on', text: 'pdf' },
  'encoding-mixed': {
    file: Uint8Array.from([...utf8(head), ...utf8('A,2023,'), 0xff, 0xfe, ...utf8(',2\n')]),
    byte: HEAD + 7,
  },
  // 一 alone is valid UTF-8 as a foreign letter.
  'encoding-preferred': { file: gb18030('一,2023\n一,1\n一,2\n'), text: 'gb18030' },
  'truncated-file': { file: `${head}${ROW}B,2023,1`, row: 3, column: 4, byte: HEAD + ROW.length },
  'nul-byte': { file: `${head}A,2023,1\0,2\n` },
  'unclosed-quote': { file: `${head}"A,2023,1,2\nB,2023,1,1\n`, row: 2, column: 1 },
  'stray-quote': { file: `${head}"A"a,2023,1,2\n`, row: 2, column: 1 },
  'row-too-long': { file: `${head}${ROW}A,2024,1,${'9'.repeat(2_200_000)}\n`, row: 3, column: 4 },
  'too-many-columns': {
    file: `园区,${Array.from({ length: 1001 }, (_, i) => `列${String(i)}`).join(',')}\nA,1\n`,
    params: { columns: 1002 },
  },
  'single-column': { file: '税收\n1\n2\n' },
  'no-header': { file: 'A,2023,1\nB,2023,2\n' },
  'no-rows': { file: '园区,税收\n' },
  'no-zone-column': { file: '税收,产值\n1,2\n' },
  'no-value-column': { file: '园区,类型\nA,x\nB,y\n' },
  'zone-missing': { file: `${head}${ROW},2023,3,4\n`, row: 3, column: 1, byte: HEAD + ROW.length },
  'zone-from-name': {
    file: ',2019年,2018年\n税收(亿元),4,3\n',
    options: { name: '天府.csv' },
    text: '天府',
  },
  'zone-filled-down': {
    file: `${head}A,2021,1,2\n,2022,1,2\n,2023,1,2\n`,
    row: 3,
    column: 1,
    params: { count: 2 },
  },
  'period-missing': { file: '园区,税收(万元)\nA,1\n' },
  'period-unparsed': {
    file: `${head}A,’23年,1,2\n${ROW}`,
    row: 2,
    column: 2,
    text: '’23年',
    byte: HEAD,
  },
  'period-from-name': {
    file: '园区,税收(万元)\nA,1\n',
    options: { name: '2023.csv' },
    params: { period: '2023' },
  },
  'period-from-title': {
    file: '2023年主要指标\n园区,税收(万元)\nA,1\n',
    text: '2023年主要指标',
    params: { period: '2023' },
  },
  'period-from-date': {
    file: '园区,日期,税收(万元)\nA,44926,1\nA,45291,2\n',
    column: 2,
    text: '44926',
    params: { period: '2022', ends: 'year' },
  },
  'period-cumulative': {
    file: '园区,时间,税收(万元)\nA,2023年1-9月,1\n',
    row: 2,
    column: 2,
    text: '2023年1-9月',
    params: { period: '2023-09' },
  },
  'period-empty': {
    file: '园区,2023年,2022年\nA,,1\nB,,2\n',
    options: { name: '税收.csv' },
    column: 2,
  },
  'field-missing': { file: '园区,2022年,2023年\nA,1,2\n' },
  'field-from-name': {
    file: '园区,2022年,2023年\nA,1,2\n',
    options: { name: '税收.csv' },
    text: '税收',
  },
  'duplicate-label': {
    file: '园区,税收(万元),税收(万元)\nA,1,2\n',
    column: 3,
    params: { first: 2 },
  },
  'duplicate-field': {
    file: '园区,税收(万元),税收(亿元)\nA,1,2\n',
    column: 3,
    params: { first: 2 },
  },
  'duplicate-row': { file: `${head}${ROW}${ROW}`, row: 3, column: 3, params: { first: 2 } },
  'duplicate-observation': {
    file: `${head}${ROW}A,2023,5,2\n`,
    row: 3,
    column: 3,
    text: '5',
    byte: HEAD + ROW.length,
    params: { first: 2 },
  },
  'unit-missing': { file: '园区,能耗\nA,1\n', column: 2 },
  'unit-unknown': { file: '园区,能耗(吉卡元)\nA,1\n', column: 2, text: '吉卡元' },
  'unit-conflict': {
    file: '园区,税收(万元)\n,亿元\nA,1\n',
    column: 2,
    params: { stated: '万元', other: '亿元' },
  },
  'unit-field-mismatch': {
    file: '园区,税收(亩)\nA,1\n',
    column: 2,
    params: { unit: '亩', expected: '万元' },
  },
  'unit-not-applied': { file: '单位：万元\n园区,税收,企业数\nA,1,2\n', column: 3, text: '万元' },
  'missing-cell': {
    file: `${head}A,2023,1\n${ROW}`,
    row: 2,
    column: 4,
    byte: HEAD,
    params: { cells: 3, expected: 4 },
  },
  'extra-cell': { file: `${head}A,2023,1,2,9\n${ROW}`, row: 2, column: 5, text: '9', byte: HEAD },
  'not-a-number': { file: `${head}A,2023,12x,2\n`, row: 2, column: 3, text: '12x', byte: HEAD },
  'number-overflow': { file: `${head}A,2023,1e309,2\n`, row: 2, column: 3, text: '1e309' },
  'ambiguous-number': { file: `${head}A,2023,3亿,2\n`, row: 2, column: 3, text: '3亿' },
  'percent-mismatch': { file: `${head}A,2023,5%,2\nB,2023,7,2\n`, row: 2, column: 3, text: '5%' },
  'bare-percent': { file: '园区,年份,增速(%)\nA,2023,—%\n', row: 2, column: 3, text: '—%' },
  'cell-unit': { file: `${head}A,2023,3亿元,2\n`, row: 2, column: 3, text: '3亿元' },
  'excel-error-value': { file: `${head}A,2023,#REF!,2\n`, row: 2, column: 3, text: '#REF!' },
  'formula-cell': { file: `${head}A,2023,=B2*2,2\n`, row: 2, column: 3, text: '=B2*2' },
  'bracket-negative': { file: `${head}A,2023,(5),2\n`, row: 2, column: 3, text: '(5)' },
  'negative-value': { file: `${head}A,2023,-1,-2\n`, row: 2, column: 4, text: '-2', byte: HEAD },
  'null-token': { file: `${head}A,2023,暂无,2\n`, column: 3, text: '暂无' },
  'fullwidth-normalised': { file: `${head}A,2023,１２,2\n`, column: 3, text: '１２' },
  'scale-suspect': {
    file: `园区,年份,税收(万元)\n${panel((z, year) => (z === 2 && year === 2022 ? 1_250_000 : 100 + z + year - 2019))}`,
    row: 15,
    column: 3,
    text: '1250000',
    params: { factor: 10_000, expected: 105, field: '税收' },
  },
  'series-break': {
    file: `园区,年份,税收(万元)\n${panel((z, year) => (100 + z) * (year < 2022 ? 1 : 20))}`,
    column: 3,
    params: { field: '税收', from: '2021', period: '2022', factor: 20 },
  },
  'correction-unused': {
    file: `${head}${ROW}`,
    options: { corrections: [{ row: 9, column: 3, text: '7' }] },
    row: 9,
    column: 3,
    text: '7',
  },
  'total-row': {
    file: `${head}${ROW}合计,2023,1,2\n`,
    row: 3,
    column: 1,
    text: '合计',
    params: { kind: 'total' },
  },
  'total-as-zone': { file: `${head}全市,2022,1,2\n全市,2023,1,2\n`, column: 1, text: '全市' },
  'total-mismatch': {
    file: `${head}${ROW}B,2023,2,2\n合计,2023,4,4\n`,
    row: 4,
    column: 3,
    params: { total: 4, sum: 3 },
  },
  'footer-row': { file: `${head}${ROW}注：快报数\n`, row: 3, text: '注：快报数' },
  'header-changed': {
    file: `${head}${ROW}${head.replace('万元', '亿元')}B,2023,1,2\n`,
    row: 3,
    column: 3,
    text: '税收(亿元)',
  },
  'repeated-header': { file: `${head}${ROW}${head}B,2023,1,2\n`, row: 3, text: '园区' },
  'too-many-problems': {
    file: `${head}${Array.from({ length: 10_001 }, (_, i) => `Z${String(i)},2023,1x,1\n`).join('')}`,
    text: 'not-a-number',
    params: { count: 10_001 },
  },
}

describe('every code', () => {
  it('has a file that shows it, or comes from the host', () => {
    const shown = [...Object.keys(FIXTURES), ...BY_HOST, ...OF_LEDGERS]
    expect([...shown].sort()).toEqual([...PROBLEM_CODES].sort())
  })

  it.each(Object.entries(FIXTURES))('%s', (code, { file, options = {}, params = {}, ...place }) => {
    const bytes = typeof file === 'string' ? utf8(file) : file
    const found = readAll(bytes, options).problems.filter((problem) => problem.code === code)
    const { row = null, column = null, ...rest } = place
    const expected = { row, column, ...rest }
    expect(found[0]).toMatchObject(
      Object.keys(params).length === 0 ? expected : { ...expected, params },
    )
  })
})
