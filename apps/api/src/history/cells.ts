import { fieldById } from '@permu/metrics'
import type { CellChange, CellChangePage, Names } from '../contract.ts'
import type { Catalogue } from '../data/catalogue.ts'
import { reasonName, type SourcedColumn } from '../data/period-table.ts'

export type Counts = CellChangePage['counts']
export type Kind = CellChange['kind']

export const noCounts = (): Counts => ({ added: 0, changed: 0, removed: 0, same: 0 })

/** A field's name in some data, or as its file or the catalogue calls it. */
export function nameOfField(catalogue: Catalogue, id: string, name = id): Names {
  return catalogue.fields.get(id)?.name ?? fieldById(id)?.name ?? { zh: name, en: name }
}

export const hasNumber = (column: SourcedColumn | null, zone: number): boolean =>
  column !== null && zone !== -1 && column.reasons[zone] === 0

/** What stands in a cell of the data; null where no layer says anything. */
export function present(column: SourcedColumn | null, zone: number): CellChange['from'] {
  if (column === null || zone === -1 || column.layer[zone] === -1) return null
  const reason = reasonName(column.reasons[zone] ?? 1)
  return { value: reason === null ? (column.values[zone] ?? null) : null, reason }
}
