import { addressOf, textParam } from '#lib/address.ts'
import { joinIds, splitIds } from '#lib/id-list.ts'

/** The whole state of the page; what equals the default is left out of the address. */
export interface ProductivityState {
  readonly from: string | null
  readonly to: string | null
  /** Null = the usual ones. */
  readonly inputs: readonly string[] | null
  readonly outputs: readonly string[] | null
  readonly orientation: 'input' | 'output'
  /** Null = contemporaneous for two periods, global for more. */
  readonly reference: 'contemporaneous' | 'global' | null
  /** In which prices the money already is. */
  readonly prices: 'current' | 'constant'
  /** The first period of the pair whose zones are listed; null = the last pair. */
  readonly pair: string | null
  readonly selected: string | null
}

/** Reads an address; what cannot be understood counts as left out. */
export function parseProductivity(
  params: Pick<URLSearchParams, 'get' | 'getAll' | 'has'>,
): ProductivityState {
  const ids = (key: string) => (params.has(key) ? splitIds(params.getAll(key)) : null)
  const reference = params.get('ref')
  return {
    from: textParam(params, 'from'),
    to: textParam(params, 'to'),
    inputs: ids('in'),
    outputs: ids('out'),
    orientation: params.get('or') === 'input' ? 'input' : 'output',
    reference: reference === 'contemporaneous' || reference === 'global' ? reference : null,
    prices: params.get('prices') === 'constant' ? 'constant' : 'current',
    pair: textParam(params, 'pair'),
    selected: textParam(params, 'sel'),
  }
}

/** The address of a state. */
export function printProductivity(state: ProductivityState): string {
  const { inputs, outputs, orientation, prices } = state
  return addressOf('/productivity', [
    ['from', state.from],
    ['to', state.to],
    ['in', inputs && joinIds(inputs)],
    ['out', outputs && joinIds(outputs)],
    ['or', orientation === 'output' ? null : orientation],
    ['ref', state.reference],
    ['prices', prices === 'current' ? null : prices],
    ['pair', state.pair],
    ['sel', state.selected],
  ])
}
