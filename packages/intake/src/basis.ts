import type { Basis, FieldRef } from './plan.ts'
import { newField } from './quantities.ts'

/** A label that says whether its figure is the period's own or counts from January on. */
export interface BasisLabel {
  /** The label without the words that say so. */
  label: string
  basis: Basis | null
  /** The months or quarters that it names itself, such as 1-9月. */
  span: string | null
}

const SPAN =
  '(?:0?1|一)(?:月份?)?[-—–~至到](?:\\d{1,2}|[二三四五六七八九十]{1,2})月份?(?:累计)?|(?:前|(?:1|一)[-—–~至到])[二三四2-4]个?季度(?:累计)?|前\\d{1,2}个?月(?:累计)?'
const CUMULATIVE =
  '本年度?累计|年初至今|年初以来|自?年初累计|本期累计|累计(?:数|值|额|完成)?|ytd|year[ -]to[ -]date|cumulative'
const OWN =
  '当期(?:数|值)?|本期(?:数|值)?|当月(?:数|值)?|本月(?:数|值)?|当季度?|本季度?|single[ -]month'

const WORDS = `(?:(?<span>${SPAN})|(?<cumulative>${CUMULATIVE})|(?<own>${OWN}))`
const FRONT = new RegExp(`^${WORDS}(?:的|[\\s_:：-])*(?<label>[^\\s_:：-].*)$`, 'iu')
const BACK = new RegExp(
  `^(?<label>.*?\\S)[\\s_:：-]*[(（]?${WORDS}[)）]?(?<rest>\\s*[(（[【_/].*)?$`,
  'iu',
)
/** What is left must still name something, and not just its unit. */
const NOTHING = /^[\s(（[【_/]|^[数值额]?$/u

/** Takes 累计, 1-9月, 本月 and their like off a label. */
export function splitBasis(label: string): BasisLabel {
  const groups = (FRONT.exec(label) ?? BACK.exec(label))?.groups
  if (groups === undefined) return { label, basis: null, span: null }
  const rest = `${groups['label'] ?? ''}${groups['rest'] ?? ''}`.trim()
  if (NOTHING.test(rest)) return { label, basis: null, span: null }
  const basis = groups['own'] === undefined ? 'cumulative' : 'own'
  return { label: rest, basis, span: groups['span'] ?? null }
}

/** The field that keeps the other kind of figure apart, where a file has both. */
export function twinField({ name }: FieldRef, basis: Basis): FieldRef {
  return newField(`${name}（${basis === 'cumulative' ? '累计' : '当期'}）`)
}

/** Whether the whole year has passed: then the cumulative figure is the year's own. */
export function isWholeYear(period: string): boolean {
  return /^\d{4}$/u.test(period)
}
