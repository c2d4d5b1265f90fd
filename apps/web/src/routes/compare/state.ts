import { addressOf, textParam } from '#lib/address.ts'
import { joinIds, splitIds } from '#lib/id-list.ts'
import { parseOwn, printOwn, type OwnTarget } from './own-target.ts'
import { isView, type View } from './views.ts'

/** What is read of an address; SvelteKit's own is read-only. */
export type Query = Pick<URLSearchParams, 'get' | 'getAll' | 'has'>

/** What a value is held against where no target is chosen: the middle of all zones, or of its type. */
export type Base = 'median' | 'group'

export const TOLERANCES = [0, 1, 2, 3] as const

/** The state of the page; a form without scripts repeats a name, a link may part by commas. */
export interface CompareState {
  readonly period: string | null
  /** Null = the first ones; an empty list was emptied by a person. */
  readonly zones: readonly string[] | null
  readonly indicators: readonly string[]
  readonly x: string | null
  readonly y: string | null
  readonly line: string | null
  readonly view: View
  /** The earlier period of the views of two; null = the one before. */
  readonly from: string | null
  readonly base: Base
  /** Ids of published thresholds, one an indicator. */
  readonly targets: readonly string[]
  readonly own: readonly OwnTarget[]
  /** A missing value is taken from this many years around; 0 = never. */
  readonly tolerance: number
  readonly pins: readonly string[]
  /** Zones as rows. */
  readonly turned: boolean
  /** The quantity that orders the list of zones; null = names. */
  readonly sort: string | null
}

/** Reads an address; what cannot be understood counts as left out. */
export function parseState(params: Query): CompareState {
  const text = (key: string) => textParam(params, key)
  const ids = (key: string) => splitIds(params.getAll(key))
  const view = text('view')
  return {
    period: text('period'),
    zones: params.has('zones') ? ids('zones') : null,
    indicators: ids('indicators'),
    x: text('x'),
    y: text('y'),
    line: text('line'),
    view: isView(view) ? view : 'table',
    from: text('from'),
    base: text('base') === 'group' ? 'group' : 'median',
    targets: ids('t'),
    own: parseOwn(params.getAll('own')),
    tolerance: TOLERANCES.find((years) => String(years) === text('tol')) ?? 0,
    pins: ids('pin'),
    turned: text('turn') === '1',
    sort: text('sort'),
  }
}

const listOf = (ids: readonly string[]) => (ids.length === 0 ? null : joinIds(ids))

/** The parameters of a state, with only what was chosen. */
function entriesOf(state: CompareState): (readonly [string, string | null])[] {
  return [
    ['view', state.view === 'table' ? null : state.view],
    ['period', state.period],
    ['from', state.from],
    ['zones', state.zones && joinIds(state.zones)],
    ['indicators', listOf(state.indicators)],
    ['x', state.x],
    ['y', state.y],
    ['line', state.line],
    ['base', state.base === 'median' ? null : state.base],
    ['t', listOf(state.targets)],
    ['own', printOwn(state.own)],
    ['tol', state.tolerance === 0 ? null : String(state.tolerance)],
    ['pin', listOf(state.pins)],
    ['turn', state.turned ? '1' : null],
    ['sort', state.sort],
  ]
}

/** The address of a state, with only what was chosen. */
export function printState(state: CompareState): string {
  return addressOf('/compare', entriesOf(state))
}

/** What a form sends besides its own parameters, so that the rest of the state stays. */
export function keptParams(state: CompareState, own: readonly string[]): [string, string][] {
  return entriesOf(state).flatMap(([key, value]) =>
    value === null || own.includes(key) ? [] : [[key, value]],
  )
}
