import type { Zone } from '@permu/api/client'
import { describe, expect, test } from 'vitest'
import { loadReadings } from '#lib/pinyin/readings.ts'
import {
  LISTED,
  barOf,
  isFound,
  listEntries,
  pinnedFirst,
  sortEntries,
  wordsOf,
  type Entry,
} from './pick.ts'
import { suggest, type Peers } from './suggest.ts'

const readings = await loadReadings()
const zoneOf = (id: string, more: Partial<Zone> = {}): Zone => ({
  id,
  code: null,
  name: id,
  type: null,
  leadIndustry: null,
  districts: [],
  ecosystem: null,
  attributes: {},
  sample: null,
  aliases: [],
  formerNames: [],
  predecessors: [],
  successors: [],
  ...more,
})
const entry = (label: string, value: number | null = null, words = [label]): Entry => ({
  id: label,
  label,
  words,
  value,
})

describe('searching', () => {
  const zone = zoneOf('z', {
    code: 'SF001',
    name: '青白江产业功能区',
    type: '先进制造',
    leadIndustry: '智能装备',
    aliases: ['Qingbaijiang Railway Port'],
    formerNames: [{ name: '成都国际铁路港', until: '2021' }],
  })
  const one = entry('青白江产业功能区', null, wordsOf(zone))

  test.each(['青白', 'qingbai', 'qbj', 'railway PORT', 'sf001', '智能', 'znzb', '铁路港', '', ' '])(
    'finds it by «%s»',
    (query) => {
      expect(isFound(one, query, readings)).toBe(true)
    },
  )
  test('not by something else, and not by pinyin before the table has come', () => {
    expect(isFound(one, '天府', readings)).toBe(false)
    expect(isFound(one, 'tianfu', readings)).toBe(false)
    expect(isFound(one, 'qbj', null)).toBe(false)
  })
})

describe('the list', () => {
  test('keeps chosen entries in sight whatever is searched', () => {
    const entries = ['甲', '乙', '丙'].map((label) => entry(label))
    const found = (one: Entry) => isFound(one, '丙', null)
    const { shown, hidden, others } = listEntries(entries, new Set(['甲']), found)
    expect(shown.map(({ label }) => label)).toEqual(['甲', '丙'])
    expect([hidden, others]).toEqual([0, 1])
  })

  test('counts what it does not show', () => {
    const entries = Array.from({ length: 2543 }, (_, i) => entry(String(i)))
    const { shown, hidden } = listEntries(entries, new Set(), () => true)
    expect([shown.length, hidden]).toEqual([LISTED, 2543 - LISTED])
  })

  test('orders by value, those without one last and by name', () => {
    const entries = [entry('b', null), entry('甲', 1), entry('a', null), entry('乙', 2)]
    const order = (descending?: boolean) =>
      sortEntries(entries, descending).map(({ label }) => label)
    expect(order()).toEqual(['乙', '甲', 'a', 'b'])
    expect(order(false)).toEqual(['甲', '乙', 'a', 'b'])
  })

  test('bars start at zero, to the left below it', () => {
    expect(barOf(5, [5, 10])).toEqual({ left: 0, width: 50 })
    expect(barOf(-5, [-5, 15])).toEqual({ left: 0, width: 25 })
    expect(barOf(15, [-5, 15])).toEqual({ left: 25, width: 75 })
    expect(barOf(0, [0, 0])).toEqual({ left: 0, width: 0 })
  })

  test('pinned zones first, those that are not chosen left out', () => {
    expect(pinnedFirst(['a', 'b', 'c'], ['c', 'x', 'a'])).toEqual(['c', 'a', 'b'])
  })
})

describe('suggestions', () => {
  const directory = [
    zoneOf('a', { type: '制造', leadIndustry: '装备' }),
    zoneOf('b', { type: '制造' }),
    zoneOf('c', { type: '服务', leadIndustry: '装备' }),
    zoneOf('d', { type: '制造' }),
    zoneOf('e'),
  ]
  const peers: Peers = {
    directory,
    land: new Map([
      ['a', 100],
      ['b', 300],
      ['c', 90],
      ['d', 120],
    ]),
    values: new Map([
      ['b', 5],
      ['c', 11],
      ['d', 10],
    ]),
    median: 10,
  }
  const told = (zone: string, chosen: string[], with_ = peers) =>
    suggest(with_, zone, chosen).map(({ like, zones }) => [
      like,
      zones.map(({ id }) => id).join(''),
    ])

  test('peers of one type, industry and size, and those in the middle', () => {
    expect(told('a', ['a'])).toEqual([
      ['type', 'db'],
      ['industry', 'c'],
      ['land', 'cd'],
      ['median', 'dcb'],
    ])
  })

  test('without what is chosen, and without kinds that nobody is of', () => {
    expect(told('a', ['a', 'd', 'c'])).toEqual([
      ['type', 'b'],
      ['median', 'b'],
    ])
    expect(told('e', ['e'], { ...peers, median: null })).toEqual([])
    expect(told('gone', [])).toEqual([])
  })
})
