import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createReader, readAll, type Block, type Policy, type Problem } from './index.ts'
import { createMemoryScratch, type Scratch } from './scratch.ts'
import { utf8 } from './testing/encode.ts'

/** A cell with a value, of a row in the order of the file. */
interface Cell {
  column: number
  /** Zone, period and quantity. */
  key: string
  value: number
}

interface Row {
  row: number
  /** By place, which is zone and period, and in a tidy file the quantity: the cells of the row there. */
  places: { place: string; remembered: boolean }[]
  cells: (Cell & { place: string })[]
}

interface Said {
  values: string[]
  problems: string[]
}

function remember(firstRows: Map<string, number>, row: number, places: Row['places']) {
  for (const { place, remembered } of places) {
    if (remembered && !firstRows.has(place)) firstRows.set(place, row)
  }
}

/** What is to be said of rows in which values come again: two maps, and no more. */
function model(rows: readonly Row[], policy: Policy): Said {
  const firstRows = new Map<string, number>()
  const values = new Map<string, number>()
  const said: Said = { values: [], problems: [] }
  for (const { row, places, cells } of rows) {
    const known = cells.filter(({ key }) => values.has(key))
    const other = new Set(known.filter(({ key, value }) => values.get(key) !== value))
    const isRefused = policy === 'skip-rows' && other.size > 0
    if (!isRefused) remember(firstRows, row, places)
    const same = known.find((cell) => !isRefused && !other.has(cell))
    const toTell = known.filter((cell) => cell === same || other.has(cell))
    for (const { column, value, place } of toTell) {
      const what = column === same?.column ? 'same' : value
      said.problems.push(`${row},${column}: ${what}, first ${String(firstRows.get(place))}`)
    }
    for (const { column, key, value } of isRefused ? [] : cells) {
      if (values.has(key)) continue
      values.set(key, value)
      said.values.push(`${row},${column}: ${value}`)
    }
  }
  return said
}

function told(problems: readonly Problem[]): string[] {
  return problems.flatMap(({ code, row, column, text, params }) => {
    const place = `${row},${column}`
    const first = `first ${String(params?.['first'])}`
    if (code === 'duplicate-row') return [`${place}: same, ${first}`]
    return code === 'duplicate-observation' ? [`${place}: ${text ?? ''}, ${first}`] : []
  })
}

function read(text: string, policy: Policy): Said {
  const file = readAll(utf8(text), { policy, name: '税收.csv' })
  const filled = file.observations.filter(({ value }) => value !== null)
  return {
    values: filled.map(({ row, column, value }) => `${row},${column}: ${value}`),
    problems: told(file.problems),
  }
}

const HEADER = '园区,年份,税收(万元),工业总产值(万元),从业人员(人)'

const policy = fc.constantFrom<Policy>('skip-cells', 'skip-rows')
const zone = fc.nat(2).map((i) => ['甲园', '乙园', '丙园'][i] ?? '')
const year = fc.constantFrom('2021', '2022', '2023')
// Few values, so that a second one is often the same.
const value = fc.option(fc.integer({ min: 31, max: 33 }), { freq: 2 })
const values = fc.array(value, { minLength: 3, maxLength: 3 })
const many = { minLength: 3, maxLength: 40 }
const options = { numRuns: 150, seed: 20261124 }

describe('values that come again are told of as by a plain map', () => {
  it('in a long file', () => {
    const rows = fc.array(fc.record({ zone, year, values }), many)
    fc.assert(
      fc.property(rows, policy, (records, how) => {
        const text = records.map((r) => `${r.zone},${r.year},${r.values.join(',')}\n`).join('')
        expect(read(`${HEADER}\n${text}`, how)).toEqual(model(records.map(longRow), how))
      }),
      options,
    )
  })

  it('in a file with its periods across', () => {
    const rows = fc.array(fc.record({ zone, values }), many)
    fc.assert(
      fc.property(rows, policy, (records, how) => {
        const text = records.map((r) => `${r.zone},${r.values.join(',')}\n`).join('')
        const expected = records.map((r, i): Row => {
          const cells = r.values.flatMap((v, k) => {
            const place = `${r.zone} ${k}`
            return v === null ? [] : [{ column: k + 2, key: place, place, value: v }]
          })
          const places = [0, 1, 2].map((k) => ({ place: `${r.zone} ${k}`, remembered: true }))
          return { row: i + 2, places, cells }
        })
        expect(read(`园区,2021年,2022年,2023年\n${text}`, how)).toEqual(model(expected, how))
      }),
      options,
    )
  })

  it('in a tidy file', () => {
    const field = fc.constantFrom('税收', '工业总产值')
    const rows = fc.array(fc.record({ zone, year, field, value }), many)
    fc.assert(
      fc.property(rows, policy, (records, how) => {
        const text = records
          .map((r) => `${r.zone},${r.year},${r.field},万元,${r.value ?? ''}\n`)
          .join('')
        const expected = records.map((r, i): Row => {
          const place = `${r.zone} ${r.year} ${r.field}`
          const cells = r.value === null ? [] : [{ column: 5, key: place, place, value: r.value }]
          return { row: i + 2, places: [{ place, remembered: r.value !== null }], cells }
        })
        expect(read(`园区,年份,指标,单位,数值\n${text}`, how)).toEqual(model(expected, how))
      }),
      options,
    )
  })
})

/** Rows that come three times, thousands of others in between, in no order. */
function shuffledRows(places: number) {
  const chance = fc.sample(fc.nat(2 ** 30), { numRuns: 3 * places, seed: 20261124 })
  const order = chance.map((_, i) => i).sort((a, b) => (chance[a] ?? 0) - (chance[b] ?? 0))
  return order.map((i) => {
    const place = i % places
    // Of one of the three a third has another value, and a third has none.
    const isChanged = i < places && place % 3 === 0
    const isEmpty = i < places && place % 3 === 1
    const zoneName = `园区${String(place % 500)}`
    const yearName = String(1900 + Math.floor(place / 500))
    const first = isEmpty ? null : place + (isChanged ? 1 : 0)
    return { zone: zoneName, year: yearName, values: [first, place, place % 7 === 0 ? null : 8] }
  })
}

function longRow(
  record: { zone: string; year: string; values: (number | null)[] },
  i: number,
): Row {
  const place = `${record.zone} ${record.year}`
  const cells = record.values.flatMap((v, k) =>
    v === null ? [] : [{ column: k + 3, key: `${place} ${k}`, place, value: v }],
  )
  return { row: i + 2, places: [{ place, remembered: true }], cells }
}

it('of what is not at hand any more, too', () => {
  const records = shuffledRows(36_000)
  const lines = records.map((r) => `${r.zone},${r.year},${r.values.join(',')}`)
  const bytes = utf8([HEADER, ...lines, ''].join('\n'))
  const { plan } = readAll(bytes.subarray(0, 5000), { name: 'x.csv' })
  const found: string[] = []
  const problems: Problem[] = []
  const asked = { written: 0, read: 0, ended: 0 }
  const reader = createReader(
    plan,
    { block: (block) => found.push(...valuesOf(block)), problem: (one) => problems.push(one) },
    { scratch: () => counting(asked) },
  )
  reader.push(bytes)
  reader.end()
  const expected = model(records.map(longRow), 'skip-cells')
  expect(new Set(found)).toEqual(new Set(expected.values))
  expect(found.length).toBe(expected.values.length)
  for (const isSame of [true, false]) {
    const ofKind = (all: string[]) => all.filter((one) => one.includes('same') === isSame)
    // Of one kind of problem ten thousand are told one by one.
    expect(ofKind(told(problems))).toEqual(ofKind(expected.problems).slice(0, 10_000))
  }
  expect(asked.written).toBeGreaterThan(100)
  expect(asked.read).toBeGreaterThan(1000)
  expect(asked.ended).toBe(1)
})

function counting(asked: { written: number; read: number; ended: number }): Scratch {
  const scratch = createMemoryScratch()
  return {
    write(piece, words) {
      asked.written++
      scratch.write(piece, words)
    },
    read(piece, into) {
      asked.read++
      scratch.read(piece, into)
    },
    end() {
      asked.ended++
      scratch.end()
    },
  }
}

function valuesOf({ count, slots, row, values: all, reasons }: Block): string[] {
  return Array.from(reasons).flatMap((reason, at) => {
    const column = (slots[Math.floor(at / count)] ?? 0) + 3
    return reason === 0 ? [`${row[at % count]},${column}: ${all[at]}`] : []
  })
}
