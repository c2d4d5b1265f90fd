import { fieldLabels, normaliseLabel, type Field } from '../field.ts'
import { ACTIVITY_FIELDS } from './activity.ts'
import { FLOOR_FIELDS } from './floor.ts'
import { LAND_FIELDS } from './land.ts'
import { LAND_USE_FIELDS } from './land-use.ts'
import { LIFE_FIELDS } from './life.ts'
import { MONEY_FIELDS } from './money.ts'

/** The fields that the indicators need. A file's other columns become fields of their own. */
export const FIELDS: readonly Field[] = [
  ...MONEY_FIELDS,
  ...LAND_FIELDS,
  ...LAND_USE_FIELDS,
  ...FLOOR_FIELDS,
  ...ACTIVITY_FIELDS,
  ...LIFE_FIELDS,
]

const BY_ID = new Map(FIELDS.map((field) => [field.id, field]))
const BY_LABEL = new Map(
  FIELDS.flatMap((field) => fieldLabels(field).map((label) => [label, field] as const)),
)

/** The built-in field with this id; undefined when there is none. */
export function fieldById(id: string): Field | undefined {
  return BY_ID.get(id)
}

/**
 * The built-in field that a header names, its unit already taken off. Exact after
 * {@link normaliseLabel}, never fuzzy: 人口数(抽样调查) is not 人口. Null when no field has that name.
 */
export function matchField(label: string): Field | null {
  return BY_LABEL.get(normaliseLabel(label)) ?? null
}
