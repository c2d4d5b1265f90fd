import { expect, test } from 'vitest'
import { parseFrontier, printFrontier } from './state.ts'

const read = (address: string) => parseFrontier(new URL(address, 'http://x').searchParams)

test('the default state has the bare address', () => {
  expect(printFrontier(read('/frontier'))).toBe('/frontier')
})

test.each([
  '/frontier?v=1&in=land%2Cpeople&out=tax&fix=land&type=%E5%88%B6%E9%80%A0&sel=z1',
  '/frontier?v=1&model=cross&goal=benevolent&self=0',
  '/frontier?v=1&y=2023&model=sbm&or=input&rts=variable',
])('%s is read and printed again', (address) => {
  expect(printFrontier(read(address))).toBe(address)
})

test('what the model does not know counts as left out', () => {
  expect(read('/frontier?model=sbm&fix=land').fixed).toEqual([])
  const state = read('/frontier?model=ccr&goal=benevolent&self=0')
  expect([state.goal, state.self]).toEqual(['aggressive', true])
})
