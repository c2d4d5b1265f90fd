import { expect, test } from 'vitest'
import { DEFAULT_STATE, parseState, printState, type RankState } from './state.ts'
import { seeded } from './testing.ts'

const read = (address: string) => parseState(new URL(address, 'http://x').searchParams)
const pick = <T>(random: () => number, from: readonly T[]): T | undefined =>
  from[Math.floor(random() * from.length)]

const SIGNS = ['a', 'tax', '.', ',', '~', '~d', '亩', '-', '&', '=', ' ', '%', '+', '"']
const idOf = (random: () => number) =>
  Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(random, SIGNS) ?? 'x').join('')

function stateOf(random: () => number): RankState {
  const ids = [...new Set(Array.from({ length: Math.floor(random() * 5) }, () => idOf(random)))]
  const better = () => pick(random, [{}, { better: 'more' as const }, { better: 'less' as const }])
  const weight = () => Math.round(random() * 10_000) / 100
  const key = pick(random, ['name', idOf(random)]) ?? 'name'
  return {
    period: pick(random, [null, '2023', '2023Q1', '2023-01']) ?? null,
    criteria: ids.length === 0 ? null : ids.map((id) => ({ id, weight: weight(), ...better() })),
    normalise: pick(random, ['min-max', 'percentile', 'z-score', 'rank'] as const) ?? 'min-max',
    missing: pick(random, ['exclude', 'reweight'] as const) ?? 'exclude',
    type: pick(random, [null, '先进制造', 'a,b']) ?? null,
    sort: pick(random, [null, { key, descending: random() < 0.5 }]) ?? null,
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
  const state = { ...DEFAULT_STATE, normalise: 'percentile' as const }
  expect(printState(state)).toBe('/rank?v=1&n=pct')
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
