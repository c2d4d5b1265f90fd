import {
  STARTER_INDICATOR,
  STARTER_MARK_KM2,
  evaluate,
  fieldAsIndicator,
  fieldById,
  indicatorById,
  median,
  periodKind,
  starterBeside,
  starterProgress,
  unitOf,
  type Column,
  type Indicator,
} from '@permu/metrics'
import type { Starter, StarterCell } from '../contract.ts'
import { choosePeriod, chooseZones } from '../data/choose.ts'
import { lackAt } from '../data/lacking.ts'
import type { PeriodTable } from '../data/period-table.ts'
import { narrow, toQuantity, type Measured } from '../data/quantities.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { done, type Outcome } from '../problem.ts'
import { breaksOf } from '../zones/breaks.ts'

interface Selection {
  period?: string | undefined
  type?: string | undefined
  zones?: string | undefined
}

function indicatorNamed(id: string, unit?: string): Measured {
  const found = indicatorById(id)
  if (!found) throw new Error(`no indicator ${id}`)
  return { ...found, of: 'indicator', ...(unit !== undefined && { unit: unitOf(unit) }) }
}

function fieldNamed(id: string, unit: string): Measured {
  const field = fieldById(id)
  if (!field) throw new Error(`no field ${id}`)
  return { ...fieldAsIndicator(field), of: 'field', unit: unitOf(unit) }
}

// One unit for all three densities, so that only the denominator differs.
const DENSITY = '亿元/km²'
const PLANNED = indicatorNamed(STARTER_INDICATOR.planned, DENSITY)
const STARTER = indicatorNamed(STARTER_INDICATOR.starter, DENSITY)
const SUPPLIED = indicatorNamed(STARTER_INDICATOR.supplied, DENSITY)
const SIZE = indicatorNamed('starter-zone-size')
const BUILT = indicatorNamed('starter-zone-build-out')
const COLUMNS: readonly Measured[] = [
  ...[STARTER, PLANNED, SUPPLIED, SIZE, BUILT],
  ...[fieldNamed('zone-area', 'km²'), fieldNamed('supplied-land', 'km²')],
]
const OVER_TIME: readonly Measured[] = [STARTER, PLANNED, BUILT, SIZE]

const columnOf = (indicator: Indicator, table: PeriodTable, zones: readonly number[]) =>
  narrow(evaluate(indicator, table), zones)

const orNull = (value: number) => (Number.isNaN(value) ? null : value)

function besideOf(starter: Column, whole: Column): Starter['beside']['planned'] {
  const { times, ...rest } = starterBeside(starter, whole)
  return { ...rest, times: Array.from(times, orNull) }
}

function cellOf(snapshot: Snapshot, measured: Measured, at: { column: Column; zone: number }) {
  const lack = lackAt(snapshot, { column: at.column, fields: measured.fields }, at.zone)
  const cell: StarterCell = lack
    ? { value: null, ...lack }
    : { value: at.column.values[at.zone] ?? null, reason: null, fields: [] }
  return cell
}

// Quarters and years do not stand in one line: a year's flow is four quarters'.
async function progressOf(snapshot: Snapshot, period: string, zones: readonly number[]) {
  const kind = periodKind(period)
  const periods = snapshot.periods.filter((one) => periodKind(one) === kind)
  const tables = await Promise.all(periods.map((one) => snapshot.table(one)))
  const cut = new Set(
    breaksOf(snapshot, zones).flatMap((one) => (one.breaks ? [`${one.zone}\t${one.period}`] : [])),
  )
  const broken = (zone: number, at: number) => {
    const { id = '' } = snapshot.zones[zones[zone] ?? -1] ?? {}
    return cut.has(`${id}\t${periods[at] ?? ''}`)
  }
  const quantities = OVER_TIME.map((measured) => {
    const columns = tables.map((table) => columnOf(measured, table, zones))
    return { ...toQuantity(measured), steps: starterProgress(columns, broken) }
  })
  return { periods, quantities }
}

/** The starter zones of a period beside the whole zones, and how they moved. */
export async function readStarter(
  snapshot: Snapshot,
  selection: Selection,
): Promise<Outcome<Starter>> {
  const period = choosePeriod(snapshot, selection.period)
  if (!period.ok) return period
  const chosen = chooseZones(snapshot, selection)
  if (!chosen.ok) return chosen
  const zones = chosen.value
  const table = await snapshot.table(period.value)
  const columns = COLUMNS.map((measured) => columnOf(measured, table, zones))
  const column = (measured: Measured) => columnOf(measured, table, zones)
  const starter = column(STARTER)
  return done({
    period: period.value,
    dataVersion: String(snapshot.version),
    quantities: COLUMNS.map((measured, k) => toQuantity(measured, columns[k])),
    densities: { starter: 0, planned: 1, supplied: 2 },
    mark: STARTER_MARK_KM2,
    rows: zones.map((index, zone) => {
      const { id = '', name = '', type = null } = snapshot.zones[index] ?? {}
      const cells = COLUMNS.map((measured, k) => {
        return cellOf(snapshot, measured, { column: columns[k] ?? starter, zone })
      })
      return { zone: id, name, type, cells }
    }),
    beside: {
      planned: besideOf(starter, column(PLANNED)),
      supplied: besideOf(starter, column(SUPPLIED)),
    },
    medians: columns.map(({ values }) => median(values)),
    progress: await progressOf(snapshot, period.value, zones),
  })
}
