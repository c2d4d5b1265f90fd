import { NUMBER, sameDimension } from '../dimension.ts'
import { ONE, multiplier, timesRatio } from '../ratio.ts'
import { blank, fail, inherit, type Quantity } from './quantity.ts'

interface Aligned {
  readonly result: Quantity
  readonly members: readonly Float64Array[]
}

/** The parts' values in the unit of the first, and a result that already knows which zones miss what. */
export function aligned(parts: readonly Quantity[], blame: number): Aligned {
  const [first] = parts
  const scale = first ?? { dimension: NUMBER, factor: ONE }
  const result = blank(first?.values.length ?? 0, scale)
  const conflict = parts.some((part) => !sameDimension(part.dimension, scale.dimension))
  for (let zone = 0; zone < result.values.length; zone++) {
    if (inherit(result, zone, parts) && conflict) {
      fail(result, zone, { reason: 'unit-conflict', mask: blame })
    }
  }
  const members = parts.map((part) => {
    const same = multiplier(timesRatio(part.factor, scale.factor, -1))
    return part.values.map(same)
  })
  return { result, members }
}
