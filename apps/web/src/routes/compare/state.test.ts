import { describe, expect, test } from 'vitest'
import { parseOwn, printOwn } from './own-target.ts'
import { keptParams, parseState, printState, type CompareState } from './state.ts'
import { VIEWS } from './views.ts'

const read = (query: string) => parseState(new URLSearchParams(query))
const reread = (state: CompareState) => read(printState(state).split('?')[1] ?? '')

test('an address is read as a form writes it and as a link does', () => {
  expect(read('zones=a&zones=b').zones).toEqual(read('zones=a,b').zones)
  expect(printState(read(''))).toBe('/compare')
})

test('an address from before there were views still opens', () => {
  const old = read('zones=a&zones=b&indicators=x&indicators=y&x=x&y=y&line=y&period=2023')
  expect(old).toMatchObject({
    view: 'table',
    zones: ['a', 'b'],
    indicators: ['x', 'y'],
    x: 'x',
    y: 'y',
    line: 'y',
    period: '2023',
  })
  expect(reread(old)).toEqual(old)
})

test.each(VIEWS)('the view %s keeps the whole selection', (view) => {
  const state: CompareState = {
    ...read('zones=a,b~cc&indicators=x&x=x&period=2023&from=2021&base=group&tol=2&pin=a'),
    ...read('t=chengdu-2020-350&own=tax.20.5,land&turn=1'),
    view,
    own: [{ indicator: 'a.b,c', low: 0.5, high: null, unit: '万元/亩', label: '我的，目标. 1' }],
    sort: 'tax',
  }
  expect(reread(state)).toEqual(state)
})

test('an emptied choice is not the default choice', () => {
  expect(read('').zones).toBeNull()
  expect(read('zones=').zones).toEqual([])
  expect(reread({ ...read(''), zones: [] }).zones).toEqual([])
})

test('what cannot be understood counts as left out', () => {
  expect(printState(read('view=pie&base=mean&tol=99&turn=yes&own=...&own=tax..,x'))).toBe(
    '/compare',
  )
})

test('a form keeps what it does not ask for', () => {
  expect(keptParams(read('zones=a&period=2023&tol=1'), ['period'])).toEqual([
    ['zones', 'a'],
    ['tol', '1'],
  ])
})

describe('own targets', () => {
  test.each([
    ['tax.20...', [{ indicator: 'tax', low: 20, high: null, unit: null, label: '' }]],
    ['tax.~d5.1.万元.A', [{ indicator: 'tax', low: 0.5, high: 1, unit: '万元', label: 'A' }]],
    ['tax.0..', [{ indicator: 'tax', low: 0, high: null, unit: null, label: '' }]],
    ['tax.2.1..', []],
    ['tax.x...', []],
    ['.1...', []],
    ['tax.1...,tax.2...', [{ indicator: 'tax', low: 2, high: null, unit: null, label: '' }]],
  ])('%s', (text, targets) => {
    expect(parseOwn([text])).toEqual(targets)
    expect(parseOwn([printOwn(targets) ?? ''])).toEqual(targets)
  })
})
