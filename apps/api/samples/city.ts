import { COLUMNS, type Column } from './columns.ts'
import { figuresOf, YEARS, type Figures } from './figures.ts'
import { createRandom } from './random.ts'
import { ZONES, zoneAt, type Zone } from './zones.ts'

/** A row of the city's tables: a figure, or the mark that stands where there is none. */
export interface Row {
  readonly zone: Zone
  readonly year: number
  readonly ecosystem: string
  readonly remark: string
  readonly cells: ReadonlyMap<Column, number | string>
}

const MERGED = zoneAt('远辙')
const HEIR = zoneAt('轨澜')
const MERGER = 2022
const REBORN = zoneAt('硅岩')
const SPIKE = { zone: zoneAt('曜石'), year: 2021, factor: 1.7 }
const NEW_STARTER = { zones: [zoneAt('霖芯'), zoneAt('乳泉')], year: 2021 }
const LAST_YEAR = 2024

const LATE_FIELDS = new Set(['value-added', 'rd-expenditure', 'energy', 'pollutants'])
const UNPUBLISHED: Readonly<Record<string, ReadonlySet<string>>> = {
  绿色食品: LATE_FIELDS,
  新型材料: new Set(['energy', 'pollutants']),
}
/** Zones whose tax of the newest year is not closed yet. */
const TAX_OPEN = new Set(['霁川', '动能', '芷湾', '复岭', '果岭'])
const SECRET = new Set(['织网', '擎峰', '量谷', '苓川'])

/** Dashes of every kind, and nothing at all. */
const GAPS = ['', '-', '—', '…', '/']
const GAP_RATE = 0.012
const NEVER_MISSING = new Set(['zone-area', 'supplied-land'])

function remarkOf(zone: Zone, year: number): string {
  if (zone === MERGED && year === MERGER - 1) return `${String(MERGER)}年1月并入${HEIR.name}`
  if (zone === HEIR && year === MERGER) return `自${String(MERGER)}年起含原${MERGED.name}`
  if (zone === SPIKE.zone && year === SPIKE.year) return '税收含一次性清缴'
  if (zone === REBORN && year === 2021) return '2021年起转入装备制造生态圈'
  return ''
}

/** What the newest year still waits for. */
function isLate(zone: Zone, field: string): boolean {
  if (field === 'tax') return TAX_OPEN.has(zone.place)
  return UNPUBLISHED[zone.profile.ecosystem]?.has(field) ?? false
}

/** A reason in the file's own words why a figure is absent; null where it is there. */
function absence(zone: Zone, year: number, field: string): string | null {
  const newZone = NEW_STARTER.zones.includes(zone) && year < NEW_STARTER.year
  if (newZone && field.startsWith('starter-zone')) return '不适用'
  if (field === 'pollutants' && SECRET.has(zone.place)) return 'X'
  return year === LAST_YEAR && isLate(zone, field) ? '待公布' : null
}

function merge(own: Figures, other: Figures): Figures {
  const rates = new Set(COLUMNS.filter((c) => !c.additive).map((c) => c.field))
  const entries = Object.entries(own)
  return Object.fromEntries(
    entries.map(([field, figure]) => [
      field,
      rates.has(field) ? figure : figure + (other[field] ?? 0),
    ]),
  )
}

function figuresIn(zone: Zone, at: number): Figures {
  const own = figuresOf(zone)[at] ?? {}
  const year = YEARS[at] ?? 0
  if (zone === HEIR && year >= MERGER) return merge(own, figuresOf(MERGED)[at] ?? {})
  if (zone !== SPIKE.zone || year !== SPIKE.year) return own
  return { ...own, tax: (own['tax'] ?? 0) * SPIKE.factor }
}

function cellsOf(zone: Zone, at: number): Map<Column, number | string> {
  const year = YEARS[at] ?? 0
  const figures = figuresIn(zone, at)
  const random = createRandom(zone.number * 104_729 + year)
  const cells = new Map<Column, number | string>()
  for (const column of COLUMNS) {
    const gap = random.unit() < GAP_RATE && !NEVER_MISSING.has(column.field)
    const mark = GAPS[Math.floor(random.unit() * GAPS.length)] ?? ''
    const reason = absence(zone, year, column.field) ?? (gap ? mark : null)
    cells.set(column, reason ?? figures[column.field] ?? '')
  }
  return cells
}

/** All rows of a year, in the order of the codes. */
export function rowsOf(at: number): Row[] {
  const year = YEARS[at] ?? 0
  const present = ZONES.filter((zone) => zone !== MERGED || year < MERGER)
  return present.map((zone) => ({
    zone,
    year,
    ecosystem: zone === REBORN && year >= 2021 ? '装备制造' : zone.profile.ecosystem,
    remark: remarkOf(zone, year),
    cells: cellsOf(zone, at),
  }))
}
