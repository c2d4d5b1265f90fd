import { isWholeYear, splitBasis, twinField, type BasisLabel } from './basis.ts'
import { isSet } from './bytes.ts'
import type { HeaderFinding } from './header.ts'
import { splitLabel } from './label.ts'
import { parseUnit, type Unit } from '@permu/metrics'
import { parsePeriod, splitDatedLabel } from './period.ts'
import type { ColumnOverride, FieldRef, PlanColumn } from './plan.ts'
import { problem, type Problem } from './problem.ts'
import { newField, type MatchField, type Quantities } from './quantities.ts'
import { guessRoles, type ColumnFacts, type RoleGuess } from './roles.ts'
import { datePeriods } from './date-columns.ts'
import { dropUnnamed } from './unnamed.ts'
import { labelsOf, nameShares } from './fact-labels.ts'
import { columnStats, type ColumnStats } from './stats.ts'
import type { TextRecord } from './records.ts'
import { totalKind } from './words.ts'

export interface ColumnsRequest {
  header: HeaderFinding
  data: TextRecord[]
  delimiter: string
  tableUnits: Unit[]
  overrides: ColumnOverride[]
  match: MatchField
  quantities: Quantities
  /** The year of the whole file, for headers such as 一季度; null where nothing gives one. */
  year: string | null
}

export interface ColumnsFinding {
  columns: PlanColumn[]
  stats: ColumnStats[]
  problems: Problem[]
  /** The file's rows name the quantity. */
  tidy: boolean
  /** Headers that are nothing but periods. */
  across: boolean
  /** Columns whose header names months without a year, such as 1-9月. */
  spans: { column: PlanColumn; span: string }[]
  /** The year of the file was given to headers that name a month, quarter or half. */
  completed: boolean
}

export function findColumns(request: ColumnsRequest): ColumnsFinding {
  const { header, data, match } = request
  const stats = header.labels.map((_, i) => columnStats(data, i))
  const labels = labelsOf(request, stats)
  const completed = labels.some((label, i) => label !== header.labels[i])
  const facts = labels.map((label, i): ColumnFacts => {
    const split = splitLabel(label)
    return {
      label,
      stats: stats[i] ?? columnStats([], 0),
      override: request.overrides.find(({ index }) => index === i + 1),
      known: split.unit !== null || isSet(header.units[i]) || match(split.name) !== null,
    }
  })
  const guesses = guessRoles(facts)
  nameShares(facts, guesses)
  const columns = facts.map((fact, i) => {
    return plainColumn(fact, { ...(guesses[i] ?? UNKNOWN), header: header.labels[i] ?? '' }, i)
  })
  const tidy = guesses.some(({ role }) => role === 'field')
  const across = datePeriods(columns, facts)
  const problems = [...duplicateLabels(columns), ...totalColumns(columns)]
  if (tidy) problems.push(...dropUnnamed(columns, facts))
  const described = columns.flatMap((column, i) => {
    const fact = facts[i]
    if (fact === undefined || column.role !== 'value') return []
    return describeValue(column, { request, fact })
  })
  if (!tidy) claimFields(described, problems)
  const spans = described.flatMap(({ column, span }) => (span === null ? [] : [{ column, span }]))
  return { columns, stats, problems, tidy, across, spans, completed }
}

const UNKNOWN: RoleGuess = { role: 'ignored', why: 'no-label', confidence: 0 }

function plainColumn(
  fact: ColumnFacts,
  guess: RoleGuess & { header: string },
  i: number,
): PlanColumn {
  const { role, why, confidence, attribute, part, header } = guess
  const period = fact.override?.period
  return {
    index: i + 1,
    header,
    role,
    ...(attribute === undefined ? {} : { attribute }),
    ...(part === undefined ? {} : { part }),
    ...(isSet(period) ? { period: parsePeriod(period)?.id ?? period } : {}),
    unit: null,
    confidence,
    why,
  }
}

function totalColumns(columns: PlanColumn[]): Problem[] {
  const totals = columns.filter(({ why }) => why === 'total-column')
  return totals.map(({ index, header }) => {
    const params = { kind: totalKind(header) ?? 'total' }
    return problem('total-row', { column: index, header, text: header, params })
  })
}

function duplicateLabels(columns: PlanColumn[]): Problem[] {
  const seen = new Map<string, number>()
  const problems: Problem[] = []
  for (const { header, index } of columns) {
    if (header === '') continue
    const first = seen.get(header)
    if (first === undefined) seen.set(header, index)
    else problems.push(problem('duplicate-label', { column: index, header, params: { first } }))
  }
  return problems
}

interface Described {
  column: PlanColumn
  label: string
  field: FieldRef | null
  span: string | null
}

function describeValue(
  column: PlanColumn,
  { request, fact }: { request: ColumnsRequest; fact: ColumnFacts },
): Described[] {
  if (hasDecimalComma(request.delimiter, fact.stats)) column.decimalComma = true
  if (column.why === 'zone-header') return nameZone(column, request.tableUnits)
  const pure = parsePeriod(fact.label) !== null
  return pure && fact.override?.field === undefined ? [] : [describe(column, { request, fact })]
}

function describe(
  column: PlanColumn,
  { request, fact }: { request: ColumnsRequest; fact: ColumnFacts },
): Described {
  const { header, quantities } = request
  const { stats, override } = fact
  const { label, basis, span } = basisOf(labelOf(column, fact.label), request.match)
  if (basis !== null) column.basis = basis
  const found = quantities.resolve({
    label,
    header: column.header,
    column: column.index,
    rowUnit: header.units[column.index - 1] ?? null,
    tableUnits: request.tableUnits,
    personUnit: override?.unit,
    personField: override?.field,
    cellUnit: commonUnit(stats),
    percentCells: stats.percents > 0 && stats.percents === stats.numbers,
  })
  column.unit = found.unit?.id ?? null
  column.unitSource = found.source
  return { column, label, field: found.field, span }
}

function nameZone(column: PlanColumn, [unit, another]: Unit[]): Described[] {
  column.zone = column.header
  if (unit !== undefined && another === undefined) {
    column.unit = unit.id
    column.unitSource = 'preamble'
  }
  return []
}

/** A built-in name such as 累计固定资产投资 says 累计 of itself; a new name keeps a bare 累计. */
function basisOf(label: string, match: MatchField): BasisLabel {
  const split = splitBasis(label)
  const known = (text: string) => match(splitLabel(text).name) !== null
  if (split.basis === null || known(label)) return { label, basis: null, span: null }
  const named = split.basis === 'own' || split.span !== null || known(split.label)
  return named ? split : { ...split, label }
}

function claimFields(described: Described[], problems: Problem[]): void {
  const claims = createClaims(problems)
  const isSum = ({ column }: Described) => {
    return column.basis === 'cumulative' && !isWholeYear(column.period ?? '')
  }
  const own = new Set(described.filter((one) => !isSum(one)).map(({ field }) => field?.id))
  for (const one of described) {
    const { column, label, field } = one
    if (field === null) continue
    const twin = isSum(one) && own.has(field.id) ? twinField(field, 'cumulative') : field
    column.field = claims.claim(twin, column, label)
  }
}

/** The unit that every cell of the sample carries. */
function commonUnit({ carried, carriedUnits, numbers }: ColumnStats): Unit | null {
  const [only, another] = carriedUnits
  if (only === undefined || another !== undefined || carried < numbers) return null
  return parseUnit(only)
}

// A decimal comma is believed only where the delimiter is another and every cell agrees.
function hasDecimalComma(delimiter: string, stats: ColumnStats): boolean {
  return delimiter === ';' && stats.commaDecimals > 0 && stats.pointDecimals === 0
}

function labelOf(column: PlanColumn, label: string): string {
  const pure = parsePeriod(label) !== null
  const dated = isSet(column.period) && !pure ? splitDatedLabel(label) : null
  if (dated !== null) return dated.label
  return label === '' ? `列${column.index}` : label
}

interface Claims {
  claim(field: FieldRef, column: PlanColumn, label: string): FieldRef
}

/** The second column that claims a field becomes a field of its own, under its full header. */
function createClaims(problems: Problem[]): Claims {
  const taken = new Map<string, number>()
  const key = (id: string, column: PlanColumn) => `${id}\n${column.period ?? ''}`
  return {
    claim(field, column, label) {
      const first = taken.get(key(field.id, column))
      let own = field
      if (first !== undefined) {
        const params = { field: field.id, first }
        const { index, header } = column
        problems.push(problem('duplicate-field', { column: index, header, params }))
        own = newField(label)
        for (let n = 2; taken.has(key(own.id, column)); n++) {
          own = { ...newField(`${label}-${n}`), name: label }
        }
      }
      taken.set(key(own.id, column), column.index)
      return own
    },
  }
}
