import { missingReason } from './cell.ts'
import type { Unit } from '@permu/metrics'
import { statedUnit } from './label.ts'
import { parsePeriod } from './period.ts'

const NUMERIC =
  /^[-+−(]?[¥￥$€£]?[-+−]?\.?\d[\d.,，\s]*(e[-+]?\d+)?(%|‰|万|亿|百万|千万|万亿)?\)?$/iu

/** Whether a cell is written like a number, full-width digits included. */
export function looksNumeric(text: string): boolean {
  return NUMERIC.test(text.normalize('NFKC').replace(/^['’]/u, '').trim())
}

const WITH_UNIT = /^[-+−(]?[¥￥$€£]?[-+−]?\d[\d.,]*\s*([^\d\s.,()][^()]*)\)?$/u

/** The unit that a cell carries behind its number, as `12万元` does; a time such as 3月 is none. */
export function carriedUnit(text: string): Unit | null {
  const suffix = WITH_UNIT.exec(text.normalize('NFKC').trim())?.[1] ?? ''
  return /[年月日天季%‰]/u.test(suffix) ? null : statedUnit(suffix)
}

// 2015.11 is a month to some, and a quantity in every column of numbers.
function isDecimal(text: string): boolean {
  return /^\d+\.\d*[1-9]\d*$/u.test(text)
}

export type CellKind = 'blank' | 'null' | 'number' | 'period' | 'text'

/** What a cell looks like when nothing is known of its column. */
export function cellKind(text: string): CellKind {
  const trimmed = text.trim()
  if (trimmed === '') return 'blank'
  if (missingReason(trimmed) !== undefined) return 'null'
  if (parsePeriod(trimmed) !== null) return isDecimal(trimmed) ? 'number' : 'period'
  return looksNumeric(trimmed) || carriedUnit(trimmed) !== null ? 'number' : 'text'
}
