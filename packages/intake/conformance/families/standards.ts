import { readAll, readTable, type ProblemCode } from '../../src/index.ts'
import { bytesOf, difference, judge, type Cases, type FamilyResult } from '../cases.ts'

/** CSV on the Web: a valid file gives a header and rows as wide as it, and no fault. */
export function csvw(cases: Cases): FamilyResult {
  const positive = cases.list.filter(({ expect }) => {
    return (expect as { type?: string } | undefined)?.type === 'csvt:PositiveValidationTest'
  })
  const found = judge({ ...cases, list: positive }, 'csvw', ({ file }) => {
    const { records, faults } = readTable(bytesOf(cases, file))
    const [header = []] = records
    return (
      difference('faults', faults, []) ??
      difference(
        'odd rows',
        records.filter((cells) => cells.length !== header.length),
        [],
      )
    )
  })
  const negative = cases.list.filter(({ family }) => family === 'csvw').length - positive.length
  const note = `${negative} left out: its metadata is wrong, not the file, and metadata is not read`
  return { ...found, note }
}

// Blank rows and cells are no error here: they are counted, and cost nothing.
const CODES: Record<string, ProblemCode | null> = {
  'missing-cell': 'missing-cell',
  'extra-cell': 'extra-cell',
  'blank-row': null,
}

/** frictionless-py: the errors it reports, under our codes at the same places. */
export function frictionless(cases: Cases): FamilyResult {
  const expected = cases.list.filter(({ expect }) => expect !== undefined)
  const found = judge({ ...cases, list: expected }, 'frictionless', ({ file, expect }) => {
    const { errors } = expect as { errors: [number, number | null, string][] }
    const wanted = errors.flatMap(([row, column, code]) => {
      const own = CODES[code]
      return own === undefined || own === null ? [] : [`${own}@${row},${column}`]
    })
    const { problems, summary } = readAll(bytesOf(cases, file), { period: '2020' })
    const shape = problems.filter(({ code }) => code in CODES)
    const told = shape.map(({ code, row, column }) => `${code}@${row},${column}`)
    const blank = errors.filter(([, , code]) => code === 'blank-row').length
    return (
      difference('problems', told, wanted) ?? difference('blank rows', summary.skipped.blank, blank)
    )
  })
  return found
}
