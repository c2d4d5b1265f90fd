import type { Column } from '../column.ts'
import { at } from '../frontier/entries.ts'
import { foreignScores, radialScores } from '../frontier/radial-scores.ts'
import type { Orientation, RadialModel, Scale } from '../frontier/radial.ts'
import {
  FRONTIER_REASONS,
  frontierCode,
  readSample,
  type FrontierExclusion,
  type FrontierReason,
  type Sample,
} from '../frontier/sample.ts'
import { globalScores } from './global-frontier.ts'
import type { Prices } from './deflate.ts'

/** One period of a panel: inputs and outputs, in each period of the same zones in the same order. */
export interface PanelPeriod {
  readonly inputs: readonly Column[]
  readonly outputs: readonly Column[]
}

/**
 * `contemporaneous`: the frontiers of the two periods, geometric mean (left out for two periods).
 * `global`: one frontier of all periods, which is circular and always feasible (left out for more).
 */
export interface MalmquistOptions {
  readonly orientation: Orientation
  readonly reference?: 'contemporaneous' | 'global'
  /** In which prices the money columns are; `current` is flagged in the result. */
  readonly prices: Prices
}

/**
 * From one period to the next, an entry a zone; above 1 is improvement in either orientation. `index`
 * = `efficiency` (catching up) × `technical` (the frontier moving); `efficiency` = `pure` × `scale`.
 * NaN where `reasons` has a code: zones that are missing in one of the periods are not scored, but are
 * part of the frontier of the other. `means` are geometric, over the scored zones.
 */
export interface MalmquistChange {
  readonly index: Float64Array
  readonly efficiency: Float64Array
  readonly technical: Float64Array
  readonly pure: Float64Array
  readonly scale: Float64Array
  readonly reasons: Uint8Array
  readonly means: Readonly<Record<MalmquistPart, number>>
}

/** The parts of a productivity change. */
export const MALMQUIST_PARTS = ['index', 'efficiency', 'technical', 'pure', 'scale'] as const

/** One of {@link MALMQUIST_PARTS}. */
export type MalmquistPart = (typeof MALMQUIST_PARTS)[number]

/** `changes[t]` is from period t to t + 1; `excluded[t]` are the zones that period t leaves out. */
export interface MalmquistResult {
  readonly reference: 'contemporaneous' | 'global'
  readonly changes: readonly MalmquistChange[]
  readonly excluded: readonly (readonly FrontierExclusion[])[]
  readonly flags: readonly 'current-prices'[]
}

/** Why a panel cannot be compared. */
export interface PanelFault {
  readonly error: 'too-few-periods' | 'no-inputs' | 'no-outputs' | 'columns-differ'
}

/**
 * The Malmquist index of total factor productivity between neighbouring periods, from distances under
 * constant returns to scale, with its parts. A zone has no index where it is missing, negative or all
 * zero on one side in one of the two periods, or where the other period's zones cannot match it.
 * Throws when columns differ in length.
 *
 * Färe, Grosskopf, Norris & Zhang 1994; Pastor & Lovell 2005 (global).
 */
export function malmquist(
  periods: readonly PanelPeriod[],
  options: MalmquistOptions,
): MalmquistResult | PanelFault {
  const fault = faultOf(periods)
  if (fault !== null) return { error: fault }
  const reference = options.reference ?? (periods.length > 2 ? 'global' : 'contemporaneous')
  const frontiers = periods.map(({ inputs, outputs }) => frontierOf(inputs, outputs, options))
  const total = reference === 'global' ? globalScores(periods, options.orientation) : null
  const changes = frontiers.slice(1).map((to, t) => {
    const from = frontiers[t] ?? to
    const indices = total
      ? ratios(total[t + 1], total[t])
      : contemporaneousIndices(from, to, options.orientation)
    return changeOf(from, to, indices)
  })
  return {
    reference,
    changes,
    excluded: frontiers.map(({ sample }) => sample.excluded),
    flags: options.prices === 'current' ? ['current-prices'] : [],
  }
}

/** Why a zone has no change; null where it has one. */
export function malmquistReasonAt(
  { reasons }: Pick<MalmquistChange, 'reasons'>,
  zone: number,
): FrontierReason | null {
  return FRONTIER_REASONS[(reasons[zone] ?? 0) - 1] ?? null
}

function faultOf(periods: readonly PanelPeriod[]): PanelFault['error'] | null {
  if (periods.length < 2) return 'too-few-periods'
  const [inputs, outputs] = [periods[0]?.inputs.length, periods[0]?.outputs.length]
  if (inputs === 0) return 'no-inputs'
  if (outputs === 0) return 'no-outputs'
  const same = (p: PanelPeriod) => p.inputs.length === inputs && p.outputs.length === outputs
  return periods.every(same) ? null : 'columns-differ'
}

/** The zones of a period and their scores within it, an entry a zone. */
interface Frontier {
  readonly sample: Sample
  readonly constant: Float64Array
  readonly variable: Float64Array
  readonly reasons: Uint8Array
}

function frontierOf(
  inputs: readonly Column[],
  outputs: readonly Column[],
  { orientation }: MalmquistOptions,
): Frontier {
  const sample = readSample(inputs, outputs)
  const reasons = sample.reasons.slice()
  const under = (scale: Scale) => {
    const { scores, codes } = radialScores(sample, modelOf(orientation, scale), false)
    sample.zones.forEach((zone, o) => {
      reasons[zone] = Math.max(reasons[zone] ?? 0, codes[o] ?? 0)
    })
    return byZone(sample, scores)
  }
  return { sample, constant: under('constant'), variable: under('variable'), reasons }
}

function modelOf(orientation: Orientation, scale: Scale): RadialModel {
  return { orientation, scale, held: [] }
}

function byZone(sample: Sample, scores: Float64Array): Float64Array {
  const values = new Float64Array(sample.size).fill(NaN)
  sample.zones.forEach((zone, o) => {
    values[zone] = at(scores, o)
  })
  return values
}

// √( from(to) / from(from) × to(to) / to(from) ), frontier(figures).
function contemporaneousIndices(from: Frontier, to: Frontier, orientation: Orientation) {
  const later = crossed(from, to, orientation)
  const earlier = crossed(to, from, orientation)
  return later.map((score, zone) =>
    Math.sqrt((score / at(from.constant, zone)) * (at(to.constant, zone) / at(earlier, zone))),
  )
}

// The figures of one period beside the frontier of another, under constant returns.
function crossed(frontier: Frontier, figures: Frontier, orientation: Orientation): Float64Array {
  const { sample } = figures
  const { stride } = sample.pool
  const rows = sample.rows.map((share, k) => {
    const i = k % stride
    if (i === stride - 1) return share
    return (share * at(sample.units, i)) / at(frontier.sample.units, i)
  })
  const found = foreignScores(frontier.sample, rows, modelOf(orientation, 'constant'))
  return byZone(sample, found.scores)
}

function ratios(to: Float64Array | undefined, from: Float64Array | undefined): Float64Array {
  return Float64Array.from(to ?? [], (score, zone) => score / (from?.[zone] ?? NaN))
}

function changeOf(from: Frontier, to: Frontier, index: Float64Array): MalmquistChange {
  const reasons = Uint8Array.from(index, (value, zone) => {
    const own = (from.reasons[zone] ?? 0) || (to.reasons[zone] ?? 0)
    return own > 0 || !Number.isNaN(value) ? own : frontierCode('infeasible')
  })
  const scored = (values: Float64Array) =>
    values.map((value, zone) => (reasons[zone] === 0 ? value : NaN))
  const efficiency = scored(ratios(to.constant, from.constant))
  const pure = scored(ratios(to.variable, from.variable))
  const parts = {
    index: scored(index),
    efficiency,
    technical: scored(ratios(index, efficiency)),
    pure,
    scale: ratios(efficiency, pure),
  }
  const means = {
    index: geometricMean(parts.index),
    efficiency: geometricMean(efficiency),
    technical: geometricMean(parts.technical),
    pure: geometricMean(pure),
    scale: geometricMean(parts.scale),
  }
  return { ...parts, reasons, means }
}

/** The geometric mean of what is not NaN; NaN of nothing. */
function geometricMean(values: Float64Array): number {
  let sum = 0
  let count = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    sum += Math.log(value)
    count++
  }
  return count === 0 ? NaN : Math.exp(sum / count)
}
