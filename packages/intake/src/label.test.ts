import { describe, expect, it } from 'vitest'
import { slug, splitLabel } from './label.ts'

describe('units in headers', () => {
  it.each([
    ['税收（亿元）', '税收', '亿元'],
    ['税收(万元)', '税收', '万元'],
    ['Total Area [ha]', 'Total Area', '公顷'],
    ['GDP_亿元', 'GDP', '亿元'],
    ['城镇化率_%', '城镇化率', '%'],
    ['税收,万元', '税收', '万元'],
    ['税收：万元', '税收', '万元'],
    ['亩均税收/万元/亩', '亩均税收', '万元/亩'],
    ['进出口总额_亿元人民币', '进出口总额', '亿元'],
    ['进出口总额_万美元', '进出口总额', '万美元'],
    ['人口数(人口抽样调查)(人)', '人口数(人口抽样调查)', '人'],
    ['投资(不含农户)到位资金_比上年增长(%)', '投资(不含农户)到位资金_比上年增长', '%'],
    ['税收(亿元，当年价)', '税收(当年价)', '亿元'],
    ['增长率%', '增长率', '%'],
    ['税收 万元', '税收', '万元'],
    ['税收(单位：万元)', '税收', '万元'],
    ['2024年\t', '2024年', null],
    ['GDP指数_上年=100', 'GDP指数_上年=100', null],
    ['指数(上年=100)', '指数(上年=100)', null],
    ['投资(不含农户)', '投资(不含农户)', null],
    ['税收/亩', '税收/亩', null],
    ['公有单位专业技术人员_NBS_人', '公有单位专业技术人员_NBS', '人'],
  ])('%s', (label, name, unit) => {
    const split = splitLabel(label)
    expect(split.name).toBe(name)
    expect(split.unit?.id ?? null).toBe(unit)
    expect(split.unknown).toBeNull()
  })

  it('notices what looks like a unit and is none', () => {
    expect(splitLabel('能耗(吉卡元)')).toMatchObject({ name: '能耗(吉卡元)', unknown: '吉卡元' })
  })

  it('makes ids that stay the same', () => {
    expect(slug('GDP 当年价')).toBe('gdp-当年价')
    expect(slug('GDP指数_上年=100')).toBe('gdp指数_上年-100')
    expect(slug('（）')).toBe('field')
  })
})
