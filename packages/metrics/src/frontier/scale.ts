import { at, indexAt } from './entries.ts'
import type { FrontierMethod } from './method.ts'
import { radialScores } from './radial-scores.ts'
import type { Scale } from './radial.ts'
import { RETURNS_TO_SCALE } from './result.ts'
import type { Sample } from './sample.ts'

// Scores of two technologies closer than this are the same.
const SAME = 1e-7

/**
 * Scale efficiency, CCR / BCC in (0, 1], and the returns to scale where a zone is: constant at 1;
 * else decreasing where the technology of non-increasing returns scores as that of variable ones, or
 * increasing. NaN and unknown where a score is missing.
 *
 * Färe, Grosskopf & Lovell 1985.
 */
export function scaleEfficiency(
  sample: Sample,
  { orientation, nonDiscretionary }: FrontierMethod,
): { efficiency: Float64Array; returns: Uint8Array } {
  const under = (scale: Scale) => {
    const direction = orientation === 'output' ? 'output' : 'input'
    const model = { orientation: direction, scale, held: nonDiscretionary } as const
    return radialScores(sample, model, false).scores
  }
  const [constant, variable] = [under('constant'), under('variable')]
  const nonIncreasing = under('non-increasing')
  const efficiency = new Float64Array(sample.size).fill(NaN)
  const returns = new Uint8Array(sample.size)
  for (let o = 0; o < sample.zones.length; o++) {
    const zone = indexAt(sample.zones, o)
    const share = Math.min(1, at(constant, o) / at(variable, o))
    efficiency[zone] = share
    returns[zone] = returnsOf(share, at(nonIncreasing, o) - at(variable, o))
  }
  return { efficiency, returns }
}

function returnsOf(share: number, difference: number): number {
  if (Number.isNaN(share) || Number.isNaN(difference)) return RETURNS_TO_SCALE.indexOf('unknown')
  if (share >= 1 - SAME) return RETURNS_TO_SCALE.indexOf('constant')
  return RETURNS_TO_SCALE.indexOf(Math.abs(difference) <= SAME ? 'decreasing' : 'increasing')
}
