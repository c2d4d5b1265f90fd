import type { Column } from './columns.ts'
import { COLUMNS } from './columns.ts'
import { rowsOf } from './city.ts'
import { YEARS } from './figures.ts'
import { createRandom, type Random } from './random.ts'
import type { Zone } from './zones.ts'

/**
 * Projects of some zones of the synthetic city. Their areas, investments and taxes add up to what
 * the city's file says of their zones in 2023, but for two slips of the kind that clerks make.
 */

/** One project; money in 万元, land in 亩. */
export interface LedgerProject {
  readonly zone: Zone
  readonly name: string
  readonly parcel: string
  readonly industry: string
  readonly agreed: string
  readonly supplied: string
  readonly started: string
  readonly completed: string
  readonly area: number
  readonly promised: number
  readonly invested: number
  readonly price: number
  readonly promisedTax: number
  readonly tax2022: string
  readonly tax2023: string
}

const AT = 4
const EVERY = 6
const KINDS = ['芯材', '智造', '精工', '生物', '新能', '装备', '光电', '云算']
/** This project's area was entered in 公顷 under a header in 亩. */
const IN_HECTARES = 'SF013-2'
/** The tax of this one lost a digit. */
const SLIPPED_TAX = 'SF037-1'

const columnOf = (field: string): Column => {
  const column = COLUMNS.find((one) => one.field === field)
  if (!column) throw new Error(`No column ${field}`)
  return column
}

/** The figure as the city's file of 2022–2024 shows it, in 万元 or 亩; null where it has none. */
function shownIn(at: number, zone: Zone, field: string): number | null {
  const column = columnOf(field)
  const row = rowsOf(at).find((one) => one.zone === zone)
  const cell = row?.cells.get(column)
  if (typeof cell !== 'number') return null
  const [, scale] = column.scale
  return Math.round(Number((cell / scale).toFixed(column.decimals[1])) * scale)
}

/** Whole parts of a whole sum, about in the proportion of some sizes. */
function split(sum: number, sizes: readonly number[], random: Random): number[] {
  const weights = sizes.map((size) => size * (0.55 + 0.9 * random.unit()))
  const all = weights.reduce((a, b) => a + b, 0)
  const whole = weights.map((weight) => Math.floor((sum * weight) / all))
  const rest = sum - whole.reduce((a, b) => a + b, 0)
  return whole.map((part, i) => (i === 0 ? part + rest : part))
}

interface Totals {
  zone: Zone
  land: number
  before: number
  invested: number
  tax: [number | null, number | null]
}

function totalsOf(zone: Zone): Totals[] {
  const at = (year: number, field: string) => shownIn(year, zone, field)
  const [land, before] = [at(AT, 'supplied-land'), at(AT - 1, 'supplied-land')]
  const invested = at(AT, 'fixed-asset-investment')
  if (land === null || before === null || invested === null || land <= before) return []
  return [{ zone, land, before, invested, tax: [at(AT - 1, 'tax'), at(AT, 'tax')] }]
}

const two = (count: number) => String(count).padStart(2, '0')
const day = (year: number, random: Random) =>
  `${String(year)}-${two(1 + Math.floor(random.unit() * 12))}-${two(1 + Math.floor(random.unit() * 28))}`

const LAST = YEARS[AT] ?? 2023

const text = (parts: readonly number[] | null, i: number) => String(parts?.[i] ?? '待公布')

interface Parts {
  zone: Zone
  /** Projects that were there a year before; the one after them is the year's own. */
  old: number
  areas: readonly number[]
  invested: readonly number[]
  before: readonly number[] | null
  now: readonly number[] | null
  random: Random
}

function datesOf({ old, random }: Parts, i: number) {
  const supplied = i < old ? 2014 + Math.floor(random.unit() * 8) : LAST
  return {
    agreed: day(supplied - 1, random),
    supplied: day(supplied, random),
    started: i < old ? day(supplied + 1, random) : '',
    completed: supplied + 3 <= LAST ? String(supplied + 3) : '—',
  }
}

function taxOf({ old, before, now }: Parts, i: number, parcel: string) {
  const slipped = parcel === SLIPPED_TAX && now !== null
  return {
    tax2022: i < old ? text(before, i) : '—',
    tax2023: slipped ? String(Math.round((now[i] ?? 0) / 10)) : text(now, i),
  }
}

function projectAt(parts: Parts, i: number): LedgerProject {
  const { zone, areas, random } = parts
  const { profile, number } = zone
  const parcel = `${zone.code}-${String(i + 1)}`
  const area = areas[i] ?? 0
  const invested = parts.invested[i] ?? 0
  return {
    zone,
    name: `合成·${zone.place}${KINDS[(number + i) % KINDS.length] ?? ''}项目`,
    parcel,
    industry: profile.industries[i % profile.industries.length] ?? '',
    ...datesOf(parts, i),
    area: parcel === IN_HECTARES ? Number((area / 15).toFixed(2)) : area,
    promised: Math.round(invested * random.between(0.85, 1.4)),
    invested,
    price: Math.round(area * random.between(profile.landPrice.low, profile.landPrice.high)),
    promisedTax: Math.round(random.between(profile.tax.low, profile.tax.high)),
    ...taxOf(parts, i, parcel),
  }
}

function projectsIn({ zone, land, before, invested, tax }: Totals): LedgerProject[] {
  const random = createRandom(9_173 + zone.number * 31)
  const old = 5
  const equal = Array.from({ length: old }, () => 1)
  const areas = [...split(before, equal, random), land - before]
  const [earlier, now] = tax
  const parts: Parts = {
    zone,
    old,
    areas,
    invested: split(invested, areas, random),
    before: earlier === null ? null : split(earlier, areas.slice(0, old), random),
    now: now === null ? null : split(now, areas, random),
    random,
  }
  return areas.map((_, i) => projectAt(parts, i))
}

/** All projects of the ledger, by the codes of their zones. */
export function ledgerProjects(): LedgerProject[] {
  const zones = rowsOf(AT).map(({ zone }) => zone)
  const some = zones.filter(({ number }) => number % EVERY === 1)
  return some.flatMap(totalsOf).flatMap(projectsIn)
}
