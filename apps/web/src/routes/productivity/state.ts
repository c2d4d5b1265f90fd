import { addressOf, textParam } from '#lib/address.ts'
import { joinIds, splitIds } from '#lib/id-list.ts'
import { overlaidFigures, overlaidIds, printPairs, readPairs, type Pair } from './pairs.ts'

/** Changes by Malmquist indices, or levels in one period by one of two ways. */
export const KINDS = ['malmquist', 'cobb-douglas', 'tornqvist'] as const
export type ProductivityKind = (typeof KINDS)[number]

/** In which prices money is: as reported, already deflated, or deflated by a field or by figures that are given. */
export const PRICES = ['current', 'constant', 'field', 'given'] as const
export type Prices = (typeof PRICES)[number]

/** The whole state of the page; what equals the default is left out of the address. */
export interface ProductivityState {
  readonly kind: ProductivityKind
  readonly from: string | null
  readonly to: string | null
  /** Null = the usual ones. */
  readonly inputs: readonly string[] | null
  readonly outputs: readonly string[] | null
  readonly orientation: 'input' | 'output'
  /** Null = contemporaneous for two periods, global for more. */
  readonly reference: 'contemporaneous' | 'global' | null
  readonly prices: Prices
  /** The field that holds a price index. */
  readonly deflator: string | null
  /** A price index by period. */
  readonly index: readonly Pair<number>[]
  /** Cobb–Douglas: elasticities by input; none = estimated. */
  readonly elasticities: readonly Pair<number>[]
  /** Törnqvist: the field that says what each output brings in, and what each input costs. */
  readonly revenues: readonly Pair<string>[]
  readonly costs: readonly Pair<string>[]
  readonly type: string | null
  /** The first period of the pair whose zones are listed; null = the last pair. */
  readonly pair: string | null
  readonly selected: string | null
}

type Params = URLSearchParams | Pick<URLSearchParams, 'get' | 'getAll' | 'has' | 'keys'>

const oneOf = <T extends string>(all: readonly T[], text: string | null, usual: T): T =>
  all.find((one) => one === text) ?? usual

/** Reads an address; what cannot be understood counts as left out. */
export function parseProductivity(params: Params): ProductivityState {
  const ids = (key: string) => (params.has(key) ? splitIds(params.getAll(key)) : null)
  const reference = params.get('ref')
  const figures = (key: string) => overlaidFigures(readPairs(params.get(key)), params, key)
  const fields = (key: string) => overlaidIds(readPairs(params.get(key)), params, key)
  return {
    kind: oneOf(KINDS, params.get('kind'), 'malmquist'),
    from: textParam(params, 'from'),
    to: textParam(params, 'to'),
    inputs: ids('in'),
    outputs: ids('out'),
    orientation: params.get('or') === 'input' ? 'input' : 'output',
    reference: reference === 'contemporaneous' || reference === 'global' ? reference : null,
    prices: oneOf(PRICES, params.get('prices'), 'current'),
    deflator: textParam(params, 'defl'),
    index: figures('pi'),
    elasticities: figures('el'),
    revenues: fields('rev'),
    costs: fields('cost'),
    type: textParam(params, 'type'),
    pair: textParam(params, 'pair'),
    selected: textParam(params, 'sel'),
  }
}

const pairsOrNull = (pairs: readonly Pair<string | number>[]) =>
  pairs.length > 0 ? printPairs(pairs) : null

const unless = (text: string, usual: string) => (text === usual ? null : text)

/** The address of a state. */
export function printProductivity(state: ProductivityState): string {
  const { inputs, outputs } = state
  return addressOf('/productivity', [
    ['kind', unless(state.kind, 'malmquist')],
    ['from', state.from],
    ['to', state.to],
    ['in', inputs && joinIds(inputs)],
    ['out', outputs && joinIds(outputs)],
    ['or', unless(state.orientation, 'output')],
    ['ref', state.reference],
    ['prices', unless(state.prices, 'current')],
    ['defl', state.deflator],
    ['pi', pairsOrNull(state.index)],
    ['el', pairsOrNull(state.elasticities)],
    ['rev', pairsOrNull(state.revenues)],
    ['cost', pairsOrNull(state.costs)],
    ['type', state.type],
    ['pair', state.pair],
    ['sel', state.selected],
  ])
}
