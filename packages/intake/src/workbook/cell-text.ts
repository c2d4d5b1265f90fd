import type { MeaningOf } from './number-format.ts'
import { dateText, percentText } from './number-text.ts'
import { Refusal } from './refusal.ts'
import type { RawCell } from './sheet-scanner.ts'
import { decodeEscapes } from './xml.ts'

/** What a cell is, so far as filling merged cells goes. */
export type CellKind = 'blank' | 'text' | 'number' | 'error'

export interface CellText {
  text: string
  kind: CellKind
  /** The cell shows a part of its number only, such as thousands of it. */
  scaled?: true
}

export interface CellContext {
  strings: readonly string[]
  meaningOf: MeaningOf
  from1904: boolean
}

/** Stands for a formula that was never calculated; as an error it is reported, and never a zero. */
export const NOT_CALCULATED = '#CALC!'

const BLANK: CellText = { text: '', kind: 'blank' }
const asText = (text: string): CellText => (text === '' ? BLANK : { text, kind: 'text' })
const asError = (text: string): CellText => ({ text, kind: 'error' })

type Reader = (cell: RawCell, context: CellContext) => CellText

const READERS: Record<string, Reader> = {
  s: ({ value }, { strings }) => asText(sharedText(value, strings)),
  str: ({ value }) => asText(decodeEscapes(value)),
  inlineStr: ({ value }) => asText(decodeEscapes(value)),
  b: ({ value }) => asText(BOOLEANS[value.toLowerCase()] ?? value),
  e: ({ value }) => asError(value),
  d: ({ value }) => asText(value.replace(/T00:00:00(\.0+)?Z?$/u, '')),
}

const BOOLEANS: Record<string, string> = { 0: 'FALSE', false: 'FALSE', 1: 'TRUE', true: 'TRUE' }

/** A cell as text: numbers exact, percentages with their sign, dates as ISO, never the rounded look. */
export function cellText(cell: RawCell, context: CellContext): CellText {
  const { type, value, valued, formula } = cell
  if (formula && (!valued || (value === '' && type !== 'str'))) return asError(NOT_CALCULATED)
  if (type === 'n') return value === '' ? BLANK : numberText(cell, context)
  return (READERS[type] ?? numberText)(cell, context)
}

function sharedText(index: string, strings: readonly string[]): string {
  if (index === '') return ''
  const text = strings[Number(index)]
  if (text === undefined) throw new Refusal('damaged')
  return text
}

function numberText(cell: RawCell, { meaningOf, from1904 }: CellContext): CellText {
  const value = Number(cell.value)
  if (!Number.isFinite(value)) return asText(cell.value)
  const meaning = meaningOf(cell.style, value)
  if (meaning === 'percent') return { text: percentText(value), kind: 'number' }
  if (meaning === 'scaled') return { text: String(value), kind: 'number', scaled: true }
  const dated = meaning === 'number' ? null : dateText(value, meaning, from1904)
  return dated === null ? { text: String(value), kind: 'number' } : asText(dated)
}
