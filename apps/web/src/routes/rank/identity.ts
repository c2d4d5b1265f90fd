import { methodId, plainOf, type CompositeMethod } from '@permu/metrics'
import type { RankState } from './state.ts'

/** The id that the API gives the same question: the method's, what ranks within groups, and how weights are drawn. */
export function rankingId(
  method: CompositeMethod,
  { group, within, draws, seed, concentration }: RankState,
): string {
  const drawn = [draws, seed, concentration].join('x')
  const id = methodId(plainOf(method) ?? method)
  const peers = group === null ? [] : [within ? `${group}-within` : group]
  return [id, ...peers, drawn].join('-')
}
