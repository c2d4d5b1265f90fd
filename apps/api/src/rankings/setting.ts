import {
  copelandCounts,
  leavesOf,
  type Column,
  type CompositeMethod,
  type DrawOptions,
  type Groups,
} from '@permu/metrics'
import type { Computing } from '../computing/pool.ts'
import type { Grouping } from '../contract.ts'
import { choosePeriod, chooseZones } from '../data/choose.ts'
import { tooMuch } from '../data/cost.ts'
import type { PeriodTable } from '../data/period-table.ts'
import { columnOf, findQuantities, narrow, type Measured } from '../data/quantities.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { chooseMethod, type Chosen } from './chosen.ts'
import type { PlainInput } from './input.ts'
import type { MethodQuery } from './query.ts'

/** Who asks: the data, where heavy work is done, and whether the client is still there. */
export interface Asking {
  readonly snapshot: Snapshot
  readonly computing: Computing
  readonly signal: AbortSignal
}

/** Zones, data and method of one question. */
export interface Setting {
  readonly snapshot: Snapshot
  readonly table: PeriodTable
  readonly query: MethodQuery
  /** Indexes of the zones that are compared; results count along these. */
  readonly zones: readonly number[]
  readonly chosen: Chosen
  /** The quantity of each leaf. */
  readonly measured: readonly Measured[]
  readonly columns: readonly Column[]
  readonly input: PlainInput
  readonly group: Grouping | null
}

function groupsOf(snapshot: Snapshot, zones: readonly number[], group: Grouping): Groups {
  return zones.map((zone) => snapshot.zones[zone]?.[group] ?? null)
}

// Who fills gaps from the group without saying which means the type; the card of the method says so.
function usualGroup({ gaps }: CompositeMethod): Grouping | null {
  return gaps?.startsWith('group-') ? 'type' : null
}

export async function settingOf(snapshot: Snapshot, query: MethodQuery): Promise<Outcome<Setting>> {
  const period = choosePeriod(snapshot, query.period)
  if (!period.ok) return period
  const zones = chooseZones(snapshot, query)
  if (!zones.ok) return zones
  const chosen = chooseMethod(snapshot, query)
  if (!chosen.ok) return chosen
  const group = query.group ?? usualGroup(chosen.value.method)
  if (query.within === '1' && group === null) {
    const message = 'Say by what: group=type, leadIndustry or ecosystem.'
    return failed('invalid', `within: ${message}`, [{ pointer: '/group', message }])
  }
  const measured = findQuantities(
    snapshot,
    leavesOf(chosen.value.method.of).map(({ indicator }) => indicator),
  )
  if (!measured.ok) return measured
  const table = await snapshot.table(period.value)
  const columns = measured.value.map((m) => narrow(columnOf(m, table), zones.value))
  const input: PlainInput = {
    size: zones.value.length,
    columns: measured.value.flatMap(({ id }, i) => (columns[i] ? [[id, columns[i]] as const] : [])),
    groups: group && groupsOf(snapshot, zones.value, group),
  }
  const common = { snapshot, table, query, group, measured: measured.value, columns, input }
  return done({ ...common, zones: zones.value, chosen: chosen.value })
}

/** Copeland weighs the duels of all zones in each draw: some seconds for so many. */
const MOST_DUELS = 1.5e9
/** Where they are too many to be counted once, each draw compares all pairs by every criterion. */
const MOST_COMPARED = 2.5e8

/** Refuses draws that would take minutes. */
export function tooManyDraws(
  { input }: Setting,
  { aggregate }: CompositeMethod,
  { draws = 0 }: DrawOptions,
): Outcome<never> | null {
  if (aggregate?.kind !== 'copeland') return null
  const { size, columns } = input
  // Of k criteria there are at most 2^(k−1) kinds of duels, but for ties and their mirrored ones.
  const kinds = Math.min(size, 2 ** (columns.length - 1))
  const counted = copelandCounts({ units: size, criteria: columns.length })
  const cost = counted ? size * kinds : size ** 2 * columns.length
  const most = Math.floor((counted ? MOST_DUELS : MOST_COMPARED) / cost)
  if (draws <= most) return null
  const message = `Copeland compares all pairs of ${String(size)} zones in each draw: at most ${String(most)} draws.`
  return failed('invalid', `draws: ${message}`, [{ pointer: '/draws', message }])
}

/** Zones ranked by each criterion in each draw: so many take half a minute of one core. */
const MOST_RANKED = 2_000_000_000
/** Ranks that are kept of all draws together: so many are 200 MB. */
const MOST_KEPT = 50_000_000

/** Refuses a question that would compute for minutes, or keep more than the memory of a thread. */
export function tooMuchDrawn(
  { input }: Setting,
  { draws, rankings = draws }: { draws: number; rankings?: number },
): Outcome<never> | null {
  const [zones, criteria] = [input.size, input.columns.length]
  return tooMuch({ zones, criteria, rankings }, MOST_RANKED) ?? tooMuch({ zones, draws }, MOST_KEPT)
}

const MEANS = ['arithmetic', 'geometric', 'harmonic', 'power']

/** Roughly how many cells a ranking works through; what aggregates anew in each draw is never small. */
export function costOf({ input, chosen }: Setting, draws: number): number {
  const { size, columns } = input
  const kind = chosen.method.aggregate?.kind ?? 'arithmetic'
  if (draws > 0 && !MEANS.includes(kind)) return Infinity
  const duels = kind === 'copeland' ? size : 1
  return size * (columns.length + 1) * duels * (draws + 10)
}
