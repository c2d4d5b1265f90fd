import { methodId, plainOf, type CompositeMethod } from '@permu/metrics'
import type { Draws, Grouping } from '../contract.ts'

/** The same method always has the same id, whether a list, a preset or JSON asked for it. */
export function rankingId(
  method: CompositeMethod,
  how: { group: Grouping | null; within: boolean; draws: Draws | null },
): string {
  const { group, within, draws } = how
  return [
    methodId(plainOf(method) ?? method),
    ...(group === null ? [] : [within ? `${group}-within` : group]),
    ...(draws === null
      ? []
      : [`${String(draws.draws)}x${String(draws.seed)}x${String(draws.concentration)}`]),
  ].join('-')
}
