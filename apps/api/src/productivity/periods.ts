import { comparePeriods, periodKind } from '@permu/metrics'
import { choosePeriod } from '../data/choose.ts'
import type { Snapshot } from '../data/snapshots.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { breaksOf } from '../zones/breaks.ts'
import type { ProductivityQuery } from './query.ts'

function wrongFrom(message: string): Outcome<never> {
  return failed('invalid', `from: ${message}`, [{ pointer: '/from', message }])
}

/** The periods that are compared, oldest first. */
export function periodsOf(snapshot: Snapshot, query: ProductivityQuery): Outcome<string[]> {
  const to = choosePeriod(snapshot, query.to)
  if (!to.ok) return to
  if (query.from === undefined) {
    if (query.kind === 'malmquist') return wrongFrom('name the period that change is counted from.')
    return done([to.value])
  }
  const from = choosePeriod(snapshot, query.from)
  if (!from.ok) return from
  if (query.kind !== 'malmquist' && from.value === to.value) return done([to.value])
  const alike = snapshot.periods.filter((period) => periodKind(period) === periodKind(to.value))
  if (!alike.includes(from.value) || comparePeriods(from.value, to.value) >= 0) {
    return wrongFrom(`“${from.value}” is no earlier period of the same kind as “${to.value}”.`)
  }
  if (query.steps !== '1') return done([from.value, to.value])
  return done(
    alike
      .filter((period) => comparePeriods(from.value, period) <= 0)
      .filter((period) => comparePeriods(period, to.value) <= 0)
      .sort(comparePeriods),
  )
}

/** The first period after the break of each zone whose series breaks between two periods. */
export function brokenBetween(
  snapshot: Snapshot,
  zones: readonly number[],
  [from, to]: readonly [string, string],
): Map<string, string> {
  const between = breaksOf(snapshot, zones).filter(
    ({ breaks, period }) =>
      breaks &&
      periodKind(period) === periodKind(to) &&
      comparePeriods(from, period) < 0 &&
      comparePeriods(period, to) <= 0,
  )
  return new Map(between.map(({ zone, period }) => [zone, period]))
}
