import type { Column } from '@permu/metrics'
import type { ProductivityCard } from '../contract.ts'
import { chooseZones } from '../data/choose.ts'
import { tooMuch } from '../data/cost.ts'
import type { Measured } from '../data/quantities.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { columnsOf, listed, sidesOf, type Sides } from '../frontier/figures.ts'
import type { LevelColumns } from './compute.ts'
import { periodsOf } from './periods.ts'
import { inBasePrices, inPricesOf, parsePriceIndex, pricesOf } from './prices.ts'
import type { ProductivityQuery } from './query.ts'

/** Zones, periods and data of one question. */
export interface Setting extends Sides {
  readonly snapshot: Snapshot
  readonly query: ProductivityQuery
  readonly zones: readonly number[]
  readonly periods: readonly string[]
  readonly data: readonly LevelColumns[]
  readonly prices: ProductivityCard['prices']
  readonly deflator: string | null
  readonly priceIndex: Readonly<Record<string, number>> | null
}

interface Named extends Sides {
  readonly revenues: readonly Measured[] | null
  readonly costs: readonly Measured[] | null
  readonly deflator: Measured | null
}

function named(snapshot: Snapshot, query: ProductivityQuery): Outcome<Named> {
  const sides = sidesOf(snapshot, query)
  if (!sides.ok) return sides
  const revenues = listed(snapshot, 'revenues', query.revenues)
  if (!revenues.ok) return revenues
  const costs = listed(snapshot, 'costs', query.costs)
  if (!costs.ok) return costs
  const deflator = listed(snapshot, 'deflator', query.deflator)
  if (!deflator.ok) return deflator
  return done({
    ...sides.value,
    revenues: query.revenues === undefined ? null : revenues.value,
    costs: query.costs === undefined ? null : costs.value,
    deflator: deflator.value[0] ?? null,
  })
}

function contradiction(query: ProductivityQuery): Outcome<never> | null {
  const named = (['deflator', 'priceIndex'] as const).filter((key) => query[key] !== undefined)
  const [at] = named
  if (at === undefined) return null
  if (named.length > 1) return wrongIndex(at, 'Give a field or figures, not both.')
  if (query.prices === 'constant') {
    return wrongIndex(at, 'Money in constant prices is not deflated again: give one of the two.')
  }
  if (query.kind === 'malmquist') return null
  return wrongIndex(at, 'Levels compare the zones of one period, in its own prices.')
}

const wrongIndex = (at: string, message: string) =>
  failed('invalid', `${at}: ${message}`, [{ pointer: `/${at}`, message }])

interface Where {
  readonly periods: readonly string[]
  readonly zones: readonly number[]
  readonly priceIndex: Readonly<Record<string, number>> | null
}

async function dataOf(snapshot: Snapshot, names: Named, where: Where): Promise<LevelColumns[]> {
  const tables = await Promise.all(where.periods.map((period) => snapshot.table(period)))
  const [first] = tables
  const { deflator } = names
  return tables.map((table) => {
    const read = (measured: readonly Measured[]) => columnsOf(measured, table, where.zones)
    const [now] = deflator ? read([deflator]) : []
    const [base] = deflator && first ? columnsOf([deflator], first, where.zones) : []
    const at = { period: table.period, base: where.periods[0] ?? table.period }
    const real = (column: Column) => {
      if (where.priceIndex) return inPricesOf(column, where.priceIndex, at)
      return now && base ? inBasePrices(column, { base, now }) : column
    }
    return {
      inputs: read(names.inputs).map(real),
      outputs: read(names.outputs).map(real),
      revenues: names.revenues && read(names.revenues),
      costs: names.costs && read(names.costs),
    }
  })
}

const isDeflated = ({ deflator, priceIndex }: ProductivityQuery) =>
  deflator !== undefined || priceIndex !== undefined

/** Each zone is held against each other one, once a period. */
const MOST_ZONES = 50_000

export async function settingOf(
  snapshot: Snapshot,
  query: ProductivityQuery,
): Promise<Outcome<Setting>> {
  const wrong = contradiction(query)
  if (wrong) return wrong
  const periods = periodsOf(snapshot, query)
  if (!periods.ok) return periods
  const zones = chooseZones(snapshot, query)
  if (!zones.ok) return zones
  const sizes = { zones: zones.value.length, periods: periods.value.length }
  const refused = tooMuch(sizes, MOST_ZONES)
  if (refused) return refused
  const names = named(snapshot, query)
  if (!names.ok) return names
  const priceIndex = parsePriceIndex(query.priceIndex, periods.value)
  if (!priceIndex.ok) return priceIndex
  const where = { periods: periods.value, zones: zones.value, priceIndex: priceIndex.value }
  const data = await dataOf(snapshot, names.value, where)
  const columns = data.flatMap(({ inputs, outputs }) => [...inputs, ...outputs])
  const { inputs, outputs, deflator } = names.value
  return done({
    ...{ snapshot, query, inputs, outputs, data, ...where },
    prices: pricesOf(columns, { ...query, deflated: isDeflated(query) }),
    deflator: deflator?.id ?? null,
  })
}

export function zoneAt({ snapshot, zones }: Setting, at: number) {
  const { id = '', name = '', type = null } = snapshot.zones[zones[at] ?? -1] ?? {}
  return { zone: id, name, type }
}
