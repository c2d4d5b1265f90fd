import { parseUnit } from '../parse-unit.ts'
import type { SupplyRule } from './rule.ts'

type Lang = 'zh' | 'en'

const number = (value: number) => String(Number(value.toPrecision(12)))
const percent = (value: number) => `${number(value * 100)}%`
const symbol = (text: string, lang: Lang) => parseUnit(text)?.symbol[lang] ?? text

/** A rule in sentences, one for each part: intensity, area, price, missed promises. */
export function supplyRuleText(rule: SupplyRule, lang: Lang): string[] {
  return lang === 'zh' ? chinese(rule) : english(rule)
}

function chinese({ intensity, area, price, penalty }: SupplyRule): string[] {
  const unit = symbol(intensity.unit, 'zh')
  const own = intensity.industries.map(
    ({ industry, required }) => `${industry} ${number(required)}`,
  )
  const listed = own.length === 0 ? '' : `${own.join('、')}，其他产业 `
  const tax = symbol(price.unit, 'zh')
  const steps = price.steps.map(
    ({ from, factor }) => `亩均税收达到 ${number(from)} ${tax}时为 ${number(factor)}`,
  )
  const limits = [
    area.step === 0 ? '不取整' : `按 ${number(area.step)} 亩向下取整`,
    '不超过申请面积',
    ...(area.cap === null ? [] : [`不超过 ${number(area.cap)} 亩`]),
    ...(area.least === 0 ? [] : [`不足 ${number(area.least)} 亩不供地`]),
  ]
  return [
    `投资强度要求：${listed}${number(intensity.otherwise)} ${unit}。`,
    `可供面积 = 承诺投资 ÷ 投资强度要求，${limits.join('，')}。`,
    `土地单价 = 基准地价 × 系数；系数：${steps.join('；')}。`,
    `未兑现承诺：投资违约金 = ${number(penalty.investmentRate)} × 未完成投资比例 × 土地价款；` +
      `税收补差（每年）= ${number(penalty.taxRate)} × 亩均税收缺口 × 面积；` +
      `缺口不超过承诺的 ${percent(penalty.tolerance)} 时免除，超过时全额计算。`,
  ]
}

// `350 × 10,000 CNY/mu`: a unit that starts with a figure would run into the number.
function timesUnit(id: string): string {
  const text = symbol(id, 'en')
  return /^\d/u.test(text) ? `× ${text}` : text
}

function english({ intensity, area, price, penalty }: SupplyRule): string[] {
  const unit = timesUnit(intensity.unit)
  const own = intensity.industries.map(
    ({ industry, required }) => `${industry} ${number(required)}`,
  )
  const listed = own.length === 0 ? '' : `${own.join(', ')}, other industries `
  const tax = timesUnit(price.unit)
  const steps = price.steps.map(
    ({ from, factor }) => `${number(factor)} from ${number(from)} ${tax}`,
  )
  const limits = [
    area.step === 0 ? 'not rounded' : `rounded down to ${number(area.step)} mu`,
    'no more than the area asked for',
    ...(area.cap === null ? [] : [`no more than ${number(area.cap)} mu`]),
    ...(area.least === 0 ? [] : [`nothing below ${number(area.least)} mu`]),
  ]
  return [
    `Required investment intensity: ${listed}${number(intensity.otherwise)} ${unit}.`,
    `Area granted = promised investment ÷ required intensity, ${limits.join(', ')}.`,
    `Land price per mu = base price × factor; the factor by tax per mu: ${steps.join('; ')}.`,
    `Missed promises: for the investment ${number(penalty.investmentRate)} × share missing × land price; ` +
      `for the tax, each year, ${number(penalty.taxRate)} × missing tax per mu × area; ` +
      `nothing for a shortfall of up to ${percent(penalty.tolerance)} of the promise, else all of it.`,
  ]
}
