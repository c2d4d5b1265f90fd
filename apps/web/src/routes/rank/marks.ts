import type { Composite } from '@permu/metrics'

/** A cell that ranking did not take as it was reported; `before` null = it was missing. */
export interface Mark {
  readonly why: 'mean' | 'median' | 'group-mean' | 'group-median' | 'winsorised' | 'log'
  readonly before: number | null
  readonly after: number
}

/** The changed cells by `zone criterion`; a filled cell stays filled although it was treated before. */
export function marksOf({ treated, imputed }: Composite): Map<string, Mark> {
  const cells = [...treated, ...imputed]
  return new Map(
    cells.map(({ zone, criterion, why, before, after }) => {
      return [`${String(zone)} ${String(criterion)}`, { why, before, after }]
    }),
  )
}
