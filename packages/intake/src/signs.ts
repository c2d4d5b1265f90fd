import { fieldById } from '@permu/metrics'
import type { Slot } from './plan.ts'

/**
 * Whether a negative value of a built-in field must be wrong: areas, people, firms and tonnes cannot
 * be below zero; money can, and a rate of change can.
 */
export function neverNegative(slot: Slot | undefined): boolean {
  if (slot === undefined || slot.field.isNew) return false
  const field = fieldById(slot.field.id)
  if (field === null || field === undefined || field.kind === 'ratio') return false
  const bases = Object.keys(field.unit?.dimension ?? {})
  return bases.length > 0 && !bases.some((base) => /^[A-Z]{3}$/u.test(base))
}
