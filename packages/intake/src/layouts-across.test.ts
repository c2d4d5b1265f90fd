import { describe, expect, it } from 'vitest'
import { codes, lines, read } from './testing/encode.ts'

describe('zones across the columns', () => {
  it('with a column of units, and a total that is no zone', () => {
    const file = read(
      '指标,单位,天府新区,高新区,合计\n税收,万元,1,2,3\n企业数,家,4,,9\n本月产值,亿元,7,8,15\n',
      { period: '2023' },
    )
    expect(file.plan.layout).toBe('fields-down')
    expect(file.plan.columns.map(({ zone }) => zone)).toEqual([
      undefined,
      undefined,
      '天府新区',
      '高新区',
      undefined,
    ])
    expect(file.zones).toEqual([
      { name: '天府新区', attributes: {}, row: 1 },
      { name: '高新区', attributes: {}, row: 1 },
    ])
    expect(lines(file)).toEqual([
      '天府新区|2023|tax=1万元',
      '高新区|2023|tax=2万元',
      '天府新区|2023|企业数=4家',
      '高新区|2023|企业数=(not-reported)家',
      '天府新区|2023|output=7亿元',
      '高新区|2023|output=8亿元',
    ])
    expect(file.observations.map(({ column }) => column)).toEqual([3, 4, 3, 4, 3, 4])
    expect(codes(file)).toEqual(['total-row@-,5'])
  })

  it('without a label over the quantities', () => {
    const file = read('2023年\n,天府新区,高新区\n税收(万元),1,2\n企业数(家),4,5\n')
    expect(lines(file)).toContain('高新区|2023|企业数=5家')
  })

  it('and a period in each row', () => {
    const file = read('年份,指标,天府新区,武侯区\n2022,税收(万元),1,2\n2023,税收(万元),3,4\n')
    expect(lines(file)).toEqual([
      '天府新区|2022|tax=1万元',
      '武侯区|2022|tax=2万元',
      '天府新区|2023|tax=3万元',
      '武侯区|2023|tax=4万元',
    ])
  })
})

describe('headers of several lines', () => {
  const expected = [
    'A|2022|tax=1万元',
    'A|2022|output=2亿元',
    'A|2023|tax=3万元',
    'A|2023|output=4亿元',
  ]

  it.each([
    ['园区,2022年,,2023年,\n,税收(万元),产值(亿元),税收(万元),产值(亿元)\n'],
    [',2022年,,2023年,\n园区,税收(万元),产值(亿元),税收(万元),产值(亿元)\n'],
    ['园区,2022,,2023,\n园区,税收,产值,税收,产值\n,万元,亿元,万元,亿元\n'],
  ])('%j', (head) => {
    expect(lines(read(`${head}A,1,2,3,4\n`))).toEqual(expected)
  })

  it('group, year, quarter and unit', () => {
    const file = read(
      '园区,税收,,,\n,2022年,,2023年,\n,一季度,二季度,一季度,二季度\n,万元,万元,万元,万元\nA,1,2,3,4\n',
    )
    expect(file.plan).toMatchObject({ headerRow: 1, headerRows: 4 })
    expect(lines(file)).toEqual([
      'A|2022Q1|tax=1万元',
      'A|2022Q2|tax=2万元',
      'A|2023Q1|tax=3万元',
      'A|2023Q2|tax=4万元',
    ])
  })

  it('the value itself beside its growth', () => {
    const file = read('园区,税收收入,\n,绝对值（万元）,增速（%）\nA,1,2\n', { period: '2023' })
    expect(lines(file)).toEqual(['A|2023|tax=1万元', 'A|2023|税收收入-增速=2%'])
  })
})

describe('merged names', () => {
  it('are filled down where the periods of the group differ', () => {
    const file = read(
      '园区,年份,税收(万元)\nA,2021,1\n,2022,2\n,2022,3\n,2023,\nB,2023,1\n\n,2022,1\n合计,2022,9\n,2021,1\n',
    )
    expect(lines(file)).toEqual(['A|2021|tax=1万元', 'A|2022|tax=2万元', 'B|2023|tax=1万元'])
    expect(codes(file).filter((code) => code.startsWith('zone'))).toEqual([
      'zone-missing@4,1',
      'zone-missing@5,1',
      'zone-missing@8,1',
      'zone-missing@10,1',
      'zone-filled-down@3,1',
    ])
  })

  it('are filled down where the quantities of a tidy group differ', () => {
    const file = read(
      '园区,年份,指标,数值\nA,2023,税收(万元),1\n,2023,产值(万元),2\n,2023,税收(万元),3\n',
    )
    expect(lines(file)).toEqual(['A|2023|tax=1万元', 'A|2023|output=2万元'])
  })

  it('are never guessed without periods', () => {
    const file = read('园区,税收(万元)\nA,1\n,2\n', { period: '2023' })
    expect(codes(file)).toEqual(['zone-missing@3,1'])
  })
})

describe('dates', () => {
  const at = (...dates: string[]) =>
    read(`园区,日期,税收(万元)\n${dates.map((date, i) => `Z${String(i)},${date},1\n`).join('')}`)

  it.each([
    [
      ['2022-12-31', '2023/12/31'],
      ['2022', '2023'],
    ],
    [
      ['2022-12-31', '2023/9/30'],
      ['2022Q4', '2023Q3'],
    ],
    [
      ['2022-12-15', '2023年9月30日'],
      ['2022-12', '2023-09'],
    ],
    [
      ['44926', '45291'],
      ['2022', '2023'],
    ],
    [
      ['44927', '45000'],
      ['2023-01', '2023-03'],
    ],
  ])('%j are %j', (dates, periods) => {
    const file = at(...dates)
    expect(file.periods).toEqual(periods)
    expect(codes(file)).toEqual(['period-from-date@-,2'])
  })

  it('are not seen in numbers under other headers', () => {
    expect(read('园区,年份,税收(万元)\nA,2023,44926\n').observations[0]?.value).toBe(44926)
  })

  it('halves belong to the year of the file', () => {
    const file = read('2023年园区\n园区,期间,税收(万元)\nA,上半年,1\nA,下半年,2\n')
    expect(file.periods).toEqual(['2023H1', '2023H2'])
    expect(lines(file)).toEqual(['A|2023H1|tax=1万元', 'A|2023H2|tax=2万元'])
  })
})

describe('units in every cell', () => {
  it('are the column’s, where the header has none', () => {
    const file = read('园区,年份,税收,面积\nA,2023,12万元,30亩\nB,2023,13万元,3\n')
    expect(file.plan.columns[2]).toMatchObject({ unit: '万元', unitSource: 'cells' })
    expect(file.plan.columns[3]).toMatchObject({ unit: null })
    expect(lines(file)).toContain('B|2023|tax=13万元')
  })

  it('are asked of every later cell too', () => {
    const rows = Array.from({ length: 600 }, (_, i) => `Z${String(i)},2023,${String(i)}万元\n`)
    const file = read(`园区,年份,税收\n${rows.join('')}A,2023,7\n`)
    expect(codes(file)).toEqual(['unit-conflict@602,3'])
    expect(file.summary.missing).toEqual({ 'unit-conflict': 1 })
  })
})

describe('totals', () => {
  it('are checked in tidy files, by period and quantity', () => {
    const file = read(
      '园区,年份,指标,数值,单位\nA,2023,税收,1,万元\nB,2023,税收,2,万元\nA,2023,产值,5,万元\n合计,2023,税收,3,万元\n合计,2023,产值,6,万元\n合计,2022,税收,6,万元\n',
    )
    const found = file.problems.filter(({ code }) => code === 'total-mismatch')
    expect(found).toMatchObject([{ row: 6, column: 4, params: { total: 6, sum: 5 } }])
    expect(file.summary.skipped.totals).toBe(3)
  })

  it('are zones where a file has nothing else', () => {
    const file = read('园区,年份,税收(万元)\n全市,2022,1\n全市,2023,2\n')
    expect(lines(file)).toEqual(['全市|2022|tax=1万元', '全市|2023|tax=2万元'])
  })
})
