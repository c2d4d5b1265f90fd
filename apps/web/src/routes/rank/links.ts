import { byParam } from '#lib/method.ts'
import type { Board } from './board.ts'
import { USUAL_CODES } from './options.ts'
import type { RankState } from './state.ts'

/** The same ranking as a CSV of the API, with its intervals. */
export function csvLink(
  period: string,
  { criteria, method }: Pick<Board, 'criteria' | 'method'>,
  state: RankState,
): string {
  const { type, grouped, draws, seed, concentration } = state
  const params = new URLSearchParams({ period })
  const usual = Object.entries(USUAL_CODES).every(([key, code]) => {
    const chosen = Object.entries(state.method).find(([one]) => one === key)?.[1] ?? null
    return chosen === null || chosen === code
  })
  if (usual && state.preset === null) {
    params.set('by', byParam(criteria.map(({ id, ...rest }) => ({ ...rest, indicator: id }))))
  } else params.set('method', JSON.stringify(method))
  if (grouped) params.set('group', 'type')
  if (type !== null) params.set('type', type)
  params.set('draws', String(draws))
  params.set('seed', String(seed))
  params.set('concentration', String(concentration))
  return `/api/v1/rankings.csv?${params.toString()}`
}
