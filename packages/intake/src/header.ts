import { cellKind } from './guess.ts'
import { cleanLabel, statedUnit } from './label.ts'
import type { Unit } from '@permu/metrics'
import { isPreambleCell } from './preamble.ts'
import type { TextRecord } from './records.ts'
import { isUnitWord } from './words.ts'

/** The header as found: one label and perhaps one unit for each column. */
export interface HeaderFinding {
  /** File row from 1; 0 where there is none. */
  row: number
  rows: number
  labels: string[]
  /** From a row of units under the labels. */
  units: (Unit | null)[]
  above: string[][]
  data: TextRecord[]
}

const SEARCHED = 60

export function findHeader(records: TextRecord[], wanted?: number): HeaderFinding {
  const at = wanted === undefined ? bestRow(records) : rowAt(records, wanted)
  const first = wanted === undefined && isUpperHalf(records, at) ? at - 1 : at
  const top = records[first]
  if (top === undefined) return withoutHeader(records)
  const labels = top.cells.map(cleanLabel)
  const below = records[first + 1]
  if (below !== undefined && (first < at || isLowerHalf(labels, below))) {
    return withUnits(
      { records, first, next: first + 2 },
      joinLabels(labels, below.cells.map(cleanLabel)),
    )
  }
  return withUnits({ records, first, next: first + 1 }, labels)
}

function rowAt(records: TextRecord[], wanted: number): number {
  return records.findIndex(({ row }) => row === wanted)
}

interface HeaderPlace {
  records: TextRecord[]
  first: number
  next: number
}

function withUnits({ records, first, next }: HeaderPlace, labels: string[]): HeaderFinding {
  const units = unitRow(records[next], labels)
  const end = units === null ? next : next + 1
  const above = records.slice(0, first).filter(({ blank }) => !blank)
  return {
    row: records[first]?.row ?? 0,
    rows: end - first,
    labels,
    units: units ?? [],
    above: above.map(({ cells }) => cells),
    data: records.slice(end),
  }
}

function withoutHeader(records: TextRecord[]): HeaderFinding {
  const width = Math.max(0, ...records.map(({ cells }) => cells.length))
  const labels = Array.from({ length: width }, () => '')
  return { row: 0, rows: 0, labels, units: [], above: [], data: records }
}

interface Shape {
  labels: number
  numbers: number
  filled: number
}

function shapeOf(cells: string[]): Shape {
  const labels = new Set<string>()
  let numbers = 0
  let filled = 0
  for (const cell of cells) {
    const kind = cellKind(cell)
    if (kind === 'blank') continue
    filled++
    if (kind === 'number') numbers++
    else if (kind !== 'null') labels.add(cell.trim())
  }
  return { labels: labels.size, numbers, filled }
}

/** The row with the most distinct labels at or before the first row that holds numbers. */
function bestRow(records: TextRecord[]): number {
  let best = -1
  let bestLabels = 0
  for (let i = 0; i < Math.min(records.length, SEARCHED); i++) {
    const cells = records[i]?.cells ?? []
    const shape = shapeOf(cells)
    if (shape.numbers > 0 && shape.filled > 1) break
    if (shape.filled < 2 || isPreambleRow(cells, shape)) continue
    if (shape.labels > bestLabels) {
      best = i
      bestLabels = shape.labels
    }
  }
  return best >= 0 ? best : narrowHeader(records)
}

function isPreambleRow(cells: string[], shape: Shape): boolean {
  return shape.filled <= 3 && cells.some(isPreambleCell)
}

// A file of one column: its first line is the header where a later one is a number.
function narrowHeader(records: TextRecord[]): number {
  if (records.some(({ cells }) => shapeOf(cells).filled > 1)) return -1
  const first = records.findIndex(({ blank }) => !blank)
  return first >= 0 && cellKind(records[first]?.cells[0] ?? '') === 'text' ? first : -1
}

function filledCells(record: TextRecord | undefined): string[] {
  return (record?.cells ?? []).map((cell) => cell.trim())
}

/** The row above spans groups over the labels found, as merged cells do. */
function isUpperHalf(records: TextRecord[], at: number): boolean {
  const upper = filledCells(records[at - 1])
  const shape = shapeOf(upper)
  if (shape.filled < 2 || shape.numbers > 0 || isPreambleRow(upper, shape)) return false
  return isLowerHalf(upper, records[at])
}

function isLowerHalf(line: string[], record: TextRecord | undefined): boolean {
  const lower = filledCells(record)
  const labels = asMerged(line, lower)
  const shape = shapeOf(lower)
  if (shape.numbers > 0 || shape.filled < 2) return false
  const underBlank = lower.filter((cell, i) => cell !== '' && (labels[i] ?? '') === '').length
  const firstFree = (lower[0] ?? '') === '' || lower[0] === labels[0]
  return underBlank > 0 && firstFree && (labels[0] ?? '') !== ''
}

/** A group that is repeated over different labels, as in a workbook, like one that is left out. */
function asMerged(line: string[], lower: string[]): string[] {
  return line.map((label, i) => (label === line[i - 1] && lower[i] !== lower[i - 1] ? '' : label))
}

function joinLabels(upper: string[], lower: string[]): string[] {
  const width = Math.max(upper.length, lower.length)
  let group = ''
  return Array.from({ length: width }, (_, i) => {
    const top = upper[i] ?? ''
    const bottom = lower[i] ?? ''
    if (top !== '') group = top
    if (bottom === '' || bottom === top) return top
    return group === '' ? bottom : `${group} ${bottom}`
  })
}

function saysNothing(cell: string): boolean {
  const kind = cellKind(cell)
  return kind === 'blank' || kind === 'null' || isUnitWord(cell)
}

/** The units under the labels, or null where the row is not one of units. */
function unitRow(record: TextRecord | undefined, labels: string[]): (Unit | null)[] | null {
  if (record === undefined || record.blank) return null
  let units = 0
  for (const [i, cell] of record.cells.entries()) {
    if (saysNothing(cell)) continue
    if (statedUnit(cell) === null || labels[i] === '') return null
    units++
  }
  return units === 0 ? null : record.cells.map(statedUnit)
}
