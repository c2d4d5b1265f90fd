import { fieldById, indicatorById } from '@permu/metrics'
import type { LedgerItemId } from '@permu/intake'
import type { LedgerFigure, Reconciliation, ReconciliationCheck } from '../contract.ts'
import { findZone } from '../data/choose.ts'
import type { Snapshot } from '../data/snapshots.ts'
import type { Deps } from '../env.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { newestPeriod } from './choose.ts'
import type { Figure } from './figures.ts'
import { readLedger, type Ledger, type Project } from './ledger.ts'
import { lastDay } from './last-day.ts'
import { figureAt, landFigures, nameOf, zoneOf } from './present.ts'
import { ratiosOf } from './ratios.ts'
import { zoneFigure } from './zone-figures.ts'

/** Differences of up to this share of the zone's figure, %, are rounding. */
export const TOLERANCE = 0.5

interface Summed {
  field: string
  unit: string
  of(project: Project): LedgerFigure
}

/** What is summed over projects, and the field of zones that it should come to. */
function summedOf(snapshot: Snapshot, period: string): Summed[] {
  const item = (id: LedgerItemId, year?: string) => (project: Project) =>
    figureAt(snapshot, project, [id, year ?? null])
  return [
    { field: 'supplied-land', unit: '亩', of: item('project-area') },
    { field: 'fixed-asset-investment', unit: '万元', of: item('project-actual-investment') },
    { field: 'tax', unit: '万元', of: item('project-tax', period) },
  ]
}

interface Sum extends Figure {
  counted: number
}

function sumOf(figures: readonly Figure[], unit: string): Sum {
  const values = figures.flatMap(({ value }) => value ?? [])
  const reason = values.length === 0 ? (figures[0]?.reason ?? 'not-reported') : null
  const value = reason === null ? values.reduce((a, b) => a + b, 0) : null
  return { value, unit, reason, counted: values.length }
}

function verdictOf(ledger: Sum, zone: Figure, of: number): ReconciliationCheck['verdict'] {
  if (ledger.value === null || zone.value === null) return 'missing'
  const allowed = (Math.abs(zone.value) * TOLERANCE) / 100
  if (Math.abs(ledger.value - zone.value) <= allowed) return 'agrees'
  return ledger.counted < of && ledger.value < zone.value ? 'incomplete' : 'differs'
}

function compared(ledger: Sum, zone: Figure) {
  if (ledger.value === null || zone.value === null) return { difference: null, percent: null }
  const difference = ledger.value - zone.value
  return { difference, percent: zone.value === 0 ? null : (difference / zone.value) * 100 }
}

interface Asking {
  snapshot: Snapshot
  period: string
  /** With the parts of every sum. */
  parts: boolean
}

async function checkOf(
  { snapshot, period, parts }: Asking,
  { field, unit, of }: Summed,
  { zone, projects }: { zone: number; projects: readonly Project[] },
): Promise<ReconciliationCheck> {
  const figures = projects.map((project) => ({ project, figure: of(project) }))
  const ledger = sumOf(
    figures.map(({ figure }) => figure),
    unit,
  )
  const own = await zoneFigure(snapshot, { zone, period, quantity: field, unit })
  return {
    field,
    name: fieldById(field)?.name ?? { zh: field, en: field },
    unit,
    ledger,
    zone: own,
    ...compared(ledger, own),
    verdict: verdictOf(ledger, own, projects.length),
    parts: parts
      ? figures.map(({ project, figure }) => {
          return { project: project.id, name: nameOf(project), ...figure }
        })
      : [],
  }
}

const supplyDate = ({ values }: Project) => values.get('project-supply-date')?.text ?? null

async function zoneChecks(asking: Asking, zone: number, all: readonly Project[]) {
  const { snapshot, period } = asking
  const end = lastDay(period)
  const projects = all.filter((project) => (supplyDate(project) ?? '') <= end)
  const summed = summedOf(snapshot, period)
  const [first] = all
  if (first === undefined) return []
  const land = (project: Project) => landFigures(snapshot, project).landPrice
  const figures = {
    ...Object.fromEntries(summed.map(({ field, of }) => [field, of])),
    'land-price-paid': land,
  }
  const ratios = ratiosOf(projects, { figures, period }).map(
    async ({ id, value, unit, reason, counted }) => ({
      id,
      name: indicatorById(id)?.name ?? fieldById(id)?.name ?? { zh: id, en: id },
      unit,
      ledger: { value, unit, reason, counted },
      zone: await zoneFigure(snapshot, { zone, period, quantity: id, unit: unit ?? '' }),
    }),
  )
  return [
    {
      zone: zoneOf(snapshot, first),
      projects: projects.length,
      later: all.length - projects.length,
      undated: projects.filter((project) => supplyDate(project) === null).length,
      checks: await Promise.all(summed.map((one) => checkOf(asking, one, { zone, projects }))),
      indicators: await Promise.all(ratios),
    },
  ]
}

function choosePeriod(ledger: Ledger, snapshot: Snapshot, asked: string | undefined) {
  const all = [...new Set([...snapshot.periods, ...ledger.periods])].sort()
  const both = ledger.periods.filter((period) => snapshot.periods.includes(period))
  const newest =
    newestPeriod(both) ?? newestPeriod(ledger.periods) ?? newestPeriod(snapshot.periods)
  const period = asked === undefined || asked === '' ? newest : asked
  if (period === null || !all.includes(period)) {
    const known = all.join(', ') || 'none'
    return failed('not-found', `Nothing is known of “${period ?? ''}”; there are: ${known}.`)
  }
  return done({ period, periods: all })
}

/** The ledger's sums beside the zones' own figures of a period, with every difference. */
export async function reconcile(
  deps: Deps,
  query: { period?: string | undefined; zone?: string | undefined },
): Promise<Outcome<Reconciliation>> {
  const snapshot = await deps.snapshots.current()
  const ledger = await readLedger(deps.store.read, snapshot)
  const chosen = choosePeriod(ledger, snapshot, query.period)
  if (!chosen.ok) return chosen
  const { period, periods } = chosen.value
  const one = query.zone === undefined || query.zone === '' ? null : query.zone
  const wanted = one === null ? null : findZone(snapshot, one)
  if (one !== null && wanted === null) return failed('not-found', `No zone is called “${one}”.`)
  const groups = Map.groupBy(ledger.projects, ({ zone }) => zone)
  const zones = [...groups].filter(([zone]) => wanted === null || zone === wanted)
  zones.sort(([a], [b]) => a - b)
  const asking = { snapshot, period, parts: wanted !== null }
  const rows = await Promise.all(zones.map(([zone, list]) => zoneChecks(asking, zone, list)))
  const checked = rows.flat()
  const checks = checked.flatMap((row) => row.checks)
  return done({
    dataVersion: String(snapshot.version),
    period,
    periods,
    tolerance: TOLERANCE,
    differing: checks.filter(({ verdict }) => verdict === 'differs').length,
    zones: checked,
  })
}
