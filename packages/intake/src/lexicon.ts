import { matchField, parseUnit, type Unit } from '@permu/metrics'
import type { KnownField } from './plan.ts'

/** The built-in field that a label names. */
export function builtInField(label: string): KnownField | null {
  return matchField(label)
}

/** The unit that a known field is counted in. */
export function unitOfField(field: KnownField | null): Unit | null {
  const unit = field?.unit ?? null
  if (unit === null) return null
  return parseUnit(typeof unit === 'string' ? unit : unit.id)
}
