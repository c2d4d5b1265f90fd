import { describe, expect, it } from 'vitest'
import { codes, lines, read } from './testing/encode.ts'

describe('months, quarters and halves without a year', () => {
  it('belong to the year of the file and are no zones', () => {
    const file = read('园区：甲园\n指标,单位,一季度,二季度\n税收,万元,10,11\n', {
      name: '2023年.csv',
    })
    expect(lines(file)).toEqual(['甲园|2023Q1|tax=10万元', '甲园|2023Q2|tax=11万元'])
    expect(codes(file)).toEqual(['period-from-name@-,-'])
  })

  it('are periods of the quantity that the file names', () => {
    const file = read('园区,1-3月,1-6月\nA,1,3\n', { name: '2023年税收(万元).csv' })
    expect(lines(file)).toEqual(['A|2023-03|tax=1万元', 'A|2023-06|tax=3万元'])
    expect(file.slots.map(({ basis }) => basis)).toEqual(['cumulative'])
  })

  it('stand under a quantity or before it, beside what counts from January', () => {
    const group = read('园区,税收(万元),\n,9月当月,1-9月累计\nA,1,9\n', { name: '2023年9月.csv' })
    expect(lines(group)).toEqual(['A|2023-09|tax=1万元', 'A|2023-09|税收-累计=9万元'])
    const front = read('园区,1季度税收(万元),上半年税收(万元)\nA,1,9\n', { name: '2023年.csv' })
    expect(lines(front)).toEqual(['A|2023Q1|tax=1万元', 'A|2023H1|tax=9万元'])
    const end = read('园区,3月末从业人员(人)\nA,7\n', { name: '2023年.csv' })
    expect(lines(end)).toEqual(['A|2023-03|employees=7人'])
  })

  it('stay what they are where rows have years of their own, and need a year elsewhere', () => {
    const rows = read('园区,年份,1月税收(万元)\nA,2022,1\nA,2023,2\n')
    expect(lines(rows)).toEqual(['A|2022|1月税收=1万元', 'A|2023|1月税收=2万元'])
    expect(read('园区：甲园\n指标,单位,一季度,二季度\n税收,万元,10,11\n').observations).toEqual([])
  })
})

describe('changes and shares', () => {
  it('are those of the quantity to their left, and of its period', () => {
    const file = read(
      '园区,2023年税收(万元),同比增长(%),2022年税收(万元),同比增长(%),占全市比重(%)\nA,100,5,95,3,1\n',
    )
    expect(lines(file)).toEqual([
      'A|2023|tax=100万元',
      'A|2023|税收-同比增长=5%',
      'A|2022|tax=95万元',
      'A|2022|税收-同比增长=3%',
      'A|2022|税收-占全市比重=1%',
    ])
  })

  it('never stand in for a blank figure of a row that names its quantity', () => {
    const file = read(
      '园区：甲园\n指标,单位,2023年,比上年增长(%)\n税收,万元,,5.1\n产值,亿元,1,2.2\n',
    )
    expect(lines(file)).toEqual(['甲园|2023|tax=(not-reported)万元', '甲园|2023|output=1亿元'])
    expect(codes(file)).toContain('field-missing@-,4')
    const tidy = read(
      '园区,年份,指标,单位,数值,上年同期\nA,2023,税收,万元,,9\nB,2023,税收,万元,2,8\n',
    )
    expect(lines(tidy)).toEqual(['A|2023|tax=(not-reported)万元', 'B|2023|tax=2万元'])
    expect(codes(tidy)).toEqual(['field-missing@-,6'])
  })

  it('nor do sums from January', () => {
    const file = read('园区：甲园\n指标,单位,2023年9月,2023年1-9月\n税收,万元,,9\n产值,亿元,1,9\n')
    expect(lines(file)).toEqual([
      '甲园|2023-09|tax=(not-reported)万元',
      '甲园|2023-09|output=1亿元',
    ])
    expect(codes(file)).toContain('field-missing@-,4')
  })
})

describe('what a file leaves open', () => {
  it('is not answered by a line over the header that names two years', () => {
    const head = '园区,2023年,,,,2022年,,,\n,税收,,产值,,税收,,产值,\n'
    const units = ',本级(万元),上缴(万元),规上(亿元),规下(亿元)'
    const file = read(`${head}${units}${units}\nA,1,2,3,4,5,6,7,8\n`)
    expect(lines(file).filter((line) => line.includes('本级'))).toEqual([
      'A|2023|税收-本级=1万元',
      'A|2022|税收-本级=5万元',
    ])
    const alone = read('2023年,2022年\n园区,税收(万元)\nA,1\n', { headerRow: 2 })
    expect(codes(alone)).toEqual(['period-missing@-,-'])
  })

  it('is told where a row names no unit', () => {
    const file = read('园区,年份,指标,单位,数值\nA,2023,税收,,1\nB,2023,税收,万元,2\n')
    expect(codes(file)).toEqual(['unit-missing@-,3'])
  })

  it('is the name of no field either', () => {
    const file = read('园区,2022年,2021年\nA,2,1\n', { name: '2023年公报税收(万元).csv' })
    expect(file.slots.map(({ field }) => field.name)).toEqual(['公报税收'])
  })
})

describe('zones', () => {
  it('may be numbers where the header says that they are zones', () => {
    const file = read('园区,年份,税收(万元)\n798,2023,1\n1912,2023,2\n')
    expect(lines(file)).toEqual(['798|2023|tax=1万元', '1912|2023|tax=2万元'])
  })

  it('have no code where Excel rounded it', () => {
    const file = read(
      '代码,园区,年份,税收(万元)\n5.10E+11,A,2023,1\n5.1E+11,B,2023,2\n001,C,2023,3\n',
    )
    expect(file.zones.map(({ code }) => code)).toEqual([undefined, undefined, '001'])
  })
})
