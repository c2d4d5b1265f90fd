import { describe, expect, it } from 'vitest'
import { readAll, type Plan } from './index.ts'
import { readByPlan, readInChunks, valueLines } from './testing/chunks.ts'
import { encodings } from './testing/encodings.ts'
import { fixtures, textOf, type Fixture } from './testing/fixtures.ts'

const cases = fixtures.flatMap((fixture) =>
  encodings.map(([encoding, encode]) => ({
    title: `${fixture.name}, ${encoding}`,
    fixture,
    encode,
    options: fixture.file === undefined ? {} : { name: fixture.file },
  })),
)

/** How many records end at or before each byte. */
function completeBefore({ records, newline }: Fixture, encode: (text: string) => Uint8Array) {
  let text = ''
  const ends = records.map((record) => {
    text += record + newline
    return encode(text).length
  })
  return (cut: number) => ends.filter((end) => end <= cut).length
}

/** What decides how cells become values. Labels in rows are left out: they grow with the rows. */
function readingOf(plan: Plan): unknown {
  const { encoding, delimiter, quote, headerRow, headerRows, layout, zone, period, field } = plan
  const columns = plan.columns.map((c) => [c.role, c.field?.id, c.unit, c.period, c.decimalComma])
  return { encoding, delimiter, quote, headerRow, headerRows, layout, zone, period, field, columns }
}

describe.each(cases)('$title', ({ fixture, encode, options }) => {
  const bytes = encode(textOf(fixture))
  const whole = readInChunks(bytes, bytes.length, options)
  const values = valueLines(whole)
  const complete = completeBefore(fixture, encode)

  it('holds values', () => {
    expect(values.length).toBeGreaterThan(3)
  })

  it('cut at any byte and read by the plan of the whole: the complete rows say the same', () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      const rows = complete(cut)
      const got = valueLines(readByPlan(bytes.subarray(0, cut), whole.plan))
      const upTo = (line: { row: number }) => line.row <= rows
      expect(got.filter(upTo), `cut at ${cut}`).toEqual(values.filter(upTo))
    }
  })

  it('cut anywhere behind the first row of data: the same plan, and the complete rows say the same', () => {
    const reading = readingOf(whole.plan)
    const firstData = whole.plan.headerRow + whole.plan.headerRows
    for (let cut = 0; cut <= bytes.length; cut++) {
      const part = readInChunks(bytes.subarray(0, cut), bytes.length, options)
      const rows = complete(cut)
      if (rows < firstData) continue
      const upTo = (line: { row: number }) => line.row <= rows
      expect(readingOf(part.plan), `cut at ${cut}`).toEqual(reading)
      expect(valueLines(part).filter(upTo), `cut at ${cut}`).toEqual(values.filter(upTo))
    }
  })

  it('cut inside a character: says so', () => {
    const text = textOf(fixture)
    for (let at = 1; at <= text.length; at++) {
      const start = encode(text.slice(0, at - 1)).length
      const end = encode(text.slice(0, at)).length
      for (let cut = start + 1; cut < end; cut++) {
        const { problems } = readAll(bytes.subarray(0, cut), options)
        const codes = problems.map(({ code }) => code)
        expect(codes, `cut at ${cut}`).toContain('truncated-file')
      }
    }
  })

  it.each([1, 2, 3, 7, 4096])('in chunks of %i: the same plan, blocks and problems', (size) => {
    expect(readInChunks(bytes, size, options)).toEqual(whole)
  })
})
