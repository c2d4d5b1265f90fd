import { cellKind } from './guess.ts'
import { cleanLabel, statedUnit } from './label.ts'
import type { Unit } from '@permu/metrics'
import { isPreambleCell } from './preamble.ts'
import { isPeriodPart, parsePeriod } from './period.ts'
import type { TextRecord } from './records.ts'
import { isUnitWord, zoneRank } from './words.ts'

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

const LINES = 3

export function findHeader(records: TextRecord[], wanted?: number): HeaderFinding {
  const at = wanted === undefined ? bestRow(records) : rowAt(records, wanted)
  if (records[at] === undefined) return withoutHeader(records)
  let first = at
  while (wanted === undefined && at - first < LINES - 1 && isUpperHalf(records, first)) first--
  let next = at + 1
  while (next - first < LINES && isLowerHalf(lineAbove(records, first, next), records[next])) next++
  const lines = records.slice(first, next).map(({ cells }) => cells.map(cleanLabel))
  return withUnits({ records, first, next }, joinLines(lines))
}

/** The header's last line so far; its first cell may be merged with the one above. */
function lineAbove(records: TextRecord[], first: number, next: number): string[] {
  const [own = '', ...rest] = (records[next - 1]?.cells ?? []).map(cleanLabel)
  const corner = cleanLabel(records[first]?.cells[0] ?? '')
  return [own === '' ? corner : own, ...rest]
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
  const lower = filledCells(records[at])
  if (isLowerHalf(upper, records[at]) || spansPeriods(upper, lower)) return true
  return spansLabels(upper, lower) && isLowerHalf(filledCells(records[at - 2]), records[at - 1])
}

/** The middle of three lines, under a corner that spans all of them. */
function spansLabels(upper: string[], lower: string[]): boolean {
  if (upper[0] !== '' || lower[0] !== '') return false
  const more = lower.filter((cell) => cell !== '').length
  const under = upper.every((cell, i) => cell === '' || (lower[i] ?? '') !== '')
  return under && more > upper.filter((cell) => cell !== '').length
}

/** `,2022年,,2023年,` over `园区,税收,产值,税收,产值`, or the other way round. */
function spansPeriods(upper: string[], lower: string[]): boolean {
  const from = upper.findIndex((cell) => cell !== '')
  const groups = upper.filter((cell) => cell !== '')
  const below = lower.slice(from)
  if (from < 1 || below.some((cell) => cell === '') || below.length <= groups.length) return false
  return groups.every(isPeriod) || below.every(isPeriod)
}

function isPeriod(text: string): boolean {
  return parsePeriod(text) !== null
}

function isLowerHalf(line: string[], record: TextRecord | undefined): boolean {
  const lower = filledCells(record)
  const labels = asMerged(line, lower)
  const shape = shapeOf(lower)
  if (shape.numbers > 0 || shape.filled < 2 || isUnits(lower)) return false
  const [corner = '', ...others] = labels
  const [first = ''] = lower
  if (corner === '') return zoneRank(first) > 0 && others.every(isPeriod)
  const underBlank = lower.some((cell, i) => cell !== '' && (labels[i] ?? '') === '')
  return underBlank && (first === '' || first === corner)
}

/** A group that is repeated over different labels, as in a workbook, like one that is left out. */
function asMerged(line: string[], lower: string[]): string[] {
  return line.map((label, i) => (label === line[i - 1] && lower[i] !== lower[i - 1] ? '' : label))
}

// A row of units belongs under the labels and is no part of them.
function isUnits(cells: string[]): boolean {
  return cells.every((cell) => saysNothing(cell) || statedUnit(cell) !== null)
}

// 绝对值 under 税收 is the tax itself.
const ITSELF = /^(?:绝对值|绝对数|总量|数值|数额|总额)(?=$|[(（])/u

/** One label for each column, from lines of which the upper ones are merged from left to right. */
function joinLines(lines: string[][]): string[] {
  const width = Math.max(0, ...lines.map((line) => line.length))
  const groups = lines.map(() => '')
  return Array.from({ length: width }, (_, i) => {
    const own = lines.map((line) => line[i] ?? '')
    const lowest = own.findLastIndex((text) => text !== '')
    const begins = own.findIndex((text) => text !== '')
    for (const [level, text] of own.entries()) {
      // A new group ends the groups below it, and a blank continues the one to its left.
      if (text !== '' || (begins >= 0 && level > begins)) groups[level] = text
    }
    const parts = groups.slice(0, lowest + 1).filter((text, at) => {
      return text !== '' && text !== groups[at - 1]
    })
    return parts.reduce(joinPair, '')
  })
}

function joinPair(above: string, below: string): string {
  if (above === '') return below
  const year = /^(.*(?:19|20)\d{2})年?$/u.exec(above)?.[1]
  if (year !== undefined && isPeriodPart(below, 'any')) return `${year}年${below}`
  return ITSELF.test(below) ? above + below.replace(ITSELF, '') : `${above} ${below}`
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
