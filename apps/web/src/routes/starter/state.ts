import { STARTER_DENOMINATORS, type StarterDenominator } from '@permu/metrics'
import { addressOf, textParam } from '#lib/address.ts'

/** The whole state of the page; what equals the default is left out of the address. */
export interface StarterState {
  readonly period: string | null
  readonly type: string | null
  /** What the starter zone stands beside; `starter` shows it alone. */
  readonly denominator: StarterDenominator
  /** All zones in the chart instead of the first ones. */
  readonly all: boolean
}

/** Reads an address; what cannot be understood counts as left out. */
export function parseStarter(params: Pick<URLSearchParams, 'get'>): StarterState {
  return {
    period: textParam(params, 'y'),
    type: textParam(params, 'type'),
    denominator: STARTER_DENOMINATORS.find((one) => one === params.get('den')) ?? 'planned',
    all: params.get('all') === '1',
  }
}

/** The address of a state. */
export function printStarter(state: StarterState): string {
  return addressOf('/starter', [
    ['y', state.period],
    ['type', state.type],
    ['den', state.denominator === 'planned' ? null : state.denominator],
    ['all', state.all ? '1' : null],
  ])
}
