import type { Unit } from './unit.ts'

/**
 * Why a value is missing, closed. The first seven come with the data; `unit-unknown` = an input has
 * no unit, `unit-conflict` = inputs in units that cannot be compared, `out-of-domain` = the formula
 * is not defined there (a negative share, a negative denominator, an overflow).
 */
export const MISSING_REASONS = [
  'not-reported',
  'not-yet-published',
  'not-applicable',
  'suppressed',
  'unreadable',
  'excluded',
  'zero-denominator',
  'unit-unknown',
  'unit-conflict',
  'out-of-domain',
] as const

/** One reason of {@link MISSING_REASONS}. */
export type MissingReason = (typeof MISSING_REASONS)[number]

/** A value with its unit (null = the file gave none), or why there is none and which fields are to blame. */
export type Measure =
  | { readonly ok: true; readonly value: number; readonly unit: Unit | null }
  | { readonly ok: false; readonly reason: MissingReason; readonly fields: readonly string[] }

/** A missing measure: the reason, and the ids of the fields to blame. */
export function missing(reason: MissingReason, fields: readonly string[] = []): Measure {
  return { ok: false, reason, fields }
}
