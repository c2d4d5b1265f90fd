import { describe, expect, it } from 'vitest'
import { splitBasis } from './basis.ts'
import { codes, lines, read } from './testing/encode.ts'

describe('labels that say what their figure counts', () => {
  it.each([
    ['累计税收(万元)', '税收(万元)', 'cumulative', null],
    ['税收（累计）(万元)', '税收(万元)', 'cumulative', null],
    ['税收(万元) 累计', '税收(万元)', 'cumulative', null],
    ['1-9月税收(万元)', '税收(万元)', 'cumulative', '1-9月'],
    ['税收_一至九月(万元)', '税收(万元)', 'cumulative', '一至九月'],
    ['前三季度税收', '税收', 'cumulative', '前三季度'],
    ['tax YTD', 'tax', 'cumulative', null],
    ['本月税收', '税收', 'own', null],
    ['税收_当期_万元', '税收_万元', 'own', null],
    ['累计(万元)', '累计(万元)', null, null],
    ['本期数', '本期数', null, null],
    ['税收累计增速(%)', '税收累计增速(%)', null, null],
    ['税收', '税收', null, null],
  ])('%s', (text, label, basis, span) => {
    expect(splitBasis(text)).toEqual({ label, basis, span })
  })
})

describe('cumulative figures', () => {
  it('keep the field where they stand alone, and say what they are', () => {
    const file = read('园区,时间,税收(万元)\nA,2023年1-9月,9\nB,2023年1-6月,18\n')
    expect(lines(file)).toEqual(['A|2023-09|tax=9万元', 'B|2023-06|tax=18万元'])
    expect(file.slots).toEqual([
      { field: { id: 'tax', isNew: false, name: '税收' }, unit: '万元', basis: 'cumulative' },
    ])
    expect(codes(file)).toEqual(['period-cumulative@2,2'])
  })

  it('stand apart from the period’s own in rows, in whatever order', () => {
    const own = 'A,2023年9月,1\n'
    const sum = 'A,2023年1-9月,9\n'
    const expected = ['A|2023-09|tax=1万元', 'A|2023-09|税收-累计=9万元']
    for (const rows of [own + sum, sum + own]) {
      const file = read(`园区,时间,税收(万元)\n${rows}A,2023年1-12月,12\n`)
      expect(lines(file).sort()).toEqual(['A|2023|tax=12万元', ...expected].sort())
      expect(file.slots.map(({ basis }) => basis)).toEqual([undefined, 'cumulative'])
      expect(file.observations.map(({ column }) => column)).toEqual([3, 3, 3])
    }
  })

  it('stand apart in tidy rows', () => {
    const file = read(
      'zone,period,指标,数值,单位\nA,2023年9月,税收,9,万元\nA,2023年1-9月,税收,18,万元\n',
    )
    expect(lines(file)).toEqual(['A|2023-09|tax=9万元', 'A|2023-09|税收-累计=18万元'])
  })

  it('stand apart in columns, under one group', () => {
    const file = read(
      '2023年9月主要指标\n园区,税收(万元),,产值(万元),\n,累计,本月,本月,1-9月\nA,2,1,3,4\n',
    )
    expect(lines(file)).toEqual([
      'A|2023-09|税收-累计=2万元',
      'A|2023-09|tax=1万元',
      'A|2023-09|output=3万元',
      'A|2023-09|产值-累计=4万元',
    ])
    expect(file.plan.columns.map(({ basis }) => basis)).toEqual([
      undefined,
      'cumulative',
      'own',
      'own',
      'cumulative',
    ])
  })

  it('stand apart where periods are columns', () => {
    const file = read('指标：税收(万元)\n园区,2023年9月,2023年1-9月,2022年1-12月\nA,2,9,12\n')
    expect(lines(file)).toEqual([
      'A|2023-09|tax=2万元',
      'A|2023-09|税收-累计=9万元',
      'A|2022|tax=12万元',
    ])
  })

  it('take the year of the file, and are left out where each row has its own', () => {
    expect(lines(read('园区,1-9月税收(万元)\nA,1\n', { period: '2023' }))).toEqual([
      'A|2023-09|tax=1万元',
    ])
    const file = read('园区,年份,1-9月税收(万元),产值(万元)\nA,2023,1,2\n')
    expect(lines(file)).toEqual(['A|2023|output=2万元'])
    expect(codes(file)).toEqual(['period-unparsed@-,3'])
  })

  it('are known by the title', () => {
    const file = read('2023年1-9月税收\n园区,税收(万元)\nA,1\n')
    expect(file.slots[0]).toMatchObject({ basis: 'cumulative' })
    expect(lines(file)).toEqual(['A|2023-09|tax=1万元'])
  })

  it('leave built-in names alone that say 累计 themselves', () => {
    const file = read('园区,年份,累计固定资产投资(万元)\nA,2023,1\n')
    expect(file.slots[0]).toEqual({
      field: { id: 'fixed-asset-investment', isNew: false, name: '累计固定资产投资' },
      unit: '万元',
    })
  })
})
