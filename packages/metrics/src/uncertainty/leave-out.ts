import { composite } from '../composite/composite.ts'
import { withoutNode, type CompositeMethod } from '../composite/method.ts'
import type { CompositeFault, CompositeInput } from '../composite/result.ts'

/** What becomes of the ranks without a leaf or branch; `shift` is the mean absolute change of a rank. */
export interface LeftOut {
  readonly id: string
  readonly ranks: Int32Array
  /** Over the zones that are ranked both with and without; null where there are none. */
  readonly shift: number | null
}

/** The ranking without each of the leaves or branches, one at a time, or the fault that leaves none. */
export function leaveOut(
  input: CompositeInput,
  method: CompositeMethod,
  ids: readonly string[],
): (LeftOut | (CompositeFault & { readonly id: string }))[] | CompositeFault {
  const whole = composite(input, method)
  if ('error' in whole) return whole
  return ids.map((id) => {
    const rest = composite(input, { ...method, of: withoutNode(method.of, id) })
    if ('error' in rest) return { ...rest, id }
    return { id, ranks: rest.ranks, shift: meanShift(whole.ranks, rest.ranks) }
  })
}

/** The mean absolute difference of two lists of ranks where both have one (0 = none); null of none. */
export function meanShift(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  let [total, count] = [0, 0]
  for (let zone = 0; zone < a.length; zone++) {
    const [before, after] = [a[zone] ?? 0, b[zone] ?? 0]
    if (before === 0 || after === 0) continue
    total += Math.abs(before - after)
    count++
  }
  return count === 0 ? null : total / count
}
