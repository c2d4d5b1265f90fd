import type { Reason } from './names.ts'

/** What it takes to say which backups stay. */
export interface Dated {
  name: string
  at: string
  reason: Reason
}

export const DAYS = 7
export const WEEKS = 4
export const MONTHS = 6
/** So many of those that were not made by the clock stay, of each reason. */
export const OTHERS = 7

const DAY = 86_400_000
/** The first Monday after the epoch began. */
const MONDAY = 4

const dayOf = (at: string) => Math.floor(Date.parse(at) / DAY)
const weekOf = (at: string) => Math.floor((dayOf(at) - MONDAY) / 7)
const monthOf = (at: string) => at.slice(0, 7)

/** The newest of each of the newest periods that have any. */
function newestOfEach(
  sorted: readonly Dated[],
  { periodOf, periods }: { periodOf: (at: string) => string | number; periods: number },
): Dated[] {
  const found = new Map<string | number, Dated>()
  for (const one of sorted) {
    const period = periodOf(one.at)
    if (!found.has(period)) found.set(period, one)
  }
  return [...found.values()].slice(0, periods)
}

/**
 * The names of the backups that stay: of the daily ones the newest of seven days, four weeks (from
 * Monday) and six months, by UTC; of the others the newest seven of each reason.
 */
export function backupsToKeep(backups: readonly Dated[]): Set<string> {
  const sorted = [...backups].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
  const daily = sorted.filter(({ reason }) => reason === 'daily')
  const others = (['manual', 'migration', 'restore'] as const).flatMap((reason) =>
    sorted.filter((one) => one.reason === reason).slice(0, OTHERS),
  )
  const kept = [
    ...newestOfEach(daily, { periodOf: dayOf, periods: DAYS }),
    ...newestOfEach(daily, { periodOf: weekOf, periods: WEEKS }),
    ...newestOfEach(daily, { periodOf: monthOf, periods: MONTHS }),
    ...others,
  ]
  return new Set(kept.map(({ name }) => name))
}
