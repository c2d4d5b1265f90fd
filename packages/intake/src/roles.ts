import { splitLabel } from './label.ts'
import { isPartOfYear } from './labels-of-year.ts'
import { isWordedPeriod, parsePeriod, splitDatedLabel } from './period.ts'
import type { ColumnOverride, PeriodPart, Role } from './plan.ts'
import { isShareAlone } from './shares.ts'
import { numericShare, textShare, type ColumnStats } from './stats.ts'
import {
  attributeOf,
  isCodeLabel,
  isFieldWord,
  isIgnoredLabel,
  isUnitWord,
  isValueWord,
  periodWord,
  totalKind,
  zoneRank,
} from './words.ts'

export interface RoleGuess {
  role: Role
  why: string
  confidence: number
  attribute?: string
  part?: PeriodPart
}

export interface ColumnFacts {
  label: string
  stats: ColumnStats
  override: ColumnOverride | undefined
  /** The host or the built-in list knows the label, or a unit stands beside it. */
  known: boolean
  /** The label was joined with that of the column to its left. */
  beside?: boolean
}

/** Gives every column its role; a person's word comes first. */
export function guessRoles(columns: ColumnFacts[]): RoleGuess[] {
  const guesses = columns.map(firstGuess)
  settleTidy(columns, guesses)
  settleZone(columns, guesses)
  settlePeriods(columns, guesses)
  return guesses
}

function firstGuess(column: ColumnFacts): RoleGuess {
  const { label, stats, override } = column
  if (override !== undefined) return byPerson(override, label)
  if (label === '' && stats.filled === 0) return guess('ignored', 'blank-column', 1)
  if (parsePeriod(label) !== null && textShare(stats) < 0.5)
    return guess('value', 'period-header', 0.95)
  if (isIgnoredLabel(label)) return guess('ignored', 'serial-or-remark', 0.9)
  return byLabel(column) ?? byContent(column)
}

function byPerson(override: ColumnOverride, label: string): RoleGuess {
  const made = guess(override.role, 'person', 1)
  const attribute = attributeOf(label) ?? label
  return override.role === 'zone-attribute' ? { ...made, attribute } : made
}

function guess(role: Role, why: string, confidence: number): RoleGuess {
  return { role, why, confidence }
}

function byLabel({ label, stats }: ColumnFacts): RoleGuess | null {
  const part = periodWord(label)
  const serial = stats.serials > 0 && stats.serials + stats.nulls === stats.filled
  const periodic = serial || stats.periods + stats.parts + stats.nulls >= stats.filled * 0.5
  if (part !== null && (periodic || stats.filled === 0)) {
    return { ...guess('period', 'period-word', 0.95), ...(part === 'any' ? {} : partOf(part)) }
  }
  if (isCodeLabel(label)) return guess('zone-code', 'code-word', 0.9)
  const attribute = attributeOf(label)
  if (attribute !== null && textShare(stats) > 0) {
    return { ...guess('zone-attribute', 'attribute-word', 0.9), attribute }
  }
  return null
}

function partOf(text: string): { part: PeriodPart } | Record<string, never> {
  const parts: PeriodPart[] = ['year', 'half', 'quarter', 'month']
  const part = parts.find((name) => name === text)
  return part === undefined ? {} : { part }
}

function byContent({ label, stats, known }: ColumnFacts): RoleGuess {
  if (areWordedPeriods(stats)) return guess('period', 'period-cells', 0.8)
  if (numericShare(stats) >= 0.5) return guess('value', 'numbers', 0.9)
  if (stats.filled === stats.nulls) {
    return label === '' ? guess('ignored', 'no-label', 0.6) : guess('value', 'no-values', 0.5)
  }
  const stated = splitLabel(label).unit !== null
  if (known && (stated || stats.numbers > 0)) return guess('value', 'known-field', 0.6)
  if (label === '') return guess('ignored', 'no-label', 0.6)
  return { ...guess('zone-attribute', 'text-column', 0.5), attribute: label }
}

function areWordedPeriods(stats: ColumnStats): boolean {
  return stats.worded > 0 && stats.worded >= (stats.filled - stats.nulls) * 0.9
}

function isOpen(guess: RoleGuess | undefined): boolean {
  return guess !== undefined && guess.why !== 'person'
}

/** One column names the quantity of each row; the numbers stand in one column or under periods. */
function settleTidy(columns: ColumnFacts[], guesses: RoleGuess[]): void {
  const byHand = guesses.some(({ role, why }) => role === 'field' && why === 'person')
  const field = byHand ? -1 : findFieldColumn(columns, guesses)
  if (field < 0 && !byHand) return
  if (field >= 0) guesses[field] = guess('field', 'field-word', 0.95)
  for (const [i, { label, stats }] of columns.entries()) {
    if (isUnitWord(label) && stats.texts + stats.units > 0 && isOpen(guesses[i])) {
      guesses[i] = guess('unit', 'unit-word', 0.95)
    }
  }
}

function findFieldColumn(columns: ColumnFacts[], guesses: RoleGuess[]): number {
  const periods = columns.filter(({ label }) => parsePeriod(label) !== null).length
  const across =
    periods >= 2 || (periods === 1 && columns.some((c, i) => isFieldColumn(c, guesses[i])))
  const hasValue = columns.some((c, i) => isValueWord(c.label) && guesses[i]?.role === 'value')
  if (!across && !hasValue) return zoneHeaders(columns, guesses)
  const named = columns.findIndex((c, i) => isFieldColumn(c, guesses[i]))
  return named < 0 && across ? unlabelledFields(columns) : named
}

/** `指标,单位,天府新区,高新区`: the quantities stand in rows and every other column is a zone. */
function zoneHeaders(columns: ColumnFacts[], guesses: RoleGuess[]): number {
  const named = columns.findIndex((c, i) => isFieldColumn(c, guesses[i]))
  const field = named < 0 ? unlabelledFields(columns) : named
  const values = [...columns.keys()].filter((i) => i !== field && guesses[i]?.role === 'value')
  const isZone = (i: number) => namesZone(columns[i], guesses[i])
  const others = columns.filter((_, i) => i !== field && !values.includes(i))
  if (field < 0 || values.length < 2 || !values.every(isZone)) return -1
  if (others.some(({ label }) => zoneRank(label) > 1)) return -1
  for (const i of values) guesses[i] = zoneHeader(columns[i]?.label ?? '')
  return field
}

function zoneHeader(label: string): RoleGuess {
  if (totalKind(label) !== null) return guess('ignored', 'total-column', 0.8)
  return guess('value', 'zone-header', 0.8)
}

function namesZone(column: ColumnFacts | undefined, guess: RoleGuess | undefined): boolean {
  if (column === undefined || !isOpen(guess)) return false
  const { label, known } = column
  const stated = known || isValueWord(label) || splitLabel(label).unit !== null
  return (
    label !== '' &&
    !stated &&
    !isPartOfYear(label) &&
    !isShareAlone(label) &&
    splitDatedLabel(label) === null &&
    periodWord(label) === null
  )
}

function isFieldColumn({ label, stats }: ColumnFacts, guess: RoleGuess | undefined): boolean {
  return isOpen(guess) && isFieldWord(label) && textShare(stats) >= 0.5
}

// `,2024年,2023年` over rows such as `房地产开发投资额(亿元)`.
function unlabelledFields(columns: ColumnFacts[]): number {
  const first = columns[0]
  if (first?.label !== '' || first.stats.texts === 0) return -1
  return first.stats.units >= first.stats.texts * 0.5 ? 0 : -1
}

function settleZone(columns: ColumnFacts[], guesses: RoleGuess[]): void {
  if (guesses.some(({ role, why }) => role === 'zone' && why === 'person')) return
  const zone = bestZone(columns, guesses)
  if (zone >= 0) {
    const rank = zoneRank(columns[zone]?.label ?? '')
    guesses[zone] = guess('zone', rank > 0 ? 'zone-word' : 'first-text', rank > 0 ? 0.95 : 0.6)
    return
  }
  const code = guesses.findIndex(({ role }) => role === 'zone-code')
  if (code >= 0) guesses[code] = guess('zone', 'code-as-zone', 0.8)
  else settleNumberedZone(columns, guesses)
}

/** 798 may be the name of a zone, where the first header says outright that it names zones. */
function settleNumberedZone(columns: ColumnFacts[], guesses: RoleGuess[]): void {
  const named = guesses.some(({ role, why }) => role === 'field' || why === 'zone-header')
  const first = guesses.findIndex(({ role }) => role === 'value')
  const rank = zoneRank(columns[first]?.label ?? '')
  if (!named && rank === 3 && isOpen(guesses[first])) {
    guesses[first] = guess('zone', 'zone-word', 0.7)
  }
}

function bestZone(columns: ColumnFacts[], guesses: RoleGuess[]): number {
  let best = -1
  let bestRank = 0
  for (const [i, column] of columns.entries()) {
    if (!canName(column, guesses[i])) continue
    const rank = zoneRank(column.label)
    if (rank > bestRank) {
      best = i
      bestRank = rank
    }
  }
  if (best >= 0) return best
  const coded = guesses.some(({ role }) => role === 'zone-code')
  if (guesses.some(({ role }) => role === 'field') || coded) return -1
  return columns.findIndex((c, i) => canName(c, guesses[i]) && looksLikeNames(c, guesses[i]))
}

function canName({ label, stats }: ColumnFacts, guess: RoleGuess | undefined): boolean {
  if (guess === undefined || !isOpen(guess) || isWordedPeriod(label)) return false
  if (guess.role === 'value' && zoneRank(label) > 0) return stats.texts > 0 || stats.filled === 0
  if (!['zone-attribute', 'ignored'].includes(guess.role)) return false
  if (guess.why === 'serial-or-remark') return false
  return stats.filled > 0 && textShare(stats) >= 0.5
}

function looksLikeNames({ label, stats }: ColumnFacts, guess: RoleGuess | undefined): boolean {
  if (guess?.why === 'attribute-word' || isFieldWord(label)) return false
  return stats.longest <= 60 && (stats.distinct > 1 || stats.filled === 1 || label === '')
}

/** Years in a column of numbers are periods where the header is empty and nothing else gives one. */
function settlePeriods(columns: ColumnFacts[], guesses: RoleGuess[]): void {
  if (guesses.some(({ role }) => role === 'period')) return
  const at = columns.findIndex(({ label, stats }, i) => {
    const bare = label === '' && guesses[i]?.role === 'value'
    return bare && isOpen(guesses[i]) && stats.periods === stats.filled && stats.filled > 0
  })
  if (at >= 0) guesses[at] = guess('period', 'period-cells', 0.8)
}
