import { expect, test } from 'vitest'
import {
  comparable,
  conversionText,
  convert,
  currencyOf,
  parseUnit,
  unitOf,
  withCurrency,
} from './index.ts'

const conversions: readonly (readonly [
  source: string,
  value: number,
  from: string,
  to: string,
  expected: number,
])[] = [
  // 1 ha = 15 mu exactly; the table of the units in which one indicator is really published.
  ['Sichuan and the national standard', 1, '万元/亩', '万元/公顷', 15],
  ['the national standard', 1, '万元/公顷', '万元/亩', 1 / 15],
  ['Shenzhen', 1, '元/m²', '万元/亩', 1 / 15],
  ['Shenzhen', 1, '元/m²', '万元/公顷', 1],
  ['zone reports', 1, '亿元/km²', '万元/亩', 20 / 3],
  ['zone reports', 1, '亿元/km²', '万元/公顷', 100],
  ['definition', 1, 'km²', '亩', 1500],
  ['definition', 1, 'ha', '亩', 15],
  ['definition', 1, '亩', 'm²', 2000 / 3],
  ['definition', 1, '亿元', '万元', 10_000],
  ['Longchang 2022, investment', 150, '万元/亩', '万元/公顷', 2250],
  ['Longchang 2022, tax', 8, '万元/亩·年', '亿元/km²', 1.2],
  ['GB/T 2589, 29 307.6 kJ/kg', 1, 'tce', 'GJ', 29.3076],
  ['GB/T 2589, calorific value', 10_000, '千瓦时', '吨标准煤', 30_000 / 24_423],
  ['percent', 7, '%', '1', 0.07],
  ['percent', 7, '%', '‰', 70],
]

test.each(conversions)('%s: %d %s in %s', (_, value, from, to, expected) => {
  expect(convert(value, unitOf(from), unitOf(to))).toBe(expected)
})

const texts: readonly (readonly [from: string, to: string, expected: string])[] = [
  ['亿元', '万元', '亿元 × 10 000 → 万元'],
  ['万元/公顷', '万元/亩', '万元/公顷 ÷ 15 → 万元/亩'],
  ['亿元/km²', '万元/亩', '亿元/km² × 20/3 → 万元/亩'],
  ['元/m²', '万元/公顷', '元/m² → 万元/公顷'],
  ['元', '亿元', '元 ÷ 100 000 000 → 亿元'],
]

test.each(texts)('the conversion of %s to %s in words', (from, to, expected) => {
  expect(conversionText(unitOf(from), unitOf(to))).toBe(expected)
})

test('the conversion in English', () => {
  expect(conversionText(unitOf('亿元'), unitOf('万元'), 'en')).toBe(
    '100 million CNY × 10 000 → 10,000 CNY',
  )
})

const incomparable: readonly (readonly [string, string])[] = [
  ['万元', '万美元'],
  ['家/km²', '人/km²'],
  ['亩', 'km'],
  ['万元/月', '万元/年'],
  ['吨', '吨标煤'],
  ['万元', '万元/亩'],
]

test.each(incomparable)('%s and %s do not compare', (a, b) => {
  expect(comparable(unitOf(a), unitOf(b))).toBe(false)
  expect(() => convert(1, unitOf(a), unitOf(b))).toThrow('does not convert')
})

test('a yearly flow compares with the amount, because tax is filed in 万元', () => {
  expect(comparable(unitOf('万元/年'), unitOf('万元'))).toBe(true)
  expect(unitOf('万元/亩·年').dimension).toEqual(unitOf('万元/亩').dimension)
})

test('another currency takes the place of the yuan and keeps the rest', () => {
  expect(withCurrency(unitOf('万元/亩·年'), 'PLN').id).toBe('万PLN/亩·年')
  expect(withCurrency(unitOf('万元'), 'USD').id).toBe('万美元')
  expect(withCurrency(unitOf('家/km²'), 'PLN').id).toBe('家/km²')
  expect(() => withCurrency(unitOf('万元'), 'XXX')).toThrow('No currency XXX')
})

test('the currency of a unit', () => {
  expect(currencyOf(unitOf('亿元/km²'))).toBe('CNY')
  expect(currencyOf(unitOf('PLN bn'))).toBe('PLN')
  expect(currencyOf(unitOf('亩'))).toBeNull()
})

test('a unit is plain data that survives JSON', () => {
  const unit = unitOf('万元/亩')
  expect(JSON.parse(JSON.stringify(unit))).toEqual(unit)
})

test('a factor that no double holds exactly is no unit', () => {
  expect(parseUnit('万亿元/万亿km²')).not.toBeNull()
  expect(parseUnit('万亿km²')).toBeNull()
})
