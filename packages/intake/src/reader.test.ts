import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createProbe,
  createReader,
  createRecordFinder,
  inspect,
  readAll,
  readRecord,
  type Block,
  type Plan,
} from './index.ts'
import { gb18030, lines, read, utf16, utf8 } from './testing/encode.ts'

const text =
  '单位：万元\n园区,年份,税收,增速(%)\n天府,2022,"1,200",5%\n"高新\n区",2022,—,x1\n合计,2022,1300,\n注：快报\n'

function inChunks(bytes: Uint8Array, size: number) {
  const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.slice(i * size, (i + 1) * size),
  )
  const probe = createProbe()
  for (const part of parts) probe.push(part)
  const plan = inspect(probe.end(), { name: 'a.csv' })
  const blocks: Block[] = []
  const problems = [...plan.problems]
  const reader = createReader(plan, {
    block: (block) => blocks.push(block),
    problem: (problem) => problems.push(problem),
  })
  for (const part of parts) reader.push(part)
  const summary = reader.end()
  return { plan, blocks, problems, summary, zones: reader.zones, periods: reader.periods }
}

describe('two passes', () => {
  it.each([1, 2, 3, 7, 4096])('give the same in chunks of %i', (size) => {
    for (const bytes of [
      utf8(text),
      gb18030(text),
      utf16(text),
      gb18030(text.replaceAll(',', '|')),
    ]) {
      expect(inChunks(bytes, size)).toEqual(inChunks(bytes, 1 << 20))
    }
  })

  it('give the same in every encoding', () => {
    const expected = lines(readAll(utf8(text)))
    expect(lines(readAll(utf8(text, true)))).toEqual(expected)
    expect(lines(readAll(gb18030(text)))).toEqual(expected)
    expect(lines(readAll(utf16(text)))).toEqual(expected)
    expect(lines(readAll(utf16(text, { big: true })))).toEqual(expected)
  })

  it('never throw, whatever the bytes', () => {
    const pieces = fc.constantFrom(
      ...utf8('园区,年份,"\n\r\t;|()%亿—2023.'),
      0,
      0x81,
      0xff,
      0xfe,
      0xd2,
    )
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.array(pieces, { maxLength: 400 }))
    fc.assert(
      fc.property(bytes, fc.option(fc.constantFrom('2023', 'x')), (content, period) => {
        const file = readAll(Uint8Array.from(content), period === null ? {} : { period })
        expect(file.summary.accepted).toBeLessThanOrEqual(file.summary.rows)
      }),
      { numRuns: 500 },
    )
  })

  it('never throw on a file cut at any byte', () => {
    const whole = gb18030(text)
    for (let end = 0; end <= whole.length; end++) {
      expect(readAll(whole.subarray(0, end)).summary.rows).toBeLessThanOrEqual(3)
    }
  })

  it('give back a table that was printed', () => {
    const value = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }))
    const row = fc.tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 2000, max: 2024 }),
      value,
    )
    const rows = fc.uniqueArray(row, {
      minLength: 1,
      selector: ([zone, year]) => `${zone} ${year}`,
    })
    fc.assert(
      fc.property(rows, (table) => {
        const body = table.map(([zone, year, v]) => `园区${zone},${year},${v ?? ''}\n`).join('')
        const file = read(`园区,年份,税收(万元)\n${body}`)
        const given = table.map(([zone, year, v]) => ({
          name: `园区${zone}`,
          period: `${year}`,
          value: v,
        }))
        const got = file.observations.map(({ zone, period, value }) => {
          return { name: file.zones[zone]?.name, period, value }
        })
        expect(got).toEqual(
          given.map((line) => ({ ...line, value: line.value === 0 ? 0 : line.value })),
        )
      }),
    )
  })

  it('fill blocks of at most 4096 rows, slot after slot', () => {
    const body = Array.from({ length: 10_000 }, (_, i) => `Z${i},2023,${i},${i / 8}\n`).join('')
    const { blocks, summary } = inChunks(utf8(`园区,年份,税收(万元),产值(亿元)\n${body}`), 65_536)
    expect(blocks.map(({ count }) => count)).toEqual([4096, 4096, 1808])
    expect(summary).toMatchObject({ rows: 10_000, accepted: 10_000, cells: 20_000, zones: 10_000 })
    const [, second] = blocks
    expect(second?.values[0]).toBe(4096)
    expect(second?.values[4096]).toBe(512)
    expect(second?.row[0]).toBe(4098)
    expect(Array.from(second?.slots ?? [])).toEqual([0, 1])
  })

  it('keep the plan as plain JSON', () => {
    const { plan } = inChunks(gb18030(text), 4096)
    const revived: Plan = JSON.parse(JSON.stringify(plan))
    expect(revived).toEqual(plan)
    expect(plan.sample).toHaveLength(plan.sampleRows.length)
  })

  it('know the fields that the host knows', () => {
    const file = readAll(utf8('园区,年份,甲指标(亩)\nA,2023,1\n'), {
      matchField: (label) => (label === '甲指标' ? { id: 'own', unit: '亩' } : null),
    })
    expect(lines(file)).toEqual(['A|2023|own=1亩'])
    expect(file.plan.slots[0]?.field.isNew).toBe(false)
  })
})

describe('a trace', () => {
  const bytes = gb18030(text)
  const { plan } = readAll(bytes)

  it('finds the texts of a row again', () => {
    expect(readRecord(bytes, plan, 3)).toEqual(['天府', '2022', '1,200', '5%'])
    expect(readRecord(bytes, plan, 4)).toEqual(['高新\n区', '2022', '—', 'x1'])
    expect(readRecord(bytes, plan, 99)).toBeNull()
  })

  it('finds them while the file streams by', () => {
    const finder = createRecordFinder(plan, 3)
    const found = Array.from(bytes, (byte) => finder.push(Uint8Array.of(byte)))
    expect(found.filter((texts) => texts !== null)[0]).toEqual(['天府', '2022', '1,200', '5%'])
  })
})
