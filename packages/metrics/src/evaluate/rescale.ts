import { NUMBER } from '../dimension.ts'
import { ONE } from '../ratio.ts'
import { blank, fail, inherit, type Quantity } from './quantity.ts'

/** Min–max over the zones that have a value; the middle of the range where all are equal. */
export function rescaleQuantity(
  of: Quantity,
  [low, high]: readonly [number, number],
  blame: number,
): Quantity {
  const result = blank(of.values.length, { dimension: NUMBER, factor: ONE })
  const present = of.values.filter((_, zone) => of.reasons[zone] === 0)
  const min = present.reduce((least, value) => Math.min(least, value), Infinity)
  const max = present.reduce((most, value) => Math.max(most, value), -Infinity)
  for (let zone = 0; zone < result.values.length; zone++) {
    if (!inherit(result, zone, [of])) continue
    // One zone has nothing to be compared with.
    if (present.length < 2) fail(result, zone, { reason: 'not-applicable', mask: blame })
    else if (max === min) result.values[zone] = (low + high) / 2
    else result.values[zone] = low + ((high - low) * ((of.values[zone] ?? NaN) - min)) / (max - min)
  }
  return result
}
