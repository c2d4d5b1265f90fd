import { COORDINATION_CUTS, COUPLING_RANGE } from '@permu/metrics'
import { contentId } from '../computing/content-id.ts'
import { LIBRARY } from '../computing/library.ts'
import type { Linkage } from '../contract.ts'
import { choosePeriod, chooseZones } from '../data/choose.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { done, type Outcome } from '../problem.ts'
import { coordinationOf } from './coordination.ts'
import { pairOf, plansOf } from './pairs.ts'
import type { LinkageQuery } from './query.ts'

function cutsOf(text: string | undefined): readonly number[] {
  if (text === undefined || text.trim() === '') return COORDINATION_CUTS
  return text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
}

function ruleOf(query: LinkageQuery, cuts: readonly number[]): Linkage['rule'] {
  const { reference, tolerance, worst, investmentTarget, taxTarget } = query
  const targets = reference === 'target' ? { investmentTarget, taxTarget } : {}
  const rule = { reference, tolerance, worst, cuts: [...cuts] }
  const [low, high] = COUPLING_RANGE
  return { id: contentId({ ...rule, ...targets }), ...rule, range: [low, high], library: LIBRARY }
}

/** Both halves of the dual linkage and their coordination, for one period. */
export async function readLinkage(
  snapshot: Snapshot,
  query: LinkageQuery,
): Promise<Outcome<Linkage>> {
  const period = choosePeriod(snapshot, query.period)
  if (!period.ok) return period
  const zones = chooseZones(snapshot, query)
  if (!zones.ok) return zones
  const table = await snapshot.table(period.value)
  const setting = { snapshot, table, zones: zones.value, query }
  const pairs: Linkage['pairs'] = []
  for (const plan of plansOf(setting)) {
    const pair = pairOf(setting, plan)
    if (!pair.ok) return pair
    pairs.push(pair.value)
  }
  const cuts = cutsOf(query.cuts)
  const coordination = coordinationOf(setting, cuts)
  if (!coordination.ok) return coordination
  return done({
    period: period.value,
    dataVersion: String(snapshot.version),
    rule: ruleOf(query, cuts),
    pairs,
    coordination: coordination.value,
  })
}
