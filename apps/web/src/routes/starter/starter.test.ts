import type { Starter } from '@permu/api/client'
import { expect, test } from 'vitest'
import { messages } from './messages.ts'
import { parseStarter, printStarter } from './state.ts'
import { itemsOf, markText, starterVerdict } from './view.ts'

const quantity = (id: string, unit: string) => ({
  ...{ id, name: { zh: id, en: id }, unit },
  ...{ better: 'more' as const, kind: 'indicator' as const },
})
const row = (name: string, values: readonly (number | null)[]) => ({
  ...{ zone: name, name, type: null },
  cells: values.map((value) => ({
    value,
    reason: value === null ? 'not-reported' : null,
    fields: [],
  })),
})
const none = { compared: 0, denser: 0, middle: null, times: [] }
const found: Starter = {
  period: '2024',
  dataVersion: '1',
  quantities: [
    quantity('starter-zone-output', '亿元/km²'),
    quantity('zone-output-density', '亿元/km²'),
    quantity('output-per-land', '亿元/km²'),
    quantity('starter-zone-size', 'km²'),
    quantity('starter-zone-build-out', '%'),
  ],
  densities: { starter: 0, planned: 1, supplied: 2 },
  mark: 1,
  rows: [
    row('甲', [30, 6, 60, 1, 50]),
    row('乙', [50, null, 70, 2.5, 40]),
    row('丙', [null, 3, null, null, null]),
  ],
  beside: {
    planned: { compared: 1, denser: 1, middle: 5, times: [5, null, null] },
    supplied: none,
  },
  medians: [40, 4.5, 65, 1.75, 45],
  progress: { periods: ['2024'], quantities: [] },
}

test('the verdict in both languages', () => {
  expect(starterVerdict(found, { t: messages.zh, locale: 'zh' })).toBe(
    '2024 年 3 个园区中 2 个有起步区产出强度，中位数 40 亿元/km²；与全区规划面积相比，1 个中 1 个起步区更密，中位数是 5.0 倍；起步区面积中位数 1.75 km²，从 1.00 km² 到 2.50 km²；建成率中位数 45%。',
  )
  expect(starterVerdict(found, { t: messages.en, locale: 'en' })).toMatch(
    /^2024: 2 of 3 zones .* 1 of 1 starter zones are denser .* from 1\.00 km² to 2\.50 km²; 45 % is built at the median\.$/u,
  )
  const empty = { ...found, rows: [], medians: [], beside: { planned: none, supplied: none } }
  expect(starterVerdict(empty, { t: messages.zh, locale: 'zh' })).toBe(
    '没有园区有起步区的产出强度。',
  )
})

test('the chart holds what has both ends, the densest first', () => {
  expect(itemsOf(found, 'planned')).toEqual({
    items: [{ zone: '甲', name: '甲', first: 30, second: 6 }],
    lacking: 2,
  })
  expect(itemsOf(found, 'starter').items.map(({ name }) => name)).toEqual(['乙', '甲'])
  expect(itemsOf(found, 'supplied').items.map(({ second }) => second)).toEqual([70, 60])
})

test('the soft mark is told in words that judge nothing', () => {
  const words = { t: messages.zh, locale: 'zh' as const }
  expect([0.8, 1, 1.004, 2.5].map((area) => markText(area, 1, words))).toEqual([
    '小 0.20 km²',
    '恰好',
    '恰好',
    '大 1.50 km²',
  ])
})

test.each([
  '/starter',
  '/starter?v=1&y=2023&type=a&den=supplied&all=1',
  '/starter?v=1&den=starter',
])('%s is read and printed alike', (href) => {
  expect(printStarter(parseStarter(new URL(href, 'http://a').searchParams))).toBe(href)
})

test('what cannot be understood is left out', () => {
  expect(printStarter(parseStarter(new URLSearchParams('den=land&all=yes')))).toBe('/starter')
})
