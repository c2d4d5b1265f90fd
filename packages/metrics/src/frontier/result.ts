import type { FrontierMethod } from './method.ts'
import { FRONTIER_REASONS, type FrontierExclusion, type FrontierReason } from './sample.ts'

/** What a zone is, by code: 0 has no score. Weakly efficient: score 1, but with slacks. */
export const FRONTIER_STATUSES = [
  'not-scored',
  'efficient',
  'weakly-efficient',
  'inefficient',
] as const

/** One of {@link FRONTIER_STATUSES}. */
export type FrontierStatus = (typeof FRONTIER_STATUSES)[number]

/** Returns to scale where a zone is, by code: 0 is unknown. */
export const RETURNS_TO_SCALE = ['unknown', 'increasing', 'constant', 'decreasing'] as const

/** The peers of zone z: `zones` and `weights` from place `starts[z]` to `starts[z + 1]`, heaviest first. */
export interface PeerLists {
  readonly starts: Int32Array
  readonly zones: Int32Array
  readonly weights: Float64Array
}

/** One array for each input and each output, in the units of the data; NaN where there is no score. */
export interface FigureTable {
  readonly inputs: readonly Float64Array[]
  readonly outputs: readonly Float64Array[]
}

/**
 * What a reader should know. `few-zones`: fewer than max(m·s, 3(m + s)), many will tie at 1.
 * `super-above-2`: more than twice as good as all others, a possible data error. `all-zero-column`:
 * column `columns[0]` (inputs, then outputs) is 0 for every zone and decides nothing.
 */
export interface FrontierWarning {
  readonly code: 'few-zones' | 'super-above-2' | 'all-zero-column' | 'numerical'
  readonly zones: readonly number[]
  readonly columns: readonly number[]
}

/**
 * Zones beside their frontier; every array has an entry a zone. `scores` are 1 at best, above 1 only
 * for super models (NaN = none, `reasons` has the code); `ranks` are 1224 ranks (0 = none) and
 * `order` the ranked zones, best first; `top` has the number by which zones are ordered that stand
 * above all others because super-efficiency is infeasible for them (null: there is no such zone).
 * `targets` is the point of the frontier that the peers make up, `slacks` how far each figure is
 * from it after the radial change (for super models, below 0 = ahead of it); both and `peers` are
 * null unless asked for. `scale` is CCR / BCC with the returns to scale, null unless asked for.
 */
export interface FrontierResult {
  readonly method: FrontierMethod
  readonly scores: Float64Array
  readonly status: Uint8Array
  readonly reasons: Uint8Array
  readonly ranks: Int32Array
  readonly order: Int32Array
  readonly top: Float64Array | null
  readonly peers: PeerLists | null
  readonly slacks: FigureTable | null
  readonly targets: FigureTable | null
  readonly scale: { readonly efficiency: Float64Array; readonly returns: Uint8Array } | null
  readonly excluded: readonly FrontierExclusion[]
  readonly warnings: readonly FrontierWarning[]
}

/** Why a zone has no score; null where it has one. */
export function frontierReasonAt(
  { reasons }: Pick<FrontierResult, 'reasons'>,
  zone: number,
): FrontierReason | null {
  return FRONTIER_REASONS[(reasons[zone] ?? 0) - 1] ?? null
}

/** What a zone is. */
export function frontierStatusAt({ status }: FrontierResult, zone: number): FrontierStatus {
  return FRONTIER_STATUSES[status[zone] ?? 0] ?? 'not-scored'
}

/** The peers of a zone, heaviest first; empty where they were not asked for or there are none. */
export function peersAt({ peers }: FrontierResult, zone: number) {
  const from = peers?.starts[zone] ?? 0
  const to = peers?.starts[zone + 1] ?? 0
  const zones = peers?.zones.subarray(from, to) ?? new Int32Array(0)
  return [...zones].map((peer, k) => ({ zone: peer, weight: peers?.weights[from + k] ?? NaN }))
}
