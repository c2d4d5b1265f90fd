import { competitionRanks } from '../compare/competition.ts'
import { gradeZones, type Grades } from '../grades.ts'
import { at } from '../statistics/array.ts'
import { membersOf, type Groups } from '../treat/impute.ts'
import type { Composite } from './result.ts'

/** The zones of one group with their ranks among themselves. */
export interface PeerGroup {
  readonly group: string
  readonly zones: readonly number[]
  readonly ranks: Int32Array
}

/**
 * Competition ranks of scores (NaN = unranked: rank 0) within each group of peers, such as a type,
 * an industry or an ecosystem; a zone without a group stands in none.
 */
export function rankWithinGroups(scores: Float64Array, groups: Groups): PeerGroup[] {
  return [...membersOf(groups)].map(([group, zones]) => {
    const own = Float64Array.from(zones, (zone) => at(scores, zone))
    return { group, zones, ranks: competitionRanks(own) }
  })
}

/** The grades of each group by itself, a zone in none being unranked; null where the method has no grades. */
export function gradesWithin(
  { scores, ranks, card }: Composite,
  peers: readonly PeerGroup[],
): Grades | null {
  const rule = card.grade
  if (!rule) return null
  const grades: (string | null)[] = Array<null>(ranks.length).fill(null)
  const notes: Grades['notes'][number][] = Array<'unranked'>(ranks.length).fill('unranked')
  const counts: Record<string, number> = {}
  for (const { zones, ranks: own } of peers) {
    const graded = gradeZones(
      { scores: Float64Array.from(zones, (zone) => at(scores, zone)), ranks: own },
      rule,
    )
    if ('error' in graded) return null
    zones.forEach((zone, k) => {
      grades[zone] = graded.grades[k] ?? null
      notes[zone] = graded.notes[k] ?? null
    })
    for (const [grade, count] of Object.entries(graded.counts)) {
      counts[grade] = (counts[grade] ?? 0) + count
    }
  }
  return { grades, notes, counts }
}
