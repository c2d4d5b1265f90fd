import { comparable, parseUnit, type MissingReason, type Unit } from '@permu/metrics'
import type { ProblemCode } from './problem.ts'

/** What one cell of a value column says. */
export type Reading =
  | { ok: true; value: number; problem?: ProblemCode; note?: Note }
  | { ok: false; reason: MissingReason; problem?: ProblemCode; note?: Note }

/** What is told once for each column. */
export type Note = 'null-token' | 'fullwidth-normalised'

export interface CellContext {
  unit: Unit | null
  /** The column counts in percent. */
  percent: boolean
  decimalComma: boolean
  /** The unit stands in every cell, so a cell without one is not understood. */
  carried: boolean
  /** A value below zero cannot be. */
  neverNegative: boolean
  /** Digits alone are a number of the column: neither of `decimalComma` and `carried`. */
  plain: boolean
}

const NULLS: Record<string, MissingReason> = {
  不适用: 'not-applicable',
  'n/a.': 'not-applicable',
  待公布: 'not-yet-published',
  未公布: 'not-yet-published',
  尚未公布: 'not-yet-published',
  待发布: 'not-yet-published',
  x: 'suppressed',
  '*': 'suppressed',
  '**': 'suppressed',
  '***': 'suppressed',
  保密: 'suppressed',
  涉密: 'suppressed',
}

const NOT_REPORTED = new Set(
  [
    ...['', '-', '--', '---', '—', '——', '–', '―', '−', '......', '...', '..', '.', '/', '\\'],
    ...['n/a', 'na', '#n/a', 'nan', 'null', 'nil', 'none', '(null)', 'nd'],
    ...['无', '暂无', '暂无数据', '无数据', '未统计', '未填报', '未报', '缺失', '空'],
  ].map((text) => text.toLowerCase()),
)

// Excel, WPS and LibreOffice, in English and Chinese; `####` is a number that its column cut off.
const EXCEL_ERROR =
  /^#(ref|name|value|div\/0|num|null|spill|calc|field|getting_data|blocked|connect|unknown|busy)[!?]?$|^#(引用|名称|名字|值|数值|数字|数|空|空值|除零|除数\/0|除以零|溢出|计算|字段)[!?]?$|^#{2,}$|^(err|错误)[:]\d{3}$/iu
const DASHES = /^[-—–―−]*$/

/** A null token's reason, or undefined where the text is not one. */
export function missingReason(text: string): MissingReason | undefined {
  const token = tidy(text).toLowerCase()
  return NOT_REPORTED.has(token) ? 'not-reported' : NULLS[token]
}

// 100① or 12³ is a number with a mark of its footnote: to fold them would make 1001 and 123.
const MARKED = /(?:^|[\p{Nd}.)）])\s*\p{No}|\p{No}\s*[\p{Nd}.]/u
const INVISIBLE = new RegExp('[\\0\\u200b\\ufeff]+', 'gu')
// Blanks group digits by three, as in 1 234 567.5; any other blank between digits stays.
const SPACED = /^\D*\d{1,3}(\s\d{3})+(?!\d)/u

/** Full-width forms to plain ones, no blanks, no apostrophe that Excel uses to mark text. */
export function tidy(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(INVISIBLE, '').trim()
  const joined = SPACED.test(plain) ? plain.replaceAll(/(?<=\d)\s(?=\d{3})/gu, '') : plain
  return joined
    .replaceAll(/(?<!\d)\s+|\s+(?!\d)/gu, '')
    .replace(/^['’‘]+/u, '')
    .replace(/['’‘]+$/u, '')
}

/** Judges a cell that is not a plain number. */
export function readCell(text: string, context: CellContext): Reading {
  if (/^\s*[=＝]/u.test(text)) return unreadable('formula-cell')
  if (MARKED.test(text)) return unreadable('not-a-number')
  const raw = tidy(text)
  const reason = missingReason(raw)
  if (reason !== undefined) {
    return { ok: false, reason, ...(raw === '' ? {} : { note: 'null-token' }) }
  }
  if (EXCEL_ERROR.test(raw)) return unreadable('excel-error-value')
  const percent = /[%‰]$/u.test(raw)
  if (percent && DASHES.test(raw.slice(0, -1))) {
    return { ok: false, reason: 'not-reported', problem: 'bare-percent' }
  }
  const found = readNumber(raw, context)
  return found.ok && /[０-９]/u.test(text) ? { ...found, note: 'fullwidth-normalised' } : found
}

const CONFLICT: Reading = { ok: false, reason: 'unit-conflict', problem: 'unit-conflict' }

function unreadable(problem: ProblemCode): Reading {
  return { ok: false, reason: 'unreadable', problem }
}

const NUMBER_PARTS = /^([^\d.]*)([\d.,]*\d\.?(?:e[-+]?\d+)?)(.*)$/isu
const SIGNED = /^[-+−]?[¥￥$€£]?$|^[¥￥$€£][-+−]?$/u

function readNumber(raw: string, context: CellContext): Reading {
  const inner = /^\((.+)\)$/u.exec(raw)?.[1]
  if (inner === undefined) return readSigned(raw, context, false)
  const found = readSigned(inner, context, true)
  if (!found.ok || found.problem !== undefined) return found
  return { ...found, problem: 'bracket-negative' }
}

function isSign(text: string, bracketed: boolean): boolean {
  return bracketed ? text === '' : SIGNED.test(text)
}

// Accountants write a loss in brackets, and then without a sign.
function readSigned(raw: string, context: CellContext, bracketed: boolean): Reading {
  const parts = NUMBER_PARTS.exec(raw)
  if (parts === null) return unreadable('not-a-number')
  const [sign = '', digits = '', suffix = ''] = parts.slice(1)
  const size = isSign(sign, bracketed) ? plainDigits(digits, context.decimalComma) : null
  if (size === null) return unreadable('not-a-number')
  const found = withSuffix(size, suffix, context)
  const negative = bracketed || /[-−]/u.test(sign)
  return found.ok && negative ? { ...found, value: 0 - found.value } : found
}

const PLAIN = /^(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/iu
const COMMA_DECIMAL = /^(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/u
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/u

/** The digits as `Number` takes them; null where they are no number. */
function plainDigits(digits: string, decimalComma: boolean): string | null {
  if (decimalComma) {
    return COMMA_DECIMAL.test(digits) ? digits.replaceAll('.', '').replace(',', '.') : null
  }
  if (PLAIN.test(digits)) return digits
  return GROUPED.test(digits) ? digits.replaceAll(',', '') : null
}

const SCALES: Record<string, number> = {
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
}

function withSuffix(digits: string, suffix: string, context: CellContext): Reading {
  const value = Number(digits)
  if (!Number.isFinite(value)) return unreadable('number-overflow')
  if (suffix === '') return context.carried ? CONFLICT : { ok: true, value }
  if (suffix === '%' || suffix === '‰') return percentValue(value, suffix, context)
  const scale = SCALES[suffix]
  if (scale !== undefined) {
    // 1.2亿 under 万元 may mean 1.2亿元 or 1.2亿×万元, and nothing in the file decides it.
    if (/^[千万亿]/u.test(context.unit?.id ?? '')) return unreadable('ambiguous-number')
    return finite(scaled(digits, BigInt(scale), 1n))
  }
  return withUnit(digits, parseUnit(suffix), context.unit)
}

function finite(value: number): Reading {
  return Number.isFinite(value) ? { ok: true, value } : unreadable('number-overflow')
}

function percentValue(value: number, suffix: string, context: CellContext): Reading {
  const same = suffix === '%' ? context.percent : context.unit?.id === '‰'
  return same ? { ok: true, value } : unreadable('percent-mismatch')
}

function withUnit(digits: string, own: Unit | null, column: Unit | null): Reading {
  if (own === null) return unreadable('not-a-number')
  if (column === null) return CONFLICT
  if (own.id === column.id) return finite(Number(digits))
  if (!comparable(own, column)) return CONFLICT
  const above = BigInt(own.factor.numerator) * BigInt(column.factor.denominator)
  const below = BigInt(own.factor.denominator) * BigInt(column.factor.numerator)
  const found = finite(scaled(digits, above, below))
  return found.ok ? { ...found, problem: 'cell-unit' } : found
}

/** Digits kept of a quotient: far more than a number holds, so that it is rounded only once. */
const KEPT = 40

/** As the decimal text would: 41995183648.02亿元 in 万元 is 419951836480200, not …199.94. */
function scaled(digits: string, above: bigint, below: bigint): number {
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const quotient = (BigInt(whole + fraction) * above * 10n ** BigInt(KEPT)) / below
  return Number(`${quotient}e${Number(exponent) - fraction.length - KEPT}`)
}
