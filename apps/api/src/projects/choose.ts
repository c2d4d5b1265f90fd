import { periodKind } from '@permu/metrics'
import { findZone } from '../data/choose.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { nameKey } from '../zones/name.ts'
import type { Ledger, Project } from './ledger.ts'
import { industryOf, zoneOf } from './present.ts'

export interface ProjectFilter {
  zone?: string | undefined
  industry?: string | undefined
}

/** The projects that filters leave, by zone and then in the order of the files. */
export function chooseProjects(
  snapshot: Snapshot,
  { projects }: Ledger,
  { zone, industry }: ProjectFilter,
): Outcome<Project[]> {
  const wanted = zone === undefined || zone === '' ? null : findZone(snapshot, zone)
  if (wanted === null && zone !== undefined && zone !== '') {
    return failed('not-found', `No zone is called “${zone}”.`)
  }
  const key = industry === undefined || industry === '' ? null : nameKey(industry)
  const left = projects.filter((project) => {
    const own = wanted === null || project.zone === wanted
    return own && (key === null || nameKey(industryOf(project) ?? '') === key)
  })
  return done([...left].sort((a, b) => a.zone - b.zone))
}

const isYear = (period: string) => periodKind(period) === 'year'

/** The newest year, or where there is none the newest part of one: months are not held against years. */
export const newestPeriod = (periods: readonly string[]): string | null =>
  periods.findLast(isYear) ?? periods.at(-1) ?? null

/** The year of tax asked for, or the newest that the ledger has; null where it has none. */
export function chooseTaxPeriod(
  { periods }: Ledger,
  asked: string | undefined,
): Outcome<string | null> {
  if (asked === undefined || asked === '') return done(newestPeriod(periods))
  if (periods.includes(asked)) return done(asked)
  const known = periods.join(', ') || 'none'
  return failed('not-found', `The ledger has no tax of “${asked}”; there are: ${known}.`)
}

function counted<T>(all: readonly T[], keyOf: (one: T) => string | null) {
  const groups = Map.groupBy(all, keyOf)
  return [...groups].flatMap(([key, list]) => (key === null ? [] : [{ key, list }]))
}

/** The zones and industries that the ledger names, to choose from. */
export function choicesOf(snapshot: Snapshot, { projects }: Ledger) {
  const zones = counted(projects, ({ zone }) => String(zone)).flatMap(({ list }) => {
    const [first] = list
    if (first === undefined) return []
    const { id, name } = zoneOf(snapshot, first)
    return [{ id, name, projects: list.length }]
  })
  const industries = counted(projects, industryOf).map(({ key, list }) => {
    return { name: key, projects: list.length }
  })
  return { zones, industries }
}
