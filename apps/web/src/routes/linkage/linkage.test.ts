import type { Linkage, LinkagePair } from '@permu/api/client'
import { expect, test } from 'vitest'
import { messages } from './messages.ts'
import { plotOf, rowsByClass, worstRows } from './plot.ts'
import { linkageQuery, parseLinkage, printLinkage } from './state.ts'
import { linkageVerdict, ratioText, referenceText } from './verdict.ts'

const quantity = (id: string, zh: string, unit: string) => ({
  id,
  name: { zh, en: id },
  unit,
  better: 'more' as const,
  kind: 'indicator' as const,
})
const row = (name: string, x: number, y: number, rest: Partial<LinkagePair['rows'][number]>) => ({
  ...{ zone: name, name, type: null, x, y, expected: 300, ratio: y / 300 },
  ...{ class: 'matched' as const, gain: 0, ...rest },
})

const land: LinkagePair = {
  id: 'land',
  x: quantity('supplied-land', '供地', '亩'),
  y: quantity('investment-intensity', '投资强度', '万元/亩'),
  split: 1500,
  reference: { kind: 'median', value: 300, line: [] },
  rows: [
    row('丁', 500, 150, { class: 'low-low', gain: 250 }),
    row('甲', 2000, 200, { class: 'high-low', gain: 666.7 }),
    row('乙', 1000, 450, { class: 'low-high' }),
  ],
  excluded: [
    { zone: '己', name: '己', indicator: 'supplied-land', reason: 'not-reported', fields: [] },
  ],
  counts: { 'high-low': 1, 'low-high': 1, 'high-high': 0, 'low-low': 1, matched: 0 },
  gain: { unit: '亩', total: 916.7, zones: 2, worst: 250, worstZones: ['丁'] },
}
const tax: LinkagePair = {
  ...land,
  id: 'tax',
  rows: [],
  excluded: [],
  gain: { unit: '万元/年', total: 0, zones: 0, worst: 0, worstZones: [] },
}
const found: Linkage = {
  period: '2024',
  dataVersion: '1',
  rule: {
    ...{ id: 'x', reference: 'median', tolerance: 10, worst: 1, cuts: [], range: [0.01, 0.99] },
    library: '',
  },
  pairs: [land, tax],
  coordination: { computed: false, classes: [], rows: [], excluded: [] },
}

test('the verdict in both languages', () => {
  expect(linkageVerdict(found, { t: messages.zh, locale: 'zh' })).toEqual([
    '2024 年参评 3 个园区：1 个地多投少，1 个地少投多；低于容差的 2 个园区若都达到参照，可腾出土地 917 亩，其中最差 1 个占 250 亩；1 个因缺数据未参评。',
    '没有园区同时有这两项数据。',
  ])
  expect(linkageVerdict(found, { t: messages.en, locale: 'en' })[0]).toBe(
    '2024: of 3 zones 1 holds much land at low investment and 1 little land at high investment; if the 2 below the tolerance reached the reference, 917 mu of land would come free, 250 mu of it in the worst 1; 1 left out for their data.',
  )
})

test('where the worst are all of them, their part is not told twice', () => {
  const pairs = [{ ...land, gain: { ...land.gain, worst: 916.7, worstZones: ['甲', '丁'] } }]
  const words = (locale: 'zh' | 'en') =>
    linkageVerdict({ ...found, pairs }, { t: messages[locale], locale })[0]
  expect(words('zh')).toContain('可腾出土地 917 亩；')
  expect(words('en')).toContain('917 mu of land would come free;')
})

test('nobody below the tolerance is said', () => {
  const pairs = [{ ...land, gain: { ...land.gain, zones: 0, total: 0, worst: 0, worstZones: [] } }]
  const [sentence] = linkageVerdict({ ...found, pairs }, { t: messages.zh, locale: 'zh' })
  expect(sentence).toContain('没有园区低于容差')
})

test('the reference in words', () => {
  const words = { t: messages.zh, locale: 'zh' as const }
  expect(referenceText(land, words)).toBe('参照：所比园区的中位数 300 万元/亩')
  const fit = { ...land, reference: { kind: 'fit' as const, value: null, line: [] } }
  expect(referenceText(fit, words)).toContain('上升')
  expect([ratioText(0.667, 'zh'), ratioText(null, 'zh')]).toEqual(['67%', '–'])
})

test('lists and the chart: every zone once, the worst named, the reference from end to end', () => {
  expect(rowsByClass(land).map((rows) => rows.map(({ name }) => name))).toEqual([
    ['甲'],
    ['乙'],
    [],
    ['丁'],
    [],
  ])
  expect(worstRows(land).map(({ name }) => name)).toEqual(['丁'])
  const plot = plotOf(land, { tolerance: 10, t: messages.zh, locale: 'zh' })
  expect(plot.points.filter(({ named }) => named).map(({ name }) => name)).toEqual(['丁'])
  expect(plot.line).toEqual([
    [500, 300],
    [2000, 300],
  ])
  expect(plotOf(tax, { tolerance: 10, t: messages.zh, locale: 'zh' }).line).toEqual([])
})

test.each([
  '/linkage',
  '/linkage?v=1&ref=fit&tol=20',
  '/linkage?v=1&y=2023&ref=target&ti=350&tt=12&n=8&type=%E5%85%88%E8%BF%9B',
  '/linkage?v=1&cut=0.1%2C0.2%2C0.3%2C0.4%2C0.5%2C0.6%2C0.7%2C0.8%2C0.95',
])('%s is read and printed alike', (href) => {
  expect(printLinkage(parseLinkage(new URL(href, 'http://a').searchParams))).toBe(href)
})

test.each([
  'ref=best&tol=99&n=0',
  'tol=x&ti=-3&n=2.5',
  'cut=0.1,0.2',
  'cut=0.9,0.8,0.7,0.6,0.5,0.4,0.3,0.2,0.1',
  'cut=0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9',
  'v=1&y=&type=&ref=median&tol=10&n=5',
])('%s counts as left out', (query) => {
  expect(printLinkage(parseLinkage(new URLSearchParams(query)))).toBe('/linkage')
})

test('nine numbers of a form are one list, and targets count with their reference only', () => {
  const cuts = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85]
  const params = new URLSearchParams(cuts.map((cut) => ['cut', String(cut)]))
  expect(parseLinkage(params).cuts).toEqual(cuts)
  const asked = parseLinkage(new URLSearchParams('ti=300'))
  expect(linkageQuery(asked, '2024')).toEqual({
    period: '2024',
    reference: 'median',
    tolerance: '10',
    worst: '5',
  })
})
