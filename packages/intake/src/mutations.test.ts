import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readAll, readTable } from './index.ts'
import { encodings } from './testing/encodings.ts'
import { fixtures, textOf } from './testing/fixtures.ts'

const file = fc
  .tuple(fc.constantFrom(...fixtures), fc.constantFrom(...encodings))
  .map(([fixture, [, encode]]) => encode(textOf(fixture)))
const edit = fc.record({
  at: fc.nat({ max: 500 }),
  remove: fc.nat({ max: 4 }),
  insert: fc.uint8Array({ maxLength: 4 }),
})

it('reads any damaged file to its end, and takes no more rows than there are', () => {
  fc.assert(
    fc.property(file, fc.array(edit, { minLength: 1, maxLength: 5 }), (whole, edits) => {
      const bytes = [...whole]
      for (const { at, remove, insert } of edits) bytes.splice(at, remove, ...insert)
      const damaged = Uint8Array.from(bytes)
      const { summary, observations, problems } = readAll(damaged)
      const { records, container } = readTable(damaged)
      expect(summary.accepted).toBeLessThanOrEqual(summary.rows)
      expect(
        observations.every(({ value, reason }) => (value === null) !== (reason === null)),
      ).toBe(true)
      if (container === null && records.length > 0) {
        const last = Math.max(0, ...observations.map(({ row }) => row))
        expect(last).toBeLessThanOrEqual(records.length)
      }
      for (const { row } of problems) expect(row ?? 1).toBeGreaterThan(0)
    }),
    { numRuns: 2000 },
  )
})
