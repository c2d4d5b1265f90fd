import { expect, test } from 'vitest'
import type { OwnScale } from './own-scales.ts'
import { DEFAULT_STATE, parseState, printState, type RankState } from './state.ts'
import { seeded } from './testing.ts'

const read = (address: string) => parseState(new URL(address, 'http://x').searchParams)
function pick<T>(random: () => number, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)]
  if (found === undefined) throw new Error('There is nothing to pick from')
  return found
}

const SIGNS = ['a', 'tax', '.', ',', '~', '~d', '亩', '-', '&', '=', ' ', '%', '+', '"']
const idOf = (random: () => number) =>
  Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(random, SIGNS)).join('')

function stateOf(random: () => number): RankState {
  const ids = [...new Set(Array.from({ length: Math.floor(random() * 5) }, () => idOf(random)))]
  const better = () => pick(random, [{}, { better: 'more' as const }, { better: 'less' as const }])
  const weight = () => Math.round(random() * 10_000) / 100
  const key = pick(random, ['name', idOf(random)])
  const n = pick(random, [null, 'mm1', 'pct', 'z', 'goal'] as const)
  const agg = pick(random, [null, 'topsis', 'pow'] as const)
  const group = pick(random, [null, 'type', 'leadIndustry', 'ecosystem'] as const)
  const figure = () => pick(random, [null, 0, -1.5, 1e-7, Math.round(1e6 * random()) / 1000])
  const scales: Omit<OwnScale, 'id'>[] = [
    { code: 'goal', figures: [figure(), figure()] },
    { code: 'base', figures: [figure(), null] },
    { code: 'pct', figures: [null, null] },
  ]
  return {
    period: pick(random, [null, '2023', '2023Q1', '2023-01']),
    criteria: ids.length === 0 ? null : ids.map((id) => ({ id, weight: weight(), ...better() })),
    preset: pick(random, [null, 'per-mu-performance', 'x']),
    method: {
      ...DEFAULT_STATE.method,
      n,
      miss: pick(random, [null, 'reweight', 'gmedian'] as const),
      agg,
    },
    draws: pick(random, [200, 1000, 2000]),
    seed: Math.floor(random() * 1000),
    concentration: pick(random, [10, 30, 'any'] as const),
    group,
    within: group !== null && random() < 0.5,
    figures: n === 'goal' || n === 'z' ? [figure(), figure()] : [null, null],
    exponent: agg === 'pow' ? figure() : null,
    own: ids.slice(0, 2).map((id) => ({ id, ...pick(random, scales) })),
    selected: pick(random, [null, idOf(random)]),
    target: pick(random, [null, 3]),
    type: pick(random, [null, '先进制造', 'a,b']),
    sort: pick(random, [null, { key, descending: random() < 0.5 }]),
    pins: [...new Set(Array.from({ length: Math.floor(random() * 3) }, () => idOf(random)))],
    all: random() < 0.5,
  }
}

test('the default state has the bare address', () => {
  expect(printState(DEFAULT_STATE)).toBe('/rank')
  expect(read('/rank')).toEqual(DEFAULT_STATE)
})

test('what is printed is read back, for any ids', () => {
  for (let seed = 0; seed < 500; seed++) {
    const state = stateOf(seeded(seed))
    expect(read(printState(state)), `seed ${String(seed)}`).toEqual(state)
  }
})

test('only what differs is written, with a version', () => {
  const state = { ...DEFAULT_STATE, method: { ...DEFAULT_STATE.method, n: 'pct' as const } }
  expect(printState(state)).toBe('/rank?v=1&n=pct')
})

test('what is usual counts as left out, but not beside a preset, which may have another rule', () => {
  expect(read('/rank?n=mm&miss=exclude&agg=arith').method).toEqual(DEFAULT_STATE.method)
  expect(read('/rank?p=dual-linkage&agg=arith').method.agg).toBe('arith')
})

test('what draws the intervals is in the address', () => {
  const { draws, seed, concentration } = read('/rank?draws=200&seed=7&conc=any')
  expect([draws, seed, concentration]).toEqual([200, 7, 'any'])
  const odd = read('/rank?draws=3&seed=-1&conc=x')
  expect([odd.draws, odd.seed, odd.concentration]).toEqual([1000, 1, 30])
})

test('a weight may have decimals, and a direction after it', () => {
  expect(read('/rank?w=tax.33.34,land.66.66.less').criteria).toEqual([
    { id: 'tax', weight: 33.34 },
    { id: 'land', weight: 66.66, better: 'less' },
  ])
})

test('what cannot be understood is left out', () => {
  const state = read('/rank?w=tax,a.-1,b.x,c.5,d.5.sideways&n=magic&miss=drop&sort=a&pin=,')
  expect(state).toEqual({ ...DEFAULT_STATE, criteria: [{ id: 'c', weight: 5 }] })
})

test('a form without scripts overlays weights, adds, drops and turns', () => {
  const address = '/rank?w=a.50,b.50,c.10&w:a=70&b:b=less&drop=c&add=d'
  expect(read(address).criteria).toEqual([
    { id: 'a', weight: 70 },
    { id: 'b', weight: 50, better: 'less' },
    { id: 'd', weight: 60 },
  ])
})

test('figures count beside a rule that takes them only', () => {
  const state = read('/rank?n=goal&n1=0&n2=50&agg=pow&pw=-0.5&n3=9')
  expect([state.figures, state.exponent]).toEqual([[0, 50], -0.5])
  const none = read('/rank?n=pct&n1=0&n2=50&agg=geo&pw=2')
  expect([none.figures, none.exponent]).toEqual([[null, null], null])
  expect(read('/rank?n=goal&n1=abc&n2=').figures).toEqual([null, null])
})

test('ranking within groups needs groups', () => {
  expect(read('/rank?within=1')).toEqual(DEFAULT_STATE)
  expect(read('/rank?g=ecosystem&within=1')).toMatchObject({ group: 'ecosystem', within: true })
  expect(read('/rank?g=colour&within=1')).toEqual(DEFAULT_STATE)
})

test('own rules are read from the list, and overlaid by a form without scripts', () => {
  expect(read('/rank?own=tax.goal:0:50,land.magic,x.base:-1').own).toEqual([
    { id: 'tax', code: 'goal', figures: [0, 50] },
    { id: 'x', code: 'base', figures: [-1, null] },
  ])
  const form = '/rank?w=tax.1,land.1&own=tax.pct&own:tax=&own:land=target&own1:land=9.5&own2:land=1'
  expect(read(form).own).toEqual([{ id: 'land', code: 'target', figures: [9.5, 1] }])
})
