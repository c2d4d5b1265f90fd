import { comparePeriods, periodKind } from '@permu/metrics'

/** One value as the check keeps it. */
export interface Sighting {
  zone: number
  period: string
  row: number
  value: number
}

/** A value that is a power of ten off what its zone, or its neighbours, make one expect. */
export interface Slip extends Sighting {
  /** Such as 10000 or 0.0001. */
  factor: number
  expected: number
}

/** Two consecutive periods between which most zones jump alike. */
export interface Break {
  from: string
  period: string
  factor: number
}

/**
 * The slips that units make, and how far from the exact power a value may have grown meanwhile: 千元
 * for 元 and tonnes for kilograms (3), 元, 万元 and 亿元 or 平方米 and 公顷 (4, 8), 元 and 百万元 (6). The
 * smallest has the narrowest band, for real growth comes near it.
 */
const BANDS: readonly (readonly [power: number, width: number])[] = [
  [3, 0.2],
  [4, 0.4],
  [6, 0.4],
  [8, 0.4],
]

function powerOf(logRatio: number): number {
  const size = Math.abs(logRatio)
  const found = BANDS.find(([power, width]) => Math.abs(size - power) <= width)
  return found === undefined ? 0 : Math.sign(logRatio) * found[0]
}

/**
 * The power of ten, such as 10000 or 0.001, by which a value seems to have slipped against an earlier
 * one of the same zone and field; null where the change is not one that a wrong unit makes.
 */
export function scaleSlip(before: number, after: number): number | null {
  if (before === 0 || after === 0 || !Number.isFinite(before) || !Number.isFinite(after))
    return null
  const power = powerOf(Math.log10(Math.abs(after)) - Math.log10(Math.abs(before)))
  return power === 0 ? null : Number(`1e${power}`)
}

/** Nearer to the others than this, a value is not looked at again. */
const SUSPECT = 2
const TIGHT = 0.35
const BREAK = 0.9
const MOVED = 0.7
const MOST = 0.75
const FEW = 3
const NEIGHBOURS = 5
const CELLS = 1 << 21

/** Sightings of one field by zone and period: logarithms, NaN where there is none. */
interface Table {
  periods: string[]
  /** Zone-major. */
  logs: Float64Array
  places: Int32Array
  zones: number
}

function tableOf(sightings: readonly Sighting[]): Table {
  const periods = [...new Set(sightings.map(({ period }) => period))].sort(comparePeriods)
  const column = new Map(periods.map((period, i) => [period, i]))
  const width = periods.length
  const limit = Math.floor(CELLS / Math.max(1, width))
  const zones = new Map<number, number>()
  for (const { zone } of sightings) {
    if (!zones.has(zone) && zones.size < limit) zones.set(zone, zones.size)
  }
  const logs = new Float64Array(zones.size * width).fill(Number.NaN)
  const places = new Int32Array(zones.size * width)
  for (const [i, { zone, period, value }] of sightings.entries()) {
    const z = zones.get(zone)
    if (z === undefined) continue
    const at = z * width + (column.get(period) ?? 0)
    logs[at] = Math.log10(Math.abs(value))
    places[at] = i
  }
  return { periods, logs, places, zones: zones.size }
}

/** The median of what is a number; NaN where nothing is. */
function median(values: ArrayLike<number>): number {
  const known = new Float64Array(values.length)
  let count = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN
    if (!Number.isNaN(value)) known[count++] = value
  }
  const sorted = known.subarray(0, count).sort()
  const middle = count >> 1
  const upper = sorted[middle] ?? Number.NaN
  return count % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

function spread(values: readonly number[], centre: number): number {
  return median(values.map((value) => Math.abs(value - centre)))
}

function zoneLogs({ logs, periods }: Table, zone: number): Float64Array {
  return logs.subarray(zone * periods.length, (zone + 1) * periods.length)
}

function periodLogs({ logs, periods, zones }: Table, period: number): number[] {
  return Array.from({ length: zones }, (_, z) => logs[z * periods.length + period] ?? Number.NaN)
}

/** What the sightings of one field, in periods of one length, show of wrong units and broken series. */
export function judgeScale(sightings: readonly Sighting[]): { slips: Slip[]; breaks: Break[] } {
  const kinds = new Map([...new Set(sightings.map(({ period }) => period))].map(withKind))
  const byKind = Map.groupBy(sightings, ({ period }) => kinds.get(period) ?? null)
  const found = [...byKind.values()].map(judgeKind)
  return {
    slips: found.flatMap(({ slips }) => slips),
    breaks: found.flatMap(({ breaks }) => breaks),
  }
}

function withKind(period: string) {
  return [period, periodKind(period)] as const
}

function judgeKind(sightings: readonly Sighting[]): { slips: Slip[]; breaks: Break[] } {
  const table = tableOf(sightings)
  const { periods } = table
  const centres = Array.from({ length: table.zones }, (_, z) => median(zoneLogs(table, z)))
  const columns = periods.map((_, p) => periodLogs(table, p))
  // Where all zones move, as in a boom or a broken series, one that moves with them has not slipped.
  const effects = columns.map((logs) => {
    const moves = logs.map((log, z) => log - (centres[z] ?? Number.NaN))
    return moves.filter((move) => !Number.isNaN(move)).length < FEW ? 0 : median(moves)
  })
  const field = { table, effects, crowds: columns.map(crowdOf) }
  const slips: Slip[] = []
  for (const [z, centre] of centres.entries()) {
    for (const { at, power, expected } of slipsOf(field, z, centre)) {
      const sighting = sightings[table.places[z * periods.length + at] ?? 0]
      const rounded = Number((10 ** expected).toPrecision(3))
      if (sighting === undefined) continue
      slips.push({ ...sighting, factor: Number(`1e${power}`), expected: rounded })
    }
  }
  return { slips, breaks: breaksOf(periods, columns) }
}

interface Field {
  table: Table
  effects: number[]
  /** Of each period, how the zones lie in it. */
  crowds: Crowd[]
}

interface Crowd {
  zones: number
  middle: number
  spread: number
}

function crowdOf(logs: number[]): Crowd {
  const middle = median(logs)
  return { zones: countKnown(logs), middle, spread: spread(logs, middle) }
}

interface Deviation {
  /** Which period. */
  at: number
  power: number
  /** The logarithm of what was expected. */
  expected: number
}

function slipsOf(field: Field, zone: number, centre: number): Deviation[] {
  const logs = zoneLogs(field.table, zone)
  const known = [...logs.keys()].filter((p) => !Number.isNaN(logs[p]))
  const [first, second] = known
  if (first === undefined) return []
  if (second === undefined) return againstNeighbours(field, logs, first)
  if (known.length === 2) return againstOther(field, logs, [first, second])
  const residuals = known.map((p) => (logs[p] ?? 0) - centre - (field.effects[p] ?? 0))
  const typical = median(residuals)
  return residuals.flatMap((residual, i): Deviation[] => {
    if (Math.abs(residual - typical) < SUSPECT) return []
    const others = residuals.filter((_, j) => j !== i)
    const middle = median(others)
    const power = powerOf(residual - middle)
    // A zone that begins small has not slipped by a thousand.
    const begins = i === 0 && Math.abs(power) === 3
    if (power === 0 || begins || spread(others, middle) > TIGHT) return []
    const at = known[i] ?? 0
    return [{ at, power, expected: centre + middle + (field.effects[at] ?? 0) }]
  })
}

/** Of two periods, the one that lies further from the other zones has slipped. */
function againstOther(field: Field, logs: Float64Array, [a, b]: [number, number]): Deviation[] {
  const { crowds, effects } = field
  const moved = (effects[b] ?? 0) - (effects[a] ?? 0)
  const [before = 0, after = 0] = [logs[a], logs[b]]
  const power = powerOf(after - before - moved)
  if (Math.abs(power) < 4) return []
  const away = (p: number, log: number) => Math.abs(log - (crowds[p]?.middle ?? Number.NaN))
  if (away(a, before) > away(b, after)) return [{ at: a, power: -power, expected: after - moved }]
  return [{ at: b, power, expected: before + moved }]
}

/** With a single period, a zone is compared with its neighbours, where these are alike. */
function againstNeighbours(field: Field, logs: Float64Array, at: number): Deviation[] {
  const crowd = field.crowds[at]
  if (crowd === undefined || crowd.zones < NEIGHBOURS) return []
  const away = (logs[at] ?? 0) - crowd.middle
  const power = powerOf(away)
  const alike = crowd.spread <= TIGHT && Math.abs(away) > 6 * crowd.spread
  return alike && Math.abs(power) >= 4 ? [{ at, power, expected: crowd.middle }] : []
}

function breaksOf(periods: string[], columns: number[][]): Break[] {
  const filled = columns.map((logs, p) => ({ logs, period: periods[p] ?? '' }))
  const known = filled.filter(({ logs }) => countKnown(logs) >= FEW)
  return known.slice(1).flatMap(({ logs, period }, i): Break[] => {
    const { logs: before = [], period: from = '' } = known[i] ?? {}
    const moves = logs.map((log, z) => log - (before[z] ?? Number.NaN))
    const both = moves.filter((move) => !Number.isNaN(move))
    const typical = median(both)
    const along = both.filter((move) => Math.sign(typical) * move >= MOVED).length
    if (both.length < FEW || Math.abs(typical) < BREAK || along < MOST * both.length) return []
    return [{ from, period, factor: Number((10 ** typical).toPrecision(2)) }]
  })
}

function countKnown(values: number[]): number {
  return values.filter((value) => !Number.isNaN(value)).length
}
