import { expect, it } from 'vitest'
import { PlaceIndex } from './place-index.ts'

it('keeps the numbers of places when they no longer fit into two bytes', () => {
  const index = new PlaceIndex()
  const places = 120_000
  const find = (i: number) => index.find(i % 700, Math.floor(i / 700) * 3)
  const addresses = new Set<number>()
  let known = 0
  for (let i = 0; i < places; i++) {
    if (find(i) !== 0) known++
    addresses.add(index.address)
    index.set(i + 1)
  }
  expect([known, addresses.size]).toEqual([0, places])
  for (let i = places - 1; i >= 0; i--) if (find(i) === i + 1) known++
  expect(known).toBe(places)
  expect(index.find(0, 1)).toBe(0)
})
