import { describe, expect, it } from 'vitest'
import { joinPeriod, parsePeriod, periodInText, splitDatedLabel } from './period.ts'

describe('periods', () => {
  it.each([
    ['2020', '2020'],
    ['2020年', '2020'],
    ['2020年度', '2020'],
    ['２０２０年', '2020'],
    ['二〇二〇年', '2020'],
    ['2020.0', '2020'],
    ['2020Q1', '2020Q1'],
    ['2020-Q3', '2020Q3'],
    ['Q3 2020', '2020Q3'],
    ['2020年第一季度', '2020Q1'],
    ['2020一季度', '2020Q1'],
    ['2020年4季度', '2020Q4'],
    ['2020-03', '2020-03'],
    ['2020/3', '2020-03'],
    ['2020年3月', '2020-03'],
    ['202003', '2020-03'],
    ['2020-03-31', '2020-03'],
    ['2020上半年', '2020H1'],
    ['2020年下半年', '2020H2'],
    ['2020H1', '2020H1'],
    ['2020年\t', '2020'],
    ['2020.03', '2020-03'],
    ['2020年末', '2020'],
    ['2020年九月', '2020-09'],
    ['2020年1-12月', '2020'],
    ['2020年前四季度', '2020'],
  ])('%s', (text, id) => {
    expect(parsePeriod(text)).toEqual({ id, cumulative: false })
  })

  it.each([
    ['2020年1-9月', '2020-09'],
    ['2020年1—9月累计', '2020-09'],
    ['2020年前三季度', '2020-09'],
    ['2020年累计', '2020'],
    ['2020年一至九月', '2020-09'],
    ['2020年1-3季度', '2020-09'],
    ['2020年前9个月', '2020-09'],
    ['2020年三季度累计', '2020-09'],
  ])('%s is cumulative', (text, id) => {
    expect(parsePeriod(text)).toEqual({ id, cumulative: true })
  })

  it.each([
    '',
    '20',
    '1234',
    '2020-13',
    '上年=100',
    '2020-2023',
    '最近20年',
    '2020Q5',
    '20x0',
    '’23年',
    '2020年3-9月',
    '45291',
  ])('%j is none', (text) => {
    expect(parsePeriod(text)).toBeNull()
  })

  it.each([
    ['2020', '1', 'quarter', '2020Q1'],
    ['2020年', '第三季度', 'quarter', '2020Q3'],
    ['2020', '3', 'month', '2020-03'],
    ['2020', '上半年', 'half', '2020H1'],
    ['2020', '1-9月', 'any', '2020-09'],
    ['2020', '全年', 'any', '2020'],
    ['2020', '', 'quarter', '2020'],
    ['2020', '前三季度', 'quarter', '2020-09'],
    ['2020', '1-12月', 'month', '2020'],
    ['2020', '累计', 'any', undefined],
  ])('joins %s and %s', (year, rest, part, id) => {
    expect(joinPeriod(year, rest, part)?.id).toBe(id)
  })

  it('finds the only period of a title', () => {
    expect(periodInText('成都市2023年产业功能区主要指标')).toBe('2023')
    expect(periodInText('zones-2023Q2')).toBe('2023Q2')
    expect(periodInText('panel_2005_2024')).toBeNull()
    expect(periodInText('时间：2011年-2025年')).toBeNull()
    expect(periodInText('A20231')).toBeNull()
  })

  it('splits dated labels, and leaves base years alone', () => {
    expect(splitDatedLabel('2023年税收(万元)')).toEqual({ label: '税收(万元)', period: '2023' })
    expect(splitDatedLabel('税收_2023')).toEqual({ label: '税收', period: '2023' })
    expect(splitDatedLabel('税收（2023年）')).toEqual({ label: '税收', period: '2023' })
    expect(splitDatedLabel('2015年不变价GDP')).toBeNull()
    expect(splitDatedLabel('税收')).toBeNull()
  })
})
