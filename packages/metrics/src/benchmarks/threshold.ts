import type { Text } from '../field.ts'
import type { Reference } from '../indicator.ts'
import { comparable, convert, type Unit } from '../unit.ts'

/** What is asked of a value: from `low` to `high`, both included; null leaves that end open. */
export interface Bound {
  readonly low: number | null
  readonly high: number | null
}

/**
 * A published threshold. It belongs to a version, an industry and a place, never to the indicator
 * alone: two parcels of one notice ask different intensities.
 */
export interface Threshold extends Bound {
  readonly id: string
  readonly indicator: string
  readonly unit: Unit
  /** The year or edition of the text. */
  readonly version: string
  /** Null = for every industry. */
  readonly industry: Text | null
  readonly place: Text
  readonly source: Reference
  /** What must be known before it is used, such as that it bound one parcel only. */
  readonly note: Text | null
}

/** A bound in another unit; null where the units measure different things. */
export function boundIn({ low, high }: Bound, from: Unit, to: Unit): Bound | null {
  if (!comparable(from, to)) return null
  const turned = (end: number | null) => (end === null ? null : convert(end, from, to))
  return { low: turned(low), high: turned(high) }
}

/** Whether a value keeps a bound; a value on its end does. */
export function withinBound(value: number, { low, high }: Bound): boolean {
  return (low === null || value >= low) && (high === null || value <= high)
}

/**
 * How far a value lies from a bound, in its unit: above a lone end positive, below it negative;
 * within two ends 0, outside the distance to the nearer one. Null where no end is set.
 */
export function distanceToBound(value: number, { low, high }: Bound): number | null {
  if (low !== null && high !== null) {
    if (value < low) return value - low
    return value > high ? value - high : 0
  }
  const end = low ?? high
  return end === null ? null : value - end
}
