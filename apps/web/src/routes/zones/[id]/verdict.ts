import type { ProfileGroup, ProfileRow } from './profile.ts'

export interface Strengths {
  readonly have: number
  readonly all: number
  readonly best: readonly ProfileRow[]
  readonly worst: readonly ProfileRow[]
}

const NAMED = 2
const STRONG = 2 / 3
const WEAK = 1 / 3
const FEWEST = 4

/** How good a place is, 1 best; null where the direction or the company leaves it open. */
function goodness({ place, better }: ProfileRow): number | null {
  if (place === null || place.count < FEWEST) return null
  if (better === 'more') return place.above
  return better === 'less' ? 1 - place.above : null
}

/** What to say first of a zone: raw fields count as present but never as strong or weak. */
export function strengthsOf(groups: readonly ProfileGroup[]): Strengths {
  const rows = groups.flatMap((group) => group.rows)
  const judged = groups
    .filter(({ id }) => id !== 'raw')
    .flatMap((group) => group.rows)
    .flatMap((row) => {
      const good = goodness(row)
      return good === null ? [] : [{ row, good }]
    })
    .sort((a, b) => b.good - a.good)
  return {
    have: rows.filter(({ value }) => value !== null).length,
    all: rows.length,
    best: judged
      .filter(({ good }) => good >= STRONG)
      .slice(0, NAMED)
      .map(({ row }) => row),
    worst: judged
      .filter(({ good }) => good <= WEAK)
      .slice(-NAMED)
      .reverse()
      .map(({ row }) => row),
  }
}
