import { describe, expect, test } from 'vitest'
import {
  compareNames,
  digitsOfColumn,
  formatNumber,
  formatQuantity,
  formatShare,
  formatTime,
  name,
  periodText,
  unitText,
} from './format.ts'

test.each([
  [1_234_567, '1,234,567'],
  [1234.5678, '1,235'],
  [712.34, '712.3'],
  [31.018, '31.02'],
  [0.81, '0.81'],
  [0.012345, '0.01235'],
  [-31.018, '-31.02'],
  [0, '0'],
])('%d is written with about four figures: %s', (value, text) => {
  expect(formatNumber(value, 'zh')).toBe(text)
})

test('given decimals are all written, so that a column lines up', () => {
  expect(formatNumber(0.8, 'zh', 2)).toBe('0.80')
})

test.each([
  [31.02, '万元/亩', 'zh', '31.02 万元/亩'],
  [31.02, '万元/亩', 'en', '31.02 × 10,000 CNY/mu'],
  [12.3, '%', 'zh', '12.3%'],
  [12.3, '%', 'en', '12.3 %'],
  [1.2, '1', 'zh', '1.2 比值'],
  [7, null, 'en', '7 unit unknown'],
  [7, 'quux', 'zh', '7 quux'],
] as const)('%d in %s (%s) is %s', (value, unit, locale, text) => {
  expect(formatQuantity(value, unit, { locale })).toBe(text)
})

describe('a column', () => {
  test('of whole numbers has no decimals', () => {
    expect(digitsOfColumn([3, null, 12])).toBe(0)
  })
  test('takes its decimals from the middle value', () => {
    expect(digitsOfColumn([0.5, 31.02, 712.3])).toBe(2)
  })
  test('without values has none', () => {
    expect(digitsOfColumn([null])).toBe(0)
  })
})

test('names sort as a Chinese dictionary does, with numbers by size', () => {
  expect(['新津', '10区', '2区', '成华'].sort(compareNames)).toEqual([
    '2区',
    '10区',
    '成华',
    '新津',
  ])
})

test('a name falls back to the other language', () => {
  expect(name({ zh: '税收', en: '' }, 'en')).toBe('税收')
})

test('periods, shares, units and times are written in words', () => {
  expect(periodText('2024', 'zh')).toBe('2024 年')
  expect(periodText('2024Q1', 'zh')).toBe('2024Q1')
  expect(formatShare(0.732, 'en')).toBe('73%')
  expect(unitText('亩', 'en')).toBe('mu')
  expect(formatTime('2026-11-23T11:36:34.445Z', 'zh')).toBe('2026年11月23日 19:36')
})
