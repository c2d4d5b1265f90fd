import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Seen } from './seen.ts'

const WIDTH = 3
// Zones and lanes on both sides of pages, of the list, and far beyond it.
const zone = fc.oneof(fc.nat(3), fc.constantFrom(63, 64, 127, 500, 70_000))
const lane = fc.oneof(fc.nat(3), fc.constantFrom(7, 8, 1023, 1024, 0x10000, 0x20000 * 0x10000))
const slot = fc.nat(WIDTH - 1)

it('knows of each place its first row and its marks, whatever the order', () => {
  const step = fc.record({ zone, lane, slot, value: fc.integer({ min: 1, max: 5 }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const seen = new Seen(WIDTH)
      const rows = new Map<string, number>()
      const marks = new Map<string, number>()
      for (const [i, { zone: z, lane: l, slot: s, value }] of steps.entries()) {
        seen.at(z, l)
        expect(seen.firstRow()).toBe(rows.get(`${z} ${l}`) ?? 0)
        for (let k = 0; k < WIDTH; k++) {
          expect(seen.marks[seen.base + k]).toBe(marks.get(`${z} ${l} ${k}`) ?? 0)
        }
        // A row without a value leaves nothing.
        if (value === 5) continue
        seen.marks[seen.base + s] = seen.markOf(value)
        seen.setRow(i + 1)
        marks.set(`${z} ${l} ${s}`, seen.markOf(value))
        if (!rows.has(`${z} ${l}`)) rows.set(`${z} ${l}`, i + 1)
      }
    }),
    { numRuns: 300, seed: 20261123 },
  )
})

it('goes on with short marks in files of many cells', () => {
  const width = 1500
  const seen = new Seen(width)
  const places = 9000
  const place = (i: number) => seen.at(i % 300, Math.floor(i / 300))
  for (let i = 0; i < places; i++) {
    place(i)
    seen.marks[seen.base + (i % width)] = seen.markOf(i + 0.5)
    seen.setRow(i + 1)
  }
  const kinds = new Set<boolean>()
  for (let i = places - 1; i >= 0; i -= 7) {
    place(i)
    kinds.add(seen.short)
    expect([seen.firstRow(), seen.marks[seen.base + (i % width)]]).toEqual([
      i + 1,
      seen.markOf(i + 0.5),
    ])
  }
  expect([...kinds]).toEqual([true, false])
})
