import { reasonCode } from '../column.ts'
import { NUMBER } from '../dimension.ts'
import { ONE } from '../ratio.ts'
import { aligned } from './align.ts'
import { fail, type Quantity } from './quantity.ts'

const NOT_APPLICABLE = reasonCode('not-applicable')

/** −Σ p ln p ÷ ln N over all N parts, 0·ln 0 = 0. A part that is not applicable has no area. */
export function entropyOf(parts: readonly Quantity[], blame: number): Quantity {
  const { result, members } = aligned(parts.map(absentAsZero), blame)
  for (let zone = 0; zone < result.values.length; zone++) {
    if (result.reasons[zone] !== 0) continue
    const areas = members.map((member) => member[zone] ?? NaN)
    const total = areas.reduce((sum, area) => sum + area, 0)
    if (areas.some((area) => area < 0)) fail(result, zone, { reason: 'out-of-domain', mask: blame })
    else if (total === 0) fail(result, zone, { reason: 'zero-denominator', mask: blame })
    else result.values[zone] = shannon(areas, total) / Math.log(areas.length)
  }
  return { ...result, dimension: NUMBER, factor: ONE }
}

/** D = √(C·T), C = n·ⁿ√(ΠU) ÷ ΣU, T = mean U, for U ≥ 0. */
export function coordinationOf(parts: readonly Quantity[], blame: number): Quantity {
  const { result, members } = aligned(parts, blame)
  for (let zone = 0; zone < result.values.length; zone++) {
    if (result.reasons[zone] !== 0) continue
    const levels = members.map((member) => member[zone] ?? NaN)
    const sum = levels.reduce((total, level) => total + level, 0)
    if (levels.some((level) => level < 0))
      fail(result, zone, { reason: 'out-of-domain', mask: blame })
    else if (sum === 0) fail(result, zone, { reason: 'zero-denominator', mask: blame })
    else result.values[zone] = coordination(levels, sum)
  }
  return result
}

function coordination(levels: readonly number[], sum: number): number {
  const n = levels.length
  const product = levels.reduce((total, level) => total * level, 1)
  const coupling = (n * product ** (1 / n)) / sum
  return Math.sqrt(coupling * (sum / n))
}

function shannon(areas: readonly number[], total: number): number {
  return areas.reduce((sum, area) => {
    const p = area / total
    return p > 0 ? sum - p * Math.log(p) : sum
  }, 0)
}

function absentAsZero(part: Quantity): Quantity {
  const absent = (zone: number) => part.reasons[zone] === NOT_APPLICABLE
  return {
    ...part,
    values: part.values.map((value, zone) => (absent(zone) ? 0 : value)),
    reasons: part.reasons.map((code, zone) => (absent(zone) ? 0 : code)),
  }
}
