import { blameAt, fieldById, reasonAt, type Column } from '@permu/metrics'
import type { FieldName } from '../contract.ts'
import type { Catalogue } from './catalogue.ts'

/** Fields by id and name, for those who are told what is missing. */
export function fieldNames(catalogue: Catalogue, ids: readonly string[]): FieldName[] {
  return ids.map((id) => {
    const name = catalogue.fields.get(id)?.name ?? fieldById(id)?.name ?? { zh: id, en: id }
    return { id, name }
  })
}

/** Why a zone of a column has no value, with the fields to blame; null where it has one. */
export function lackAt(
  catalogue: Catalogue,
  { column, fields }: { column: Column; fields: readonly string[] },
  zone: number,
): { reason: string; fields: FieldName[] } | null {
  const reason = reasonAt(column, zone)
  if (reason === null) return null
  const blamed = blameAt(column, zone)
  return { reason, fields: fieldNames(catalogue, blamed.length > 0 ? blamed : fields) }
}
