import { byParam } from '#lib/method.ts'
import type { Board } from './board.ts'
import { USUAL_CODES } from './options.ts'
import type { RankState } from './state.ts'

/** The same ranking as a CSV of the API, with its intervals. */
export const csvLink = (...asked: Parameters<typeof questionOf>): string =>
  `/api/v1/rankings.csv?${questionOf(...asked)}`

/** The same as a workbook that recomputes its scores. */
export const xlsxLink = (...asked: Parameters<typeof questionOf>): string =>
  `/api/v1/rankings.xlsx?${questionOf(...asked)}`

function questionOf(
  period: string,
  { criteria, method }: Pick<Board, 'criteria' | 'method'>,
  state: RankState,
): string {
  const { type, group, within, draws, seed, concentration } = state
  const params = new URLSearchParams({ period })
  const usual = Object.entries(USUAL_CODES).every(([key, code]) => {
    const chosen = Object.entries(state.method).find(([one]) => one === key)?.[1] ?? null
    return chosen === null || chosen === code
  })
  if (usual && state.preset === null && state.own.length === 0) {
    params.set('by', byParam(criteria.map(({ id, ...rest }) => ({ ...rest, indicator: id }))))
  } else params.set('method', JSON.stringify(method))
  if (group !== null) params.set('group', group)
  if (within) params.set('within', '1')
  if (type !== null) params.set('type', type)
  params.set('draws', String(draws))
  params.set('seed', String(seed))
  params.set('concentration', String(concentration))
  return params.toString()
}
