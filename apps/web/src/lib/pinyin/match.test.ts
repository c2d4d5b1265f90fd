import { expect, test } from 'vitest'
import { matchesPinyin, plainQuery } from './match.ts'
import { loadReadings, readingsFrom } from './readings.ts'

const readings = await loadReadings()
const matches = (text: string, query: string) => matchesPinyin(text, query, readings)

test.each([
  ['成都', 'chengdu'],
  ['成都', 'cd'],
  ['成都', 'chengd'],
  ['都江堰', 'djy'],
  ['重庆', 'chongqing'],
  ['重庆', 'cq'],
  ['长寿', 'changshou'],
  ['乐山', 'leshan'],
  ['厦门', 'xiamen'],
  ['郫都', 'pidu'],
  ['绿地', 'lvdi'],
  ['绿地', 'lüdi'],
  ['示范01产业功能区', '01cy'],
  ['高新（南）区', 'gxn'],
  ['天府新区', "tian fu xin'qu"],
  ['石板滩', 'shbt'],
])('%s is found by %s', (text, query) => {
  expect(matches(text, query)).toBe(true)
})

test.each([
  ['成都', 'cda'],
  ['成都', 'dc'],
  ['成都', ''],
  ['成都', ' '],
  ['Chengdu', 'x'],
])('%s is not found by «%s»', (text, query) => {
  expect(matches(text, query)).toBe(false)
})

test('a whole reading finds its characters, from wherever they start', () => {
  const table = { jia: '甲', yi: '乙', bing: '丙' }
  const known = readingsFrom(table)
  const texts = ['甲', '乙甲', '丙x乙', '甲甲乙丙丙x', 'x乙乙x甲丙']
  for (const text of texts) {
    for (const from of [...text].keys()) {
      const typed = [...text].slice(from).map((one) => known(one)[0] ?? one)
      expect(matchesPinyin(text, typed.join(''), known)).toBe(true)
    }
  }
})

test('a query is cut, so that matching ends', () => {
  expect(plainQuery('A'.repeat(100))).toHaveLength(40)
  expect(matches('啊'.repeat(100), 'a'.repeat(100))).toBe(true)
})
