import type { MethodCriterion } from '@permu/metrics'

/** Criteria as the `by` parameter: `tax-per-land:40:more,capex:25`; a target keeps its own direction. */
export function byParam(criteria: readonly MethodCriterion[]): string {
  return criteria
    .map(({ indicator, weight, better }) =>
      typeof better === 'string' ? `${indicator}:${weight}:${better}` : `${indicator}:${weight}`,
    )
    .join(',')
}
