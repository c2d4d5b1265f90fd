import { timesDimension } from '../dimension.ts'
import { timesRatio } from '../ratio.ts'
import { aligned } from './align.ts'
import { blank, fail, inherit, type Quantity } from './quantity.ts'

export function divideQuantities(above: Quantity, below: Quantity, blame: number): Quantity {
  const result = blank(above.values.length, {
    dimension: timesDimension(above.dimension, below.dimension, -1),
    factor: timesRatio(above.factor, below.factor, -1),
  })
  for (let zone = 0; zone < result.values.length; zone++) {
    if (!inherit(result, zone, [above, below])) continue
    const denominator = below.values[zone] ?? NaN
    if (denominator > 0) result.values[zone] = (above.values[zone] ?? NaN) / denominator
    else {
      const reason = denominator === 0 ? 'zero-denominator' : 'out-of-domain'
      fail(result, zone, { reason, mask: blame })
    }
  }
  return result
}

export function multiplyQuantities(a: Quantity, b: Quantity): Quantity {
  const result = blank(a.values.length, {
    dimension: timesDimension(a.dimension, b.dimension),
    factor: timesRatio(a.factor, b.factor),
  })
  for (let zone = 0; zone < result.values.length; zone++) {
    if (!inherit(result, zone, [a, b])) continue
    result.values[zone] = (a.values[zone] ?? NaN) * (b.values[zone] ?? NaN)
  }
  return result
}

/** Σ sign × part, all in the unit of the first part. */
export function addQuantities(
  parts: readonly Quantity[],
  signs: readonly number[],
  blame: number,
): Quantity {
  const { result, members } = aligned(parts, blame)
  for (let zone = 0; zone < result.values.length; zone++) {
    if (result.reasons[zone] !== 0) continue
    let sum = 0
    members.forEach((member, k) => {
      sum += (signs[k] ?? 1) * (member[zone] ?? NaN)
    })
    result.values[zone] = sum
  }
  return result
}
