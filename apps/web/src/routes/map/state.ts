import { addressOf, textParam } from '#lib/address.ts'

/** The whole state of the page; what equals the default is left out of the address. */
export interface MapState {
  readonly period: string | null
  /** The indicator or field that colours the zones; null = the first usual one with data. */
  readonly quantity: string | null
  readonly selected: string | null
}

/** Reads an address; what cannot be understood counts as left out. */
export function parseMap(params: Pick<URLSearchParams, 'get'>): MapState {
  return {
    period: textParam(params, 'y'),
    quantity: textParam(params, 'q'),
    selected: textParam(params, 'sel'),
  }
}

/** The address of a state. */
export function printMap({ period, quantity, selected }: MapState): string {
  return addressOf('/map', [
    ['y', period],
    ['q', quantity],
    ['sel', selected],
  ])
}
