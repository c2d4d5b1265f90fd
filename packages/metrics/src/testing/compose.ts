import { columnOf, type Column } from '../column.ts'
import type { MethodLeaf } from '../composite/method.ts'
import type { CompositeInput } from '../composite/result.ts'

/** Plain cells of a column. */
type Cells = readonly (number | null | 'suppressed')[]

/** Columns by id, as plain cells or ready-made. */
export function inputOf(columns: Readonly<Record<string, Cells | Column>>): CompositeInput {
  const made = Object.entries(columns).map(([id, cells]) => {
    return [id, 'reasons' in cells ? cells : columnOf(cells, null)] as const
  })
  const byId = new Map(made)
  return { size: made[0]?.[1].values.length ?? 0, column: (id) => byId.get(id) }
}

/** An indicator of which more is better. */
export function leaf(indicator: string, weight = 1, own: Partial<MethodLeaf> = {}): MethodLeaf {
  return { indicator, weight, better: 'more', ...own }
}
