import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { writeXlsx, type CellValue } from 'hucre'
import { expect, it } from 'vitest'
import { readSheet } from '../testing/workbook.ts'

// Characters that XML cannot hold are written in ways that differ from program to program.
const text = fc
  .string({ unit: fc.constantFrom(...'aZ0 ,"\t<>&\'一园=+-;|_x%'), maxLength: 12 })
  .filter((t) => !/_x[\da-f]{4}_/iu.test(t))

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 3, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 2, arbitrary: fc.integer() },
  { weight: 3, arbitrary: text },
  fc.boolean(),
  fc.constant(null),
)

const shown = (value: CellValue) => {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'number' ? String(value === 0 ? 0 : value) : String(value)
}

it('what a program writes comes out cell by cell, in its place and exact', async () => {
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom('shared', 'inline'), async (rows, stringMode) => {
      const bytes = await writeXlsx({
        sheets: [{ name: 's', rows }],
        stringMode: stringMode as 'shared' | 'inline',
      })
      const { csv } = await readSheet(bytes)
      const found: string[][] = parse(csv, {
        relax_column_count: true,
        skip_empty_lines: false,
      })
      const width = Math.max(...rows.map((row) => row.length))
      const at = (table: string[][], r: number, c: number) => table[r]?.[c] ?? ''
      const wanted = rows.map((row) => row.map(shown))
      for (let r = 0; r < Math.max(found.length, rows.length); r++) {
        for (let c = 0; c < width; c++) expect(at(found, r, c)).toBe(at(wanted, r, c))
      }
    }),
    { numRuns: 150, seed: 11 },
  )
})
