import { parseUnit, type Unit } from '@permu/metrics'
import { isSet } from '../bytes.ts'
import { inspect } from '../inspect.ts'
import type { ColumnOverride, InspectOptions, Plan, PlanColumn } from '../plan.ts'
import type { Probe } from '../probe.ts'
import { problem, type Problem } from '../problem.ts'
import {
  fitsItem,
  itemOfLabel,
  ledgerItem,
  periodOfLabel,
  priceWords,
  type LedgerItem,
  type LedgerItemId,
} from './items.ts'
import { countedFromJanuary, isOfLedger } from './told.ts'

const OWN_FIGURES = [
  'project-area',
  'project-land-price',
  'project-land-unit-price',
  'project-agreed-investment',
  'project-actual-investment',
] as const

/**
 * The headers that make a table a ledger of projects: one names the zone, one the project or
 * parcel, and of area, investment, price and tax at least two, land or investment among them. Null
 * where it is none.
 */
export function proposeLedger({
  columns,
  readable,
}: Pick<Plan, 'columns' | 'readable'>): string[] | null {
  const found = new Map<string, string>()
  for (const { header } of readable ? columns : []) {
    const id = itemOfLabel(header)?.id
    if (id !== undefined && !found.has(id)) found.set(id, header)
  }
  const first = (...ids: LedgerItemId[]) => ids.flatMap((id) => found.get(id) ?? []).slice(0, 1)
  const all = (ids: readonly LedgerItemId[]) => ids.flatMap((id) => found.get(id) ?? [])
  const named = [...first('zone', 'zone-code'), ...first('project-name', 'project-parcel')]
  const own = all(OWN_FIGURES)
  const figures = [...own, ...all(['project-tax'])]
  const isLedger = named.length === 2 && own.length > 0 && figures.length > 1
  return isLedger ? [...named, ...figures] : null
}

/**
 * How a file is read as a ledger: dialect, header and units as for any other, and of every column
 * the item that its header or a person names. `chosen` says that a person asked for it.
 */
export function inspectLedger(probe: Probe, options: InspectOptions, chosen: boolean): Plan {
  const { columns: choices = [], ...others } = options
  const base = inspect(probe, { ...others, matchField: matchItem })
  if (!base.readable) return base
  const why = proposeLedger(base) ?? []
  const items = claimItems(base.columns, choices)
  const columns = base.columns.map((column) => overrideOf(column, items, choices))
  const plan = inspect(probe, { ...others, columns, matchField: matchItem })
  const said = new Set(choices.map(({ index }) => index))
  const read = plan.columns.map((column) => {
    const made = toLedgerColumn(column, items.get(column.index), plan)
    return said.has(column.index) ? { ...made, why: 'person' } : made
  })
  const problems = plan.problems.filter(isOfLedger(read))
  return {
    ...plan,
    layout: 'long',
    columns: read,
    slots: [],
    labels: [],
    zone: null,
    field: null,
    ledger: { why, chosen },
    problems: [...problems, ...ledgerProblems(read, items), ...proposal(why, chosen)],
  }
}

/** The host's lookup while a ledger is read: items only; the price's unit tells which price it is. */
function matchItem(label: string) {
  const item = ledgerItem(label) ?? itemOfLabel(label)
  if (item?.kind !== 'number') return null
  return isPrice(item) ? { id: item.id } : { id: item.id, unit: item.unit }
}

const isPrice = ({ id }: LedgerItem) =>
  id === 'project-land-price' || id === 'project-land-unit-price'

type Items = ReadonlyMap<number, LedgerItem>

/** The item of each column: a person's word, else its header; a person's word takes it from others. */
function claimItems(columns: readonly PlanColumn[], choices: readonly ColumnOverride[]): Items {
  const items = new Map<number, LedgerItem>()
  for (const { index, header } of columns) {
    const choice = choices.find((one) => one.index === index)
    const item = choice === undefined ? itemOfLabel(header) : chosenItem(choice, header)
    if (item !== null) items.set(index, item)
  }
  return items
}

function chosenItem({ role, field }: ColumnOverride, header: string): LedgerItem | null {
  if (role === 'ignored') return null
  if (role === 'zone' || role === 'zone-code') return ledgerItem(role)
  return (field === undefined ? null : ledgerItem(field)) ?? itemOfLabel(header)
}

function overrideOf(
  column: PlanColumn,
  items: Items,
  choices: readonly ColumnOverride[],
): ColumnOverride {
  const { index } = column
  const item = items.get(index)
  const { unit, period } = choices.find((one) => one.index === index) ?? {}
  if (item === undefined || item.kind === 'text' || item.kind === 'date')
    return { index, role: 'ignored' }
  if (item.kind !== 'number') return { index, role: item.kind }
  return {
    index,
    role: 'value',
    ...(unit !== undefined && { unit }),
    ...(period !== undefined && { period }),
  }
}

const ROLES = {
  zone: 'zone',
  'zone-code': 'zone-code',
  text: 'zone-attribute',
  date: 'zone-attribute',
  number: 'value',
} as const

function toLedgerColumn(column: PlanColumn, item: LedgerItem | undefined, plan: Plan): PlanColumn {
  const { index, header, unit, unitSource, decimalComma, confidence } = column
  const place = { index, header, confidence }
  if (item === undefined) return { ...place, role: 'ignored', unit: null, why: 'not-in-ledger' }
  const known = unit === null ? null : parseUnit(unit)
  const own = known === null ? item : byUnit(item, known, header)
  const period = item.dated === true ? periodOf(column, plan) : null
  return {
    ...place,
    role: ROLES[item.kind],
    item: own.id,
    unit: item.kind === 'number' ? unit : null,
    why: 'ledger-item',
    ...(isSet(unitSource) && { unitSource }),
    ...(decimalComma === true && { decimalComma }),
    ...(isSet(period) && { period }),
  }
}

/** The year of a dated column: its own, else that of the file. */
const periodOf = ({ period, header }: PlanColumn, plan: Plan): string | null =>
  period ?? periodOfLabel(header) ?? plan.period

/**
 * 地价 in 万元 is the whole price, in 万元/亩 that of a mu. Where its words say which it is, 单价 in 万元
 * is neither: the unit does not fit.
 */
function byUnit(item: LedgerItem, unit: Unit, header: string): LedgerItem {
  if (priceWords(header) !== null) return item
  const whole = ledgerItem('project-land-price')
  const perLand = ledgerItem('project-land-unit-price')
  if (!isPrice(item) || whole === null || perLand === null) return item
  if (fitsItem(whole, unit)) return whole
  return fitsItem(perLand, unit) ? perLand : item
}

/** Two columns of one item and period: the second is not read, and said so. */
function ledgerProblems(columns: PlanColumn[], items: Items): Problem[] {
  const problems = [
    ...columns.flatMap(doubtfulUnit),
    ...undated(columns),
    ...countedFromJanuary(columns),
  ]
  const first = new Map<string, number>()
  for (const column of columns) {
    const { item, index, header } = column
    if (item === undefined) continue
    const key = `${item}\n${column.period ?? ''}`
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, index)
      continue
    }
    problems.push(
      problem('ledger-column-twice', { column: index, header, params: { first: before } }),
    )
    delete column.item
    column.role = 'ignored'
    column.why = 'ledger-column-twice'
  }
  if (!has(items, 'zone') && !has(items, 'zone-code')) problems.push(problem('no-zone-column'))
  if (!has(items, 'project-name') && !has(items, 'project-parcel'))
    problems.push(problem('no-project-column'))
  if (!columns.some(({ role }) => role === 'value')) problems.push(problem('no-value-column'))
  return problems
}

const has = (items: Items, id: LedgerItem['id']) => [...items.values()].some((one) => one.id === id)

function doubtfulUnit({ item: id, unit, index, header }: PlanColumn): Problem[] {
  const item = id === undefined ? null : ledgerItem(id)
  const known = unit === null ? null : parseUnit(unit)
  if (item === null || known === null || fitsItem(item, known)) return []
  const params = { field: item.name.zh, unit: known.id, expected: item.unit ?? '' }
  return [problem('ledger-unit-mismatch', { column: index, header, params })]
}

/** A column of tax of which nothing says the year. */
function undated(columns: PlanColumn[]): Problem[] {
  return columns.flatMap(({ item, period, index, header }) => {
    const open = item !== undefined && ledgerItem(item)?.dated === true && !isSet(period)
    return open ? [problem('period-missing', { column: index, header })] : []
  })
}

function proposal(why: readonly string[], chosen: boolean): Problem[] {
  if (chosen || why.length === 0) return []
  return [problem('read-as-ledger', { text: why.join('、') })]
}
