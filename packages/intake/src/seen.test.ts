import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markOf, Seen } from './seen.ts'

// Zones and lanes on both sides of pages, of the list, and far beyond it.
const zone = fc.oneof(fc.nat(3), fc.constantFrom(63, 64, 127, 500, 70_000))
const lane = fc.oneof(fc.nat(3), fc.constantFrom(7, 8, 1023, 1024, 0x10000, 0x20000 * 0x10000))
const slot = fc.nat(2)
// Of the widest ones a piece holds one place, and not all pieces are at hand.
const width = fc.constantFrom(3, 1500, 5000)

it('knows of each place its first row and its marks, whatever the order', () => {
  const step = fc.record({ zone, lane, slot, value: fc.integer({ min: 1, max: 5 }) })
  fc.assert(
    fc.property(width, fc.array(step, { minLength: 200, maxLength: 300 }), (slots, steps) => {
      const seen = new Seen(slots)
      const rows = new Map<string, number>()
      const marks = new Map<string, number>()
      for (const [i, { zone: z, lane: l, slot: s, value }] of steps.entries()) {
        seen.at(z, l)
        expect(seen.firstRow()).toBe(rows.get(`${z} ${l}`) ?? 0)
        for (let k = 0; k < 3; k++) {
          expect(seen.marks[seen.base + k]).toBe(marks.get(`${z} ${l} ${k}`) ?? 0)
        }
        // A row without a value leaves nothing.
        if (value === 5) continue
        seen.add(s, markOf(value))
        seen.setRow(i + 1)
        marks.set(`${z} ${l} ${s}`, markOf(value))
        if (!rows.has(`${z} ${l}`)) rows.set(`${z} ${l}`, i + 1)
      }
    }),
    { numRuns: 100, seed: 20261123 },
  )
})
