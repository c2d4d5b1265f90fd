import { LOCAL_THRESHOLDS } from './local.ts'
import { NATIONAL_THRESHOLDS } from './national.ts'
import type { Threshold } from './threshold.ts'

/** The published thresholds that the product ships: national ones first, then places by year. */
export const THRESHOLDS: readonly Threshold[] = [...NATIONAL_THRESHOLDS, ...LOCAL_THRESHOLDS]

/** The thresholds of an indicator; none where no text sets one. */
export function thresholdsOf(indicator: string): readonly Threshold[] {
  return THRESHOLDS.filter((threshold) => threshold.indicator === indicator)
}
