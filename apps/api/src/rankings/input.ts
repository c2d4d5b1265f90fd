import type { Column, CompositeInput, Groups } from '@permu/metrics'

/** The data of a comparison as they can be sent to a thread. */
export interface PlainInput {
  readonly size: number
  readonly columns: readonly (readonly [id: string, column: Column])[]
  readonly groups: Groups | null
}

export function inputOf({ size, columns, groups }: PlainInput): CompositeInput {
  const byId = new Map(columns)
  return { size, column: (id) => byId.get(id), ...(groups && { groups }) }
}
