import { byParam } from '#lib/method.ts'
import type { BoardCriterion } from './board.ts'
import type { RankState } from './state.ts'

/** The same ranking as a CSV of the API. */
export function csvLink(
  period: string,
  criteria: readonly BoardCriterion[],
  state: Pick<RankState, 'normalise' | 'missing' | 'type'>,
): string {
  const terms = criteria.map(({ id, weight, better }) => ({ indicator: id, weight, better }))
  const { normalise, missing, type } = state
  const params = new URLSearchParams({ period, by: byParam(terms), normalise, missing })
  if (type !== null) params.set('type', type)
  return `/api/v1/rankings.csv?${params.toString()}`
}
