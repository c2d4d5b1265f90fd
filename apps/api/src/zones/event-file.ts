import { createProbe, createRowReader, type Dialect } from '@permu/intake'
import { NewZoneEvent, type ZoneEvent } from '../contract.ts'
import { failed, done, type Outcome } from '../problem.ts'
import { nameKey } from './name.ts'

/** The small file in which zone events are written down: a row an event. */

type Field = 'date' | 'kind' | 'from' | 'to' | 'note'

const HEADERS: Record<Field, readonly string[]> = {
  date: ['日期', 'date', '时间'],
  kind: ['类型', 'kind', 'type'],
  from: ['原', 'from', '原园区', '原名称'],
  to: ['新', 'to', '新园区', '新名称'],
  note: ['说明', 'note', '备注'],
}

const KINDS: Record<NewZoneEvent['kind'], readonly string[]> = {
  merge: ['合并', 'merge'],
  split: ['拆分', '分拆', '分立', 'split'],
  border: ['边界', '调整', '边界调整', '范围调整', 'border'],
  rename: ['更名', '改名', '名称变更', 'rename'],
}

const KIND_NAMES = Object.keys(KINDS) as NewZoneEvent['kind'][]
const FIELDS = Object.keys(HEADERS) as Field[]
const DELIMITERS = [',', '\t', ';', '，', '|']

interface Row {
  row: number
  cells: string[]
}

/** An event with the place in the file that each of its parts came from. */
export interface WrittenEvent {
  row: number
  columns: Record<Field, number>
  event: NewZoneEvent
}

type Fault = { pointer: string; message: string }

/** Where in the file a fault lies. */
export const pointerOf = (row: number, column: number) =>
  `/rows/${String(row)}/columns/${String(column)}`

function read(bytes: Uint8Array, dialect: Dialect): Row[] {
  const rows: Row[] = []
  const reader = createRowReader(dialect, (row) => {
    const cells = Array.from({ length: row.count }, (_, k) => row.text(k).trim())
    if (cells.some((cell) => cell !== '')) rows.push({ row: row.row, cells })
    return true
  })
  reader.push(bytes)
  reader.end()
  return rows
}

function columnsOf(header: Row | undefined): Partial<Record<Field, number>> {
  const keys = (header?.cells ?? []).map(nameKey)
  const found = FIELDS.map((field) => [
    field,
    keys.findIndex((key) => HEADERS[field].includes(key)),
  ])
  return Object.fromEntries(found.filter(([, at]) => at !== -1)) as Partial<Record<Field, number>>
}

/** The rows of the file, cut by the delimiter under which the header makes most sense. */
function cut(bytes: Uint8Array): { rows: Row[]; columns: Partial<Record<Field, number>> } {
  const probe = createProbe()
  probe.push(bytes)
  const { encoding, bom } = probe.end().encoding
  const tries = DELIMITERS.map((delimiter) => {
    const rows = read(bytes, { encoding, bom, delimiter, quote: '"' })
    return { rows, columns: columnsOf(rows[0]) }
  })
  const size = (columns: object) => Object.keys(columns).length
  return tries.reduce((best, next) => (size(next.columns) > size(best.columns) ? next : best))
}

const names = (text: string) => {
  const written = text.split(/[、;；]/u).map((name) => name.trim())
  return [...new Set(written)].filter((name) => name !== '')
}

/** 2023年1月5日 as 2023-01-05; whether it is a day is asked later. */
function dateOf(text: string): string {
  const date = text.replaceAll(/[/.年月]/gu, '-').replaceAll(/日|-$/gu, '')
  return date.replaceAll(/-(\d)(?!\d)/gu, '-0$1')
}

/** What the shape of an event refuses, such as a list that is too long. */
function faultsOf(event: NewZoneEvent): [Field, string][] {
  const issues = NewZoneEvent.safeParse(event).error?.issues ?? []
  return issues.map(({ path, message }) => {
    return [FIELDS.find((field) => field === path[0]) ?? 'kind', message]
  })
}

/** One row as an event; a border that changed may leave out the new zone, which is the old one. */
function eventOf(
  { row, cells }: Row,
  columns: Record<Field, number>,
): { written: WrittenEvent } | { faults: Fault[] } {
  const at = (field: Field) => cells[columns[field]] ?? ''
  const kind = KIND_NAMES.find((name) => KINDS[name].includes(nameKey(at('kind'))))
  const from = names(at('from'))
  const listed = names(at('to'))
  const to = kind === 'border' && listed.length === 0 ? from : listed
  const faults: Fault[] = []
  const blame = (field: Field, message: string) => {
    faults.push({ pointer: pointerOf(row, columns[field] + 1), message })
  }
  if (kind === undefined)
    blame('kind', 'must be merge 合并, split 拆分, border 边界 or rename 更名')
  if (from.length === 0) blame('from', 'names no zone')
  if (to.length === 0) blame('to', 'names no zone')
  if (kind === undefined || faults.length > 0) return { faults }
  const event = { date: dateOf(at('date')), kind, from, to, note: at('note') }
  for (const [field, message] of faultsOf(event)) blame(field, message)
  return faults.length > 0 ? { faults } : { written: { row, columns, event } }
}

/** Reads the whole file; a fault in any row refuses all of it. */
export function readEventFile(bytes: Uint8Array): Outcome<WrittenEvent[]> {
  const { rows, columns } = cut(bytes)
  const { date, kind, from, to, note = -1 } = columns
  if (date === undefined || kind === undefined || from === undefined || to === undefined) {
    return failed('invalid', 'The header must have 日期/date, 类型/kind, 原/from and 新/to.', [
      { pointer: pointerOf(rows[0]?.row ?? 1, 1), message: 'is not such a header' },
    ])
  }
  const all = rows.slice(1).map((row) => eventOf(row, { date, kind, from, to, note }))
  const faults = all.flatMap((one) => ('faults' in one ? one.faults : []))
  if (faults.length > 0) return failed('invalid', 'Nothing was recorded: rows are wrong.', faults)
  return done(all.flatMap((one) => ('written' in one ? [one.written] : [])))
}

/** All events in the form in which they can be sent back. */
export function eventTable(events: readonly ZoneEvent[]): string[][] {
  const list = (zones: ZoneEvent['from']) => zones.map(({ name }) => name).join('、')
  return [
    ['日期', '类型', '原', '新', '说明'],
    ...events.map(({ date, kind, from, to, note }) => [
      ...[date, KINDS[kind][0] ?? kind, list(from), list(to), note ?? ''],
    ]),
  ]
}
