import type { BoardCriterion } from './board.ts'
import type { RankState } from './state.ts'

/** The same ranking as a CSV of the API. */
export function csvLink(
  period: string,
  criteria: readonly BoardCriterion[],
  state: Pick<RankState, 'normalise' | 'missing' | 'type'>,
): string {
  const by = criteria.map(({ id, weight, better }) => {
    const direction = typeof better === 'string' ? `:${better}` : ''
    return `${quoted(id)}:${String(weight)}${direction}`
  })
  const params = new URLSearchParams({
    period,
    by: by.join(','),
    normalise: state.normalise,
    missing: state.missing,
  })
  if (state.type !== null) params.set('type', state.type)
  return `/api/v1/rankings.csv?${params.toString()}`
}

function quoted(id: string): string {
  return /[",:]/u.test(id) ? `"${id.replaceAll('"', '""')}"` : id
}

export function traceLink(zone: string, period: string, indicator: string): string {
  return `/trace?${new URLSearchParams({ zone, period, indicator }).toString()}`
}

export function zoneLink(zone: string): string {
  return `/zones/${encodeURIComponent(zone)}`
}
