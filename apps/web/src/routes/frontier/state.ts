import { FRONTIER_MODELS, frontierModel, type FrontierModelId } from '@permu/metrics'
import { addressOf, textParam } from '#lib/address.ts'
import { joinIds, splitIds } from '#lib/id-list.ts'

export type FrontierOrientation = 'input' | 'output' | 'none'
export type FrontierReturns = 'constant' | 'variable' | 'non-increasing' | 'non-decreasing'

/** The whole state of the page; what equals the default is left out of the address. */
export interface FrontierState {
  readonly period: string | null
  /** Null = the usual ones. */
  readonly inputs: readonly string[] | null
  readonly outputs: readonly string[] | null
  readonly model: FrontierModelId
  /** Null = the first of the model. */
  readonly orientation: FrontierOrientation | null
  readonly returns: FrontierReturns | null
  /** Inputs that no zone can shrink; only for models that know them. */
  readonly fixed: readonly string[]
  /** Cross-efficiency: whether a zone's weights are chosen against or for the others. */
  readonly goal: 'aggressive' | 'benevolent'
  /** Cross-efficiency: whether a zone evaluates itself too. */
  readonly self: boolean
  readonly type: string | null
  readonly selected: string | null
}

/** Reads an address; what cannot be understood, or the model does not know, counts as left out. */
export function parseFrontier(
  params: Pick<URLSearchParams, 'get' | 'getAll' | 'has'>,
): FrontierState {
  const model = FRONTIER_MODELS.find((id) => id === params.get('model')) ?? 'ccr'
  const { orientations = [], scales = [], nonDiscretionary = false } = frontierModel(model) ?? {}
  const cross = model === 'cross'
  const ids = (key: string) => (params.has(key) ? splitIds(params.getAll(key)) : null)
  return {
    period: textParam(params, 'y'),
    inputs: ids('in'),
    outputs: ids('out'),
    model,
    orientation: beside(orientations, params.get('or')),
    returns: beside(scales, params.get('rts')),
    fixed: nonDiscretionary ? splitIds(params.getAll('fix')) : [],
    goal: cross && params.get('goal') === 'benevolent' ? 'benevolent' : 'aggressive',
    self: !(cross && params.get('self') === '0'),
    type: textParam(params, 'type'),
    selected: textParam(params, 'sel'),
  }
}

// One of the list that is not its first, which is the default.
function beside<T extends string>(list: readonly T[], text: string | null): T | null {
  return list.slice(1).find((one) => one === text) ?? null
}

/** The address of a state. */
export function printFrontier(state: FrontierState): string {
  const { inputs, outputs, model } = state
  return addressOf('/frontier', [
    ['y', state.period],
    ['in', inputs && joinIds(inputs)],
    ['out', outputs && joinIds(outputs)],
    ['model', model === 'ccr' ? null : model],
    ['or', state.orientation],
    ['rts', state.returns],
    ['fix', state.fixed.length > 0 ? joinIds(state.fixed) : null],
    ['goal', state.goal === 'aggressive' ? null : state.goal],
    ['self', state.self ? null : '0'],
    ['type', state.type],
    ['sel', state.selected],
  ])
}
