import { describe, expect, it } from 'vitest'
import { missing, type Measure } from '../measure.ts'
import { parseUnit } from '../parse-unit.ts'
import { decideSupply, supplyPenalty, type SupplyPromises, type SupplyRequest } from './decide.ts'
import { supplyRuleFaults, type SupplyRule } from './rule.ts'
import { STARTER_SUPPLY_RULE } from './starter.ts'
import { supplyRuleText } from './words.ts'

const measure = (value: number, unit: string): Measure => ({
  ok: true,
  value,
  unit: parseUnit(unit),
})
const shown = (result: Measure) =>
  result.ok ? [result.value, result.unit?.id ?? null] : result.reason

const RULE: SupplyRule = {
  intensity: {
    unit: '万元/亩',
    otherwise: 350,
    industries: [{ industry: '集成电路', required: 500 }],
  },
  area: { cap: 100, least: 5, step: 0.5 },
  price: {
    unit: '万元/亩·年',
    steps: [
      { from: 0, factor: 1 },
      { from: 20, factor: 0.9 },
    ],
  },
  penalty: { investmentRate: 0.1, taxRate: 1, tolerance: 0.1 },
}

const ask = (over: Partial<SupplyRequest> = {}): SupplyRequest => ({
  industry: null,
  investment: measure(7000, '万元'),
  taxPerLand: measure(20, '万元/亩·年'),
  area: measure(30, '亩'),
  basePrice: measure(40, '万元/亩'),
  ...over,
})

describe('what is granted', () => {
  it('is the area that the investment covers, at the price of its tax', () => {
    const found = decideSupply(RULE, ask())
    expect(found.limit).toBe('entitled')
    expect(found.listed).toBe(false)
    const { required, entitled, granted, matching, factor, unitPrice, price } = found
    expect([required, entitled, granted, matching, factor, unitPrice, price].map(shown)).toEqual([
      [350, '万元/亩'],
      [20, '亩'],
      [20, '亩'],
      [20 / 30, null],
      [0.9, null],
      [36, '万元/亩'],
      [720, '万元'],
    ])
  })

  it.each([
    ['a listed industry', { industry: ' 集成 电路' }, 14, 'entitled'],
    ['what is asked for', { area: measure(12.3, '亩') }, 12.3, 'asked'],
    ['the cap', { area: measure(300, '亩'), investment: measure(10, '亿元') }, 100, 'cap'],
    ['the least plot', { investment: measure(1700, '万元') }, 0, 'least'],
    ['a step, downwards', { investment: measure(7170, '万元') }, 20, 'entitled'],
    ['hectares', { area: measure(1, '公顷') }, 15, 'asked'],
  ] as const)('ends at %s', (_, over, area, limit) => {
    const { granted, limit: by } = decideSupply(RULE, ask(over))
    expect([shown(granted), by]).toEqual([[area, '亩'], limit])
  })

  it.each([
    ['investment', { investment: missing('not-reported') }, 'not-reported', 'not-reported'],
    [
      'a unit',
      { investment: { ok: true, value: 1, unit: null } as const },
      'unit-unknown',
      'unit-unknown',
    ],
    ['the area', { area: missing('suppressed') }, 'suppressed', 'suppressed'],
    ['a fitting unit', { area: measure(3, '万元') }, 'unit-conflict', 'unit-conflict'],
    ['sense', { area: measure(-3, '亩') }, 'out-of-domain', 'out-of-domain'],
  ] as const)('is missing without %s, and says why', (_, over, granted, price) => {
    const found = decideSupply(RULE, ask(over))
    expect([shown(found.granted), shown(found.price), found.limit]).toEqual([granted, price, null])
  })

  it('has no price without tax or base price, yet an area', () => {
    const found = decideSupply(RULE, ask({ taxPerLand: missing('not-reported') }))
    expect([shown(found.price), shown(found.granted)]).toEqual(['not-reported', [20, '亩']])
    expect(shown(decideSupply(RULE, ask({ basePrice: missing('excluded') })).price)).toBe(
      'excluded',
    )
  })

  it('has no matching where no area was supplied', () => {
    expect(shown(decideSupply(RULE, ask({ area: measure(0, '亩') })).matching)).toBe(
      'zero-denominator',
    )
  })
})

describe('a missed promise', () => {
  const promises = (over: Partial<SupplyPromises> = {}): SupplyPromises => ({
    investment: measure(7000, '万元'),
    reachedInvestment: measure(0.35, '亿元'),
    taxPerLand: measure(20, '万元/亩·年'),
    reachedTaxPerLand: measure(15, '万元/亩·年'),
    area: measure(20, '亩'),
    landPrice: measure(720, '万元'),
    ...over,
  })

  it('costs its share of the land price and the tax that is missing', () => {
    const { investmentShortfall, investment, taxShortfall, tax } = supplyPenalty(RULE, promises())
    expect([investmentShortfall, investment, taxShortfall, tax].map(shown)).toEqual([
      [0.5, null],
      [36, '万元'],
      [5, '万元/亩·年'],
      [100, '万元'],
    ])
  })

  it.each([
    ['within the tolerance', { reachedInvestment: measure(6300, '万元') }, [0, '万元']],
    ['more than promised', { reachedInvestment: measure(9000, '万元') }, [0, '万元']],
    ['nothing promised', { investment: measure(0, '万元') }, 'zero-denominator'],
    ['nothing known', { reachedInvestment: missing('not-yet-published') }, 'not-yet-published'],
    ['no price', { landPrice: missing('not-reported') }, 'not-reported'],
  ] as const)('%s', (_, over, cost) => {
    expect(shown(supplyPenalty(RULE, promises(over)).investment)).toEqual(cost)
  })
})

describe('a rule', () => {
  it('of the start can be applied, and so can the one above', () => {
    expect([supplyRuleFaults(STARTER_SUPPLY_RULE), supplyRuleFaults(RULE)]).toEqual([[], []])
  })

  it.each([
    ['/intensity/unit', 'unit', { intensity: { ...RULE.intensity, unit: '亩' } }],
    ['/intensity/otherwise', 'positive', { intensity: { ...RULE.intensity, otherwise: 0 } }],
    ['/area/cap', 'positive', { area: { ...RULE.area, cap: -1 } }],
    ['/area/step', 'not-negative', { area: { ...RULE.area, step: Number.NaN } }],
    ['/price/steps', 'first-step', { price: { ...RULE.price, steps: [{ from: 1, factor: 1 }] } }],
    [
      '/price/steps/1/from',
      'ascending',
      {
        price: {
          ...RULE.price,
          steps: [
            { from: 0, factor: 1 },
            { from: 0, factor: 2 },
          ],
        },
      },
    ],
    ['/penalty/tolerance', 'share', { penalty: { ...RULE.penalty, tolerance: 1 } }],
    [
      '/intensity/industries/1/industry',
      'twice',
      {
        intensity: {
          ...RULE.intensity,
          industries: [
            { industry: 'A', required: 1 },
            { industry: ' a', required: 2 },
          ],
        },
      },
    ],
  ])('says what is wrong at %s', (pointer, code, over) => {
    expect(supplyRuleFaults({ ...RULE, ...over })).toEqual([{ pointer, code }])
  })

  it('is put into words in both languages', () => {
    expect(supplyRuleText(RULE, 'zh')).toMatchInlineSnapshot(`
      [
        "投资强度要求：集成电路 500，其他产业 350 万元/亩。",
        "可供面积 = 承诺投资 ÷ 投资强度要求，按 0.5 亩向下取整，不超过申请面积，不超过 100 亩，不足 5 亩不供地。",
        "土地单价 = 基准地价 × 系数；系数：亩均税收达到 0 万元/亩·年时为 1；亩均税收达到 20 万元/亩·年时为 0.9。",
        "未兑现承诺：投资违约金 = 0.1 × 未完成投资比例 × 土地价款；税收补差（每年）= 1 × 亩均税收缺口 × 面积；缺口不超过承诺的 10% 时免除，超过时全额计算。",
      ]
    `)
    expect(supplyRuleText(RULE, 'en')).toMatchInlineSnapshot(`
      [
        "Required investment intensity: 集成电路 500, other industries 350 × 10,000 CNY/mu.",
        "Area granted = promised investment ÷ required intensity, rounded down to 0.5 mu, no more than the area asked for, no more than 100 mu, nothing below 5 mu.",
        "Land price per mu = base price × factor; the factor by tax per mu: 1 from 0 × 10,000 CNY/mu·yr; 0.9 from 20 × 10,000 CNY/mu·yr.",
        "Missed promises: for the investment 0.1 × share missing × land price; for the tax, each year, 1 × missing tax per mu × area; nothing for a shortfall of up to 10% of the promise, else all of it.",
      ]
    `)
  })
})
