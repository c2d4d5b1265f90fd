import { frontierModel, type FrontierModel, type FrontierModelId } from './catalogue.ts'
import type { CrossGoal } from './cross.ts'
import type { Scale } from './radial.ts'

/**
 * What to compute. Left out: the model's first orientation and returns to scale, no non-discretionary
 * input (indices of `inputs`), aggressive cross-efficiency with a zone's own evaluation, no detail.
 * `detail` adds peers, slacks and targets; `scaleEfficiency` adds the two other technologies.
 */
export interface FrontierOptions {
  readonly model: FrontierModelId
  readonly orientation?: 'input' | 'output' | 'none'
  readonly scale?: Scale
  readonly nonDiscretionary?: readonly number[]
  readonly goal?: CrossGoal
  readonly self?: boolean
  readonly detail?: boolean
  readonly scaleEfficiency?: boolean
}

/** All that decided a result besides the data, defaults filled in. */
export type FrontierMethod = Required<FrontierOptions>

/** Why a frontier cannot be computed from these options. */
export interface FrontierFault {
  readonly error:
    | 'no-inputs'
    | 'no-outputs'
    | 'model-unknown'
    | 'orientation-unsupported'
    | 'scale-unsupported'
    | 'non-discretionary-unsupported'
    | 'non-discretionary-invalid'
}

/** The options with their defaults, or what is wrong with them. */
export function frontierMethod(
  options: FrontierOptions,
  counts: { inputs: number; outputs: number },
): FrontierMethod | FrontierFault {
  const model = frontierModel(options.model)
  if (!model) return { error: 'model-unknown' }
  const method = {
    ...withDefaults(options),
    orientation: options.orientation ?? model.orientations[0] ?? 'input',
    scale: options.scale ?? model.scales[0] ?? 'constant',
    nonDiscretionary: [...new Set(options.nonDiscretionary)],
  }
  const error =
    columnFault(counts) ?? unsupported(model, method) ?? heldFault(method, counts.inputs)
  return error === null ? method : { error }
}

type Fault = FrontierFault['error'] | null

function columnFault({ inputs, outputs }: { inputs: number; outputs: number }): Fault {
  if (inputs === 0) return 'no-inputs'
  return outputs === 0 ? 'no-outputs' : null
}

function unsupported(model: FrontierModel, method: FrontierMethod): Fault {
  if (!model.orientations.includes(method.orientation)) return 'orientation-unsupported'
  if (!model.scales.includes(method.scale)) return 'scale-unsupported'
  const held = method.nonDiscretionary.length > 0
  return held && !model.nonDiscretionary ? 'non-discretionary-unsupported' : null
}

// With every input held there would be nothing left to shrink.
function heldFault({ nonDiscretionary: held }: FrontierMethod, inputs: number): Fault {
  const valid = held.every((i) => Number.isInteger(i) && i >= 0 && i < inputs)
  return valid && held.length < inputs ? null : 'non-discretionary-invalid'
}

function withDefaults(options: FrontierOptions) {
  return {
    model: options.model,
    goal: options.goal ?? 'aggressive',
    self: options.self ?? true,
    detail: options.detail ?? false,
    scaleEfficiency: options.scaleEfficiency ?? false,
  }
}
