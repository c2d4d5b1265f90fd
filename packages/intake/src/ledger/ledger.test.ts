import { describe, expect, it } from 'vitest'
import {
  createLedgerReader,
  createProbe,
  inspect,
  inspectLedger,
  proposeLedger,
  type InspectOptions,
  type LedgerRow,
  type Problem,
  type ProblemCode,
} from '../index.ts'
import { gb18030, utf8 } from '../testing/encode.ts'

function probeOf(bytes: Uint8Array) {
  const probe = createProbe()
  probe.push(bytes)
  return probe.end()
}

function readLedger(file: string | Uint8Array, options: InspectOptions = {}) {
  const bytes = typeof file === 'string' ? utf8(file) : file
  const plan = inspectLedger(probeOf(bytes), options, true)
  const rows: LedgerRow[] = []
  const problems: Problem[] = [...plan.problems]
  const reader = createLedgerReader(plan, {
    project: (row) => rows.push(row),
    problem: (found) => problems.push(found),
  })
  reader.push(bytes)
  return { plan, rows, problems, summary: reader.end(), zones: reader.zones }
}

const proposed = (file: string) => proposeLedger(inspect(probeOf(utf8(file))))
const shown = (row: LedgerRow | undefined) =>
  (row?.cells ?? []).map(({ column, item, period, value, unit, text, reason }) => {
    const at = period === null ? item : `${item}@${period}`
    return [column, at, value ?? text ?? reason, unit]
  })

const HEAD = '功能区,项目名称,宗地编号,所属产业,供地面积(亩),协议投资(万元),供地日期\n'

describe('what a file is', () => {
  it('is proposed as a ledger by its headers, which are told', () => {
    expect(proposed(`${HEAD}A,甲厂,P1,电子,20,7000,2023-01-02\n`)).toEqual([
      '功能区',
      '项目名称',
      '供地面积(亩)',
      '协议投资(万元)',
    ])
  })

  it.each([
    ['figures of zones', '园区,年份,供地面积(亩),固定资产投资(万元),税收(万元)\nA,2023,1,2,3\n'],
    ['quantities in rows', '地区,项目名称,2022年,2023年\nA,税收,1,2\nB,税收,3,4\n'],
    ['a list of firms', '园区,企业名称,税收(万元)\nA,甲,3\nA,乙,4\n'],
    ['projects of no zone', '项目名称,供地面积(亩),协议投资(万元)\n甲,1,2\n'],
  ])('is none: %s', (_, file) => expect(proposed(file)).toBeNull())

  it('is read as what a person says', () => {
    const { plan, problems } = readLedger('园区,企业名称,税收(万元)\nA,甲,3\n', { period: '2023' })
    expect(plan.ledger).toEqual({ why: [], chosen: true })
    expect(problems).toEqual([])
  })
})

describe('rows and cells', () => {
  it('keep their place, their unit and their texts', () => {
    const { rows, zones, summary } = readLedger(
      `${HEAD}A,甲厂,P1,电子,"1,020.5",７０００,2023/1/2\n`,
    )
    expect(shown(rows[0])).toEqual([
      [2, 'project-name', '甲厂', null],
      [3, 'project-parcel', 'P1', null],
      [4, 'project-industry', '电子', null],
      [5, 'project-area', 1020.5, '亩'],
      [6, 'project-agreed-investment', 7000, '万元'],
      [7, 'project-supply-date', '2023-01-02', null],
    ])
    expect(zones).toEqual([{ name: 'A', attributes: {}, row: 2 }])
    expect(summary).toMatchObject({ rows: 1, accepted: 1, cells: 6, zones: 1, periods: 0 })
  })

  it('have tax by year from several columns, in GBK under a title with units', () => {
    const file = gb18030(
      '示例项目台账\n单位：万元\n园区,企业名称,用地面积（公顷）,2022年税收,2023年税收\nA,甲,2,30,—\n合计,,2,30,\n注：合成\n',
    )
    const { rows, summary, plan, problems } = readLedger(file)
    expect(plan.encoding).toBe('gb18030')
    expect(shown(rows[0]).slice(1)).toEqual([
      [3, 'project-area', 2, '公顷'],
      [4, 'project-tax@2022', 30, '万元'],
      [5, 'project-tax@2023', 'not-reported', '万元'],
    ])
    expect(summary.skipped).toEqual({ blank: 0, totals: 1, footer: 1, repeatedHeader: 0 })
    expect(problems.map(({ code }) => code)).toEqual(['null-token', 'total-row', 'footer-row'])
  })

  it('tell the whole price from that of a mu by its unit', () => {
    const { plan } = readLedger('园区,企业名称,土地价格(万元),地块面积(亩)\nA,甲,100,2\n')
    expect(plan.columns[2]?.item).toBe('project-land-price')
    const other = readLedger('园区,企业名称,土地价格(万元/亩),地块面积(亩)\nA,甲,100,2\n')
    expect(other.plan.columns[2]?.item).toBe('project-land-unit-price')
  })

  it('follow what a person says of a column, its unit and a cell', () => {
    const { rows } = readLedger(`${HEAD}A,甲厂,P1,电子,二十,7000,2023-01-02\n`, {
      columns: [{ index: 6, role: 'value', field: 'project-actual-investment', unit: '亿元' }],
      corrections: [{ row: 2, column: 5, text: '20' }],
    })
    expect(shown(rows[0]).slice(3, 5)).toEqual([
      [5, 'project-area', 20, '亩'],
      [6, 'project-actual-investment', 7000, '亿元'],
    ])
  })

  it.each([
    ['2023年5月6日', '2023-05-06'],
    ['20230506', '2023-05-06'],
    ['45052', '2023-05-06'],
    ['2023.5', '2023-05'],
    ['2023年', '2023'],
    ['—', 'not-reported'],
  ])('read %s as %s', (text, date) => {
    const { rows } = readLedger(`${HEAD}A,甲厂,P1,电子,1,7000,${text}\n`)
    expect(shown(rows[0]).at(-1)?.[2]).toBe(date)
  })

  it('with an error take their row along, where the policy says so', () => {
    const file = `${HEAD}A,甲厂,P1,电子,约1,7000,2023\nA,乙厂,P2,电子,1,7000,2023\n`
    expect(readLedger(file, { policy: 'skip-rows' }).rows.map(({ key }) => key)).toEqual([
      'parcel:p2',
    ])
    expect(readLedger(file).rows).toHaveLength(2)
  })
})

const ROW = 'A,甲厂,P1,电子,20,7000,2023-01-02\n'
const TWICE = '园区,企业名称,协议投资(万元),协议投资(万元),供地面积(亩)\nA,甲,1,2,3\n'

describe('rows that sum up others', () => {
  const names = (rows: string) =>
    readLedger(`${HEAD}A,甲厂,P1,电子,20,7000,2023\n${rows}`).rows.map(({ key }) => key)

  it.each([
    ...['A,小计,,,20,7000,', 'A,合 计,—,,20,7000,', 'A,A合计,,,20,7000,', '合计,,,,20,7000,'],
    ...['A,合计（1个）,,,20,7000,', 'A,共1个项目,,,20,7000,', 'A合计（1个）,,,,20,7000,'],
    ...[',小计,,,20,7000,', 'A,,小计,,20,7000,', 'A,小计,1宗,,20,7000,', 'A,平均值,,,20,7000,'],
  ])('are no projects: %s', (row) => {
    const { rows, problems } = readLedger(`${HEAD}A,甲厂,P1,电子,20,7000,2023\n${row}\n`)
    expect(rows.map(({ key }) => key)).toEqual(['parcel:p1'])
    expect(problems.map(({ code }) => code)).toEqual(['total-row'])
  })

  it('are not told from a name with a parcel of its own, nor from one that begins so', () => {
    expect(names('A,平均,P2,,1,2,\nA,合计电子,,,1,2,\n')).toEqual([
      ...['parcel:p1', 'parcel:p2', 'name:合计电子'],
    ])
  })
})

describe('headers', () => {
  const itemsOf = (header: string) =>
    readLedger(`园区,项目名称,供地面积(亩),${header}\nA,甲,20,1\n`, {
      period: '2020',
    }).plan.columns.map(({ item, period }) =>
      period === undefined ? item : `${item ?? ''}@${period}`,
    )[3]

  it.each([
    ['税收(2023年)(万元)', 'project-tax@2023'],
    ['税收 2022年(万元)', 'project-tax@2022'],
    ['2023年纳税（万元）', 'project-tax@2023'],
    ['2023年1-9月税收(万元)', 'project-tax@2023-09'],
    ['税收(万元)', 'project-tax@2020'],
    ['2023年完成投资(万元)', undefined],
    ['2023年计划投资(万元)', undefined],
    ['2023年累计完成投资(万元)', undefined],
    ['累计完成投资(万元)', 'project-actual-investment'],
    ['2023年供地面积(亩)', undefined],
    ['土地单价(元/平方米)', 'project-land-unit-price'],
    ['土地出让金(万元/亩)', 'project-land-unit-price'],
  ])('%s is %s', (header, item) => expect(itemsOf(header)).toBe(item))

  it('that name the zone of a project make a ledger', () => {
    expect(proposed('所在园区,企业名称,出让面积（亩）,总投资（亿元）\nA,甲,1,2\n')).not.toBeNull()
  })

  it.each(['土地单价(万元)', '土地总价(万元/亩)', '亩均地价(元)'])(
    '%s contradicts its unit, which is told and not settled',
    (header) => {
      const file = `园区,项目名称,供地面积(亩),${header}\nA,甲,20,40\n`
      expect(readLedger(file).problems.map(({ code }) => code)).toEqual(['ledger-unit-mismatch'])
    },
  )

  it('of a title give the year of tax, which is told', () => {
    const file = '2023年度项目台账\n园区,项目名称,供地面积(亩),税收(万元)\nA,甲,20,40\n'
    const { plan, problems } = readLedger(file)
    expect(plan.columns[3]?.period).toBe('2023')
    expect(problems.map(({ code }) => code)).toEqual(['period-from-title'])
  })

  it('that stand again with other units end what can be read', () => {
    const again = HEAD.replace('协议投资(万元)', '协议投资(亿元)')
    const file = `${HEAD}A,甲厂,P1,电子,1,2,\n${again}A,乙厂,P2,电子,1,2,\n${HEAD}A,丙厂,P3,电子,1,2,\n`
    const { rows, problems, summary } = readLedger(file)
    expect(rows.map(({ key }) => key)).toEqual(['parcel:p1', 'parcel:p3'])
    expect(problems.map(({ code }) => code)).toEqual(['header-changed', 'repeated-header'])
    expect(summary).toMatchObject({ rows: 3, accepted: 2, rejected: 1 })
  })
})

describe('parcel ids', () => {
  it('that Excel has turned into powers of ten are not used', () => {
    const { rows } = readLedger(
      `${HEAD}A,甲厂,5.10107E+14,电子,1,2,\nA,乙厂,5.10107E+14,电子,1,2,\n`,
    )
    expect(rows.map(({ key }) => key)).toEqual(['name:甲厂', 'name:乙厂'])
  })

  it('lose the apostrophe that marks them as texts', () => {
    expect(readLedger(`${HEAD}A,甲厂,'001,电子,1,2,\n`).rows[0]?.key).toBe('parcel:001')
  })

  it('of one project may each have figures of their own', () => {
    const { problems } = readLedger(
      `${HEAD}A,甲厂,P1,电子,1,2,\nA,甲厂,P2,电子,1,3,\nA,乙厂,P3,电子,1,2,\n`,
    )
    expect(problems).toEqual([])
  })
})

describe('problems', () => {
  const FILES: [ProblemCode, string, object][] = [
    ['no-project-column', '园区,供地面积(亩),协议投资(万元)\nA,1,2\n', { row: null }],
    ['no-zone-column', '项目名称,供地面积(亩),协议投资(万元)\n甲,1,2\n', { row: null }],
    ['zone-missing', `${HEAD}${ROW},乙厂,P2,电子,1,2,2023\n`, { row: 3, column: 1 }],
    ['project-missing', `${HEAD}A,,,电子,1,2,2023\n`, { row: 2, text: 'A' }],
    ['project-twice', `${HEAD}${ROW}${ROW}`, { row: 3, text: 'P1', params: { first: 2 } }],
    [
      'date-unparsed',
      `${HEAD}A,甲厂,P1,电子,20,7000,2023-02-30\n`,
      { row: 2, column: 7, text: '2023-02-30' },
    ],
    ['ledger-column-twice', TWICE, { column: 4, params: { first: 3 } }],
    ['ledger-unit-mismatch', `${HEAD.replace('(亩)', '(万元)')}${ROW}`, { column: 5 }],
    ['unit-missing', `${HEAD.replace('(亩)', '')}${ROW}`, { column: 5, header: '供地面积' }],
    ['period-missing', '园区,企业名称,供地面积(亩),税收(万元)\nA,甲,1,2\n', { column: 4 }],
    ['not-a-number', `${HEAD}A,甲厂,P1,电子,约20,7000,2023\n`, { row: 2, column: 5, text: '约20' }],
    ['negative-value', `${HEAD}A,甲厂,P1,电子,-20,7000,2023\n`, { row: 2, column: 5 }],
    ['project-part', `${HEAD}${ROW}A,其中：一期,,电子,5,2,\n`, { row: 3, text: '其中：一期' }],
    [
      'project-figure-repeated',
      `${HEAD}${ROW}A,甲厂,P2,电子,5,7000,\nA,甲厂,P3,电子,6,7000,\n`,
      { row: 3, column: 6, text: '7000', params: { first: 2 } },
    ],
    ['parcel-damaged', `${HEAD}A,甲厂,5.1E+14,电子,1,2,\n`, { row: 2, column: 3, text: '5.1E+14' }],
    [
      'header-changed',
      `${HEAD}${ROW}${HEAD.replace('(万元)', '(亿元)')}A,乙厂,P2,电子,1,2,\n`,
      { row: 3, column: 6, header: '协议投资(万元)', text: '协议投资(亿元)' },
    ],
    [
      'period-cumulative',
      '园区,企业名称,供地面积(亩),2023年1-9月税收(万元)\nA,甲,1,2\n',
      { column: 4, params: { period: '2023-09', cumulative: 1 } },
    ],
    ['unclosed-quote', `${HEAD}"A,甲厂,P1,电子,20,7000,2023\n${ROW}`, { row: 2 }],
  ]
  it.each(FILES)('%s', (code, file, expected) => {
    const found = readLedger(file).problems.filter((problem) => problem.code === code)
    expect(found[0]).toMatchObject(expected)
  })

  it('read-as-ledger tells the headers where nobody chose', () => {
    const { problems } = inspectLedger(probeOf(utf8(`${HEAD}${ROW}`)), {}, false)
    expect(problems[0]).toMatchObject({
      code: 'read-as-ledger',
      text: '功能区、项目名称、供地面积(亩)、协议投资(万元)',
    })
  })
})
