import { describe, expect, it } from 'vitest'
import { readAll } from './index.ts'
import { codes, gb18030, lines, read, utf8 } from './testing/encode.ts'

// Figures of the National Bureau of Statistics (data.stats.gov.cn), in the shapes of its exports.
const acrossGbk = `数据库：分省年度数据\r
指标：地区生产总值(亿元)\r
时间：最近3年\r
地区,2024年,2023年,2022年\r
北京市,49670.2,47353.7,45222.4\r
天津市,17931.3,17211.8,16588.5\r
注：1.按照国民经济核算数据修订制度修订。\r
\u3000\u3000\u30002.由于四舍五入，合计与分项略有误差。\r
数据来源：国家统计局\r
`

describe('layouts', () => {
  it('periods across, unit and field above the header, notes below, GBK', () => {
    const file = readAll(gb18030(acrossGbk))
    expect(file.plan).toMatchObject({
      encoding: 'gb18030',
      newline: 'crlf',
      headerRow: 4,
      layout: 'periods-across',
      preamble: ['数据库：分省年度数据', '指标：地区生产总值(亿元)', '时间：最近3年'],
      slots: [{ field: { id: '地区生产总值', isNew: true }, unit: '亿元' }],
    })
    expect(file.summary.skipped.footer).toBe(3)
    expect(file.zones.map(({ name }) => name)).toEqual(['北京市', '天津市'])
    expect(lines(file)).toContain('天津市|2022|地区生产总值=16588.5亿元')
  })

  it('the new export: BOM, a TAB after every label, a trailing comma, blank rows, empty newest year', () => {
    const text =
      '数据库：分省年度数据\t\n指标：技术支出(亿元)\t\n地区\t,2025年\t,2024年\t,2023年\t,\n北京市\t,\t,521.91\t,488.70\t,\n天津市\t,\t,77.03\t,\t,\n,,,,\n数据来源：国家统计局\t,,,,\n'
    const file = readAll(utf8(text, true))
    expect(file.plan).toMatchObject({ bom: true, headerRow: 3 })
    expect(file.plan.columns.at(-1)).toMatchObject({ role: 'ignored', why: 'blank-column' })
    expect(lines(file)).toEqual([
      '北京市|2025|技术支出=(not-yet-published)亿元',
      '北京市|2024|技术支出=521.91亿元',
      '北京市|2023|技术支出=488.7亿元',
      '天津市|2025|技术支出=(not-yet-published)亿元',
      '天津市|2024|技术支出=77.03亿元',
      '天津市|2023|技术支出=(not-reported)亿元',
    ])
    expect(file.summary.skipped).toMatchObject({ blank: 1, footer: 1 })
    expect(codes(file)).toContain('period-empty@-,2')
  })

  it('bare years across', () => {
    const file = read('地区,2020,2021\nA区,1,2\nB区,3,4\n', { name: '税收.csv' })
    expect(file.plan.layout).toBe('periods-across')
    expect(lines(file)).toContain('B区|2021|tax=4')
    expect(codes(file)).toContain('field-from-name@-,-')
  })

  it('fields down for one zone named above', () => {
    const file = read(
      '地区：上海\n指标,2019年,2018年\n房地产投资额(亿元),4231.38,4033.18\n住宅销售面积(万平方米),1353.7,\n',
    )
    expect(file.plan).toMatchObject({ layout: 'fields-down', zone: '上海' })
    expect(lines(file)).toEqual([
      '上海|2019|房地产投资额=4231.38亿元',
      '上海|2018|房地产投资额=4033.18亿元',
      '上海|2019|住宅销售面积=1353.7万m²',
      '上海|2018|住宅销售面积=(not-reported)万m²',
    ])
  })

  it('fields down without a label over them, for the zone that the file is named after', () => {
    const file = read(',2019年,2018年\n税收(亿元),4,3\n投资(亿元),8,7\n', { name: '天府新区.csv' })
    expect(file.plan.layout).toBe('fields-down')
    expect(lines(file)[0]).toBe('天府新区|2019|tax=4亿元')
    expect(codes(file)).toContain('zone-from-name@-,-')
  })

  it('one row a zone and field, periods across', () => {
    const file = read(
      '园区,指标,2022年,2023年\nA,税收(万元),1,2\nA,产值(亿元),3,4\nB,税收(万元),5,\n',
    )
    expect(file.plan.layout).toBe('periods-across')
    expect(lines(file)).toEqual([
      'A|2022|tax=1万元',
      'A|2023|tax=2万元',
      expect.stringMatching(/^A\|2022\|.*=3亿元$/u),
      expect.stringMatching(/^A\|2023\|.*=4亿元$/u),
      'B|2022|tax=5万元',
      'B|2023|tax=(not-reported)万元',
    ])
  })

  it('tidy rows of zone, period, field, value and unit', () => {
    const file = read(
      'zone,period,指标,数值,单位\nA,2023,税收,1.5,亿元\nA,2023,面积,20,亩\nB,2023,税收,15000,万元\nB,2023,,3,亩\n',
    )
    expect(file.plan.layout).toBe('long')
    expect(lines(file)).toEqual([
      'A|2023|tax=1.5亿元',
      expect.stringMatching(/=20亩$/u),
      'B|2023|tax=15000万元',
    ])
    expect(codes(file)).toContain('field-missing@5,3')
  })

  it('years down without a column of zones', () => {
    const file = read(',税收(万元),企业数(家)\n2022年,1,2\n2023年,3,4\n', { name: '天府.csv' })
    expect(file.plan.columns[0]?.role).toBe('period')
    expect(lines(file)).toContain('天府|2023|tax=3万元')
  })

  it('groups over years, as merged cells leave them', () => {
    const file = read('园区,税收(万元),,产值(亿元),\n,2022年,2023年,2022年,2023年\nA,1,2,3,4\n')
    expect(file.plan).toMatchObject({ headerRow: 1, headerRows: 2, layout: 'periods-across' })
    expect(lines(file).slice(0, 2)).toEqual(['A|2022|tax=1万元', 'A|2023|tax=2万元'])
  })

  it('labels that carry their own year', () => {
    const file = read('园区,2022年税收(万元),2023年税收(万元)\nA,1,2\n')
    expect(lines(file)).toEqual(['A|2022|tax=1万元', 'A|2023|tax=2万元'])
  })

  it('a published table with codes in place of names, and no period at all', () => {
    const text =
      'SEZ Code,Total Area,Business Permits,Financial Result\nKAM,540.8285,60,0.5551\nKOS,2201.2549,180,22.9849\n'
    const file = read(text)
    expect(file.plan.columns[0]?.role).toBe('zone')
    expect(codes(file)).toContain('period-missing@-,-')
    expect(file.observations).toEqual([])
    const dated = read(text, { period: '2016' })
    expect(dated.summary).toMatchObject({ rows: 2, accepted: 2, cells: 6 })
    expect(dated.plan.columns.filter(({ unit }) => unit !== null)).toEqual([])
    expect(codes(dated)).toContain('unit-missing@-,2')
  })
})

describe('the header', () => {
  it('stands under a title and a line of units, beside a serial number', () => {
    const file = read(
      '2023年产业功能区主要指标,,,\n单位：万元,,,\n序号,园区名称,税收,固定资产投资\n1,天府,100,2000\n2,高新,"1,200",—\n',
    )
    expect(file.plan).toMatchObject({ headerRow: 3, period: '2023' })
    expect(file.plan.columns.map(({ role }) => role)).toEqual(['ignored', 'zone', 'value', 'value'])
    expect(file.plan.columns[2]).toMatchObject({ unit: '万元', unitSource: 'preamble' })
    expect(codes(file)).toContain('period-from-title@-,-')
    expect(lines(file)).toContain('高新|2023|tax=1200万元')
  })

  it('has units in a row of its own', () => {
    const file = read('园区,年份,税收,供地面积\n,,亿元,亩\nA,2023,1,2\n')
    expect(file.plan).toMatchObject({ headerRow: 1, headerRows: 2 })
    expect(lines(file)).toEqual(['A|2023|tax=1亿元', 'A|2023|supplied-land=2亩'])
  })

  it('comes again further down', () => {
    const file = read('园区,年份,税收(万元)\nA,2023,1\n园区,年份,税收(万元)\nB,2023,2\n')
    expect(file.summary).toMatchObject({ rows: 2, accepted: 2, skipped: { repeatedHeader: 1 } })
    expect(codes(file)).toContain('repeated-header@3,-')
  })

  it.each([
    ['another unit', '园区,年份,税收(亿元)'],
    ['another quantity', '园区,年份,供地面积(亩)'],
    ['another order', '园区,税收(万元),年份'],
  ])('comes again with %s, and what stands below is not read', (_, again) => {
    const first = '园区,年份,税收(万元)'
    const file = read(`${first}\nA,2023,1\n${again}\nB,2023,2\n合计,2023,2\n${first}\nC,2023,3\n`)
    expect(lines(file)).toEqual(['A|2023|tax=1万元', 'C|2023|tax=3万元'])
    expect(codes(file)).toEqual([
      expect.stringMatching(/^header-changed@3,/u),
      'repeated-header@6,-',
    ])
    expect(file.summary).toMatchObject({ rows: 3, accepted: 2, rejected: 1 })
  })

  it('is missing', () => {
    const file = read('A,2023,1\nB,2023,2\n')
    expect(file.plan.headerRow).toBe(0)
    expect(codes(file)).toContain('no-header@-,-')
  })

  it('is where a person says', () => {
    expect(read('a,b\n园区,税收\nA,1\n', { headerRow: 2 }).plan.headerRow).toBe(2)
  })
})

describe('zones', () => {
  it('have codes and attributes', () => {
    const file = read(
      '园区代码,园区名称,类型,主导产业,所在区县,备注,年份,税收(万元)\n01,天府,高新,软件,双流区,x,2023,1\n',
    )
    expect(file.zones).toEqual([
      {
        name: '天府',
        code: '01',
        row: 2,
        attributes: { type: '高新', leadIndustry: '软件', district: '双流区' },
      },
    ])
  })

  it('are found by content', () => {
    const file = read('单元甲,年份,税收(万元)\n天府,2023,1\n高新,2023,2\n')
    expect(file.plan.columns[0]).toMatchObject({ role: 'zone', why: 'first-text' })
  })

  it('are not made of totals, footers or rows without a period', () => {
    const file = read(
      '园区,年份,税收(万元)\nA,2023,1\nB,20x3,2\n合 计,2023,1\n说明：快报数\n另有说明一条\n',
    )
    expect(file.zones.map(({ name }) => name)).toEqual(['A'])
    expect(codes(file)).toContain('period-unparsed@3,2')
  })
})
