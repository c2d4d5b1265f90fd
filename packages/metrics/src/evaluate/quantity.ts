import { reasonCode } from '../column.ts'
import type { Dimension } from '../dimension.ts'
import type { MissingReason } from '../measure.ts'
import type { Ratio } from '../ratio.ts'

/** A column on its way through a formula: its factor is applied once, at the end. */
export interface Quantity {
  readonly values: Float64Array
  readonly reasons: Uint8Array
  readonly masks: Uint32Array
  readonly dimension: Dimension
  readonly factor: Ratio
}

export type Scale = Pick<Quantity, 'dimension' | 'factor'>

export function blank(size: number, scale: Scale): Quantity {
  return {
    values: new Float64Array(size).fill(NaN),
    reasons: new Uint8Array(size),
    masks: new Uint32Array(size),
    dimension: scale.dimension,
    factor: scale.factor,
  }
}

export function fail(quantity: Quantity, zone: number, cause: Cause): void {
  quantity.values[zone] = NaN
  quantity.reasons[zone] = reasonCode(cause.reason)
  quantity.masks[zone] = cause.mask
}

export interface Cause {
  readonly reason: MissingReason
  readonly mask: number
}

/** Carries over what the children miss: the first reason in reading order, the blame of all. True when none does. */
export function inherit(target: Quantity, zone: number, children: readonly Quantity[]): boolean {
  let code = 0
  let mask = 0
  for (const child of children) {
    const reason = child.reasons[zone] ?? 0
    if (reason === 0) continue
    if (code === 0) code = reason
    mask |= child.masks[zone] ?? 0
  }
  target.reasons[zone] = code
  target.masks[zone] = mask
  return code === 0
}
