import { expect, test } from 'vitest'
import { queryOf, wantedBy, type Question } from './question.ts'
import { parseProductivity, printProductivity, type ProductivityState } from './state.ts'

const read = (address: string) => parseProductivity(new URL(address, 'http://x').searchParams)
const bare = read('/productivity')

test('the default state has the bare address', () => {
  expect(printProductivity(bare)).toBe('/productivity')
})

test('what is printed is read back', () => {
  const state: ProductivityState = {
    kind: 'cobb-douglas',
    from: '2021',
    to: '2023',
    inputs: ['land', 'a.b,c'],
    outputs: ['tax'],
    orientation: 'input',
    reference: 'global',
    prices: 'given',
    deflator: '指数, 价',
    index: [
      ['2021', 100],
      ['2023', 102.4],
    ],
    elasticities: [
      ['land', 0.4],
      ['a.b,c', -0.25],
    ],
    revenues: [['tax', 'tax.sum']],
    costs: [['a.b,c', 'wages']],
    type: '制造',
    pair: '2021',
    selected: 'z~1',
  }
  expect(read(printProductivity(state))).toEqual(state)
})

test('a form without scripts sends a field for each period, input and output', () => {
  const state = read('/productivity?pi=2021.100&pi:2022=102.5&pi:2021=&el:land=0.3&cost:land=rent')
  expect(state.index).toEqual([['2022', 102.5]])
  expect([state.elasticities, state.costs]).toEqual([[['land', 0.3]], [['land', 'rent']]])
  expect(read('/productivity?pi:2021=much').index).toEqual([])
})

const of = (change: Partial<Question>): Question => ({
  ...bare,
  from: '2021',
  to: '2022',
  periods: ['2021', '2022'],
  inputs: ['land', 'people'],
  outputs: ['tax'],
  ...change,
})

test('nothing is asked before what a choice needs is there', () => {
  expect(wantedBy(of({}))).toBeNull()
  expect(wantedBy(of({ inputs: [] }))).toBe('sides')
  expect(wantedBy(of({ prices: 'field' }))).toBe('deflator')
  expect(wantedBy(of({ prices: 'given', index: [['2021', 100]] }))).toBe('index')
  expect(wantedBy(of({ kind: 'cobb-douglas', outputs: ['tax', 'output'] }))).toBe('one-output')
  expect(wantedBy(of({ kind: 'cobb-douglas', elasticities: [['land', 1]] }))).toBe('elasticities')
  expect(wantedBy(of({ kind: 'tornqvist' }))).toBe('worth')
  expect(wantedBy(of({ kind: 'tornqvist', inputs: ['land'] }))).toBeNull()
})

test('the question is asked with what its kind takes, and nothing else', () => {
  const index = [
    ['2021', 100],
    ['2022', 102],
  ] as const
  expect(queryOf(of({ prices: 'given', index }))).toMatchObject({
    from: '2021',
    priceIndex: '2021:100,2022:102',
  })
  expect(queryOf(of({ prices: 'given', index }))).not.toHaveProperty('prices')
  const levels = queryOf(of({ kind: 'cobb-douglas', prices: 'given', index }))
  expect(levels).not.toHaveProperty('priceIndex')
  expect(levels).not.toHaveProperty('from')
  const costs = [
    ['land', 'rent'],
    ['people', 'wages'],
  ] as const
  expect(queryOf(of({ kind: 'tornqvist', costs }))).toMatchObject({ costs: 'rent,wages' })
})
