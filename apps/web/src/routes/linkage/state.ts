import { COORDINATION_CUTS } from '@permu/metrics'
import { addressOf, textParam } from '#lib/address.ts'

export const REFERENCES = ['median', 'target', 'fit'] as const
export type ReferenceKind = (typeof REFERENCES)[number]

/** The whole state of the page; what equals the default is left out of the address. */
export interface LinkageState {
  readonly period: string | null
  readonly reference: ReferenceKind
  /** Percent of the reference on either side. */
  readonly tolerance: number
  /** Own targets; they count with `reference: 'target'`. */
  readonly investmentTarget: number | null
  readonly taxTarget: number | null
  readonly worst: number
  readonly type: string | null
  /** Null = a tenth apart. */
  readonly cuts: readonly number[] | null
}

export const DEFAULT_TOLERANCE = 10
export const DEFAULT_WORST = 5
const MOST_TOLERANCE = 50
const MOST_WORST = 100

export type Query = Pick<URLSearchParams, 'get' | 'getAll'>

/** Reads an address; what cannot be understood counts as left out. */
export function parseLinkage(params: Query): LinkageState {
  return {
    period: textParam(params, 'y'),
    reference: REFERENCES.find((one) => one === params.get('ref')) ?? 'median',
    tolerance: within(params.get('tol'), 0, MOST_TOLERANCE) ?? DEFAULT_TOLERANCE,
    investmentTarget: positive(params.get('ti')),
    taxTarget: positive(params.get('tt')),
    worst: wholeWithin(params.get('n'), MOST_WORST) ?? DEFAULT_WORST,
    type: textParam(params, 'type'),
    cuts: readCuts(params.getAll('cut')),
  }
}

function numberOf(text: string | null): number | null {
  const value = text === null || text.trim() === '' ? NaN : Number(text)
  return Number.isFinite(value) ? value : null
}

function within(text: string | null, low: number, high: number): number | null {
  const value = numberOf(text)
  return value !== null && value >= low && value <= high ? value : null
}

function wholeWithin(text: string | null, most: number): number | null {
  const value = within(text, 1, most)
  return value !== null && Number.isInteger(value) ? value : null
}

function positive(text: string | null): number | null {
  const value = numberOf(text)
  return value !== null && value > 0 ? value : null
}

// A form without scripts sends nine numbers, a link one list.
function readCuts(texts: readonly string[]): readonly number[] | null {
  const cuts = texts.flatMap((text) => text.split(',')).map((text) => numberOf(text) ?? NaN)
  const rising = cuts.every((cut, k) => cut > (cuts[k - 1] ?? 0) && cut < 1)
  const usual = cuts.every((cut, k) => cut === COORDINATION_CUTS[k])
  return cuts.length === COORDINATION_CUTS.length && rising && !usual ? cuts : null
}

const unless = (value: number, usual: number) => (value === usual ? null : String(value))
const text = (value: number | null) => (value === null ? null : String(value))

/** The address of a state. */
export function printLinkage(state: LinkageState): string {
  const { reference } = state
  const own = reference === 'target'
  return addressOf('/linkage', [
    ['y', state.period],
    ['ref', reference === 'median' ? null : reference],
    ['tol', unless(state.tolerance, DEFAULT_TOLERANCE)],
    ['ti', own ? text(state.investmentTarget) : null],
    ['tt', own ? text(state.taxTarget) : null],
    ['n', unless(state.worst, DEFAULT_WORST)],
    ['type', state.type],
    ['cut', state.cuts && state.cuts.join(',')],
  ])
}

/** The question to the API. */
export function linkageQuery(state: LinkageState, period: string) {
  const own = state.reference === 'target'
  return {
    period,
    reference: state.reference,
    tolerance: String(state.tolerance),
    worst: String(state.worst),
    ...(own &&
      state.investmentTarget !== null && { investmentTarget: String(state.investmentTarget) }),
    ...(own && state.taxTarget !== null && { taxTarget: String(state.taxTarget) }),
    ...(state.type !== null && { type: state.type }),
    ...(state.cuts && { cuts: state.cuts.join(',') }),
  }
}
