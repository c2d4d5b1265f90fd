import {
  auditCorrelations,
  centralWeights,
  chanceAbove,
  choiceSensitivity,
  compareRankings,
  composite,
  indistinctGroups,
  leaveOut,
  methodTable,
  rankBounds,
  rankIntervals,
  rankUncertainty,
  topShares,
  weightIntervals,
  type Composite,
  type CompositeFault,
  type CompositeInput,
  type CompositeMethod,
  type DrawOptions,
  type MethodNode,
  type RankDraws,
} from '@permu/metrics'
import type { RobustnessPart } from '../contract.ts'
import { openChoices, rivalOf, RIVALS } from './alternatives.ts'
import { inputOf, type PlainInput } from './input.ts'

export interface RobustnessAsk {
  readonly input: PlainInput
  readonly method: CompositeMethod
  readonly draws: Required<DrawOptions>
  readonly top: number
  readonly points: number
  readonly parts: readonly RobustnessPart[]
  /** Zones to show besides the first {@link SHOWN}; the first of them are compared in pairs. */
  readonly asked: readonly number[]
}

/** So many of the best zones are shown. */
export const SHOWN = 60
/** So many of them are compared in pairs where nobody names others. */
const PAIRED = 12

interface Work {
  readonly input: CompositeInput
  readonly ask: RobustnessAsk
  readonly result: Composite
  readonly shown: readonly number[]
  readonly paired: readonly number[]
}

/** The parts that were asked for; each null where it was not, or has a fault of its own. */
export function computeRobustness(ask: RobustnessAsk) {
  const input = inputOf(ask.input)
  const result = composite(input, ask.method)
  if ('error' in result) return result
  const best = [...result.order.subarray(0, SHOWN)]
  const shown = [...new Set([...best, ...ask.asked])]
  const paired = ask.asked.length > 0 ? ask.asked : best.slice(0, PAIRED)
  const work: Work = { input, ask, result, shown, paired }
  const wants = (...parts: RobustnessPart[]) => parts.some((part) => ask.parts.includes(part))
  const drawn = wants('acceptability', 'pairwise', 'groups')
    ? rankUncertainty(input, ask.method, ask.draws)
    : null
  if (drawn && 'error' in drawn) return drawn
  const draws = (part: RobustnessPart) => (wants(part) ? drawn : null)
  return {
    result,
    shown,
    acceptability: mapped(draws('acceptability'), (all) => acceptability(work, all)),
    pairwise: mapped(draws('pairwise'), (all) => pairs(work, all)),
    groups: mapped(draws('groups'), (all) => indistinctGroups(all, result.order)),
    ...tableParts(work, wants),
    leaveOneOut: wants('leave-one-out') ? without(work) : null,
    sensitivity: wants('sensitivity') ? sensitivity(work) : null,
    correlations: wants('correlations') ? auditCorrelations(result.normalised) : null,
    methods: wants('methods') ? sideBySide(work) : null,
  }
}

function mapped<T, U>(value: T | null, into: (value: T) => U): U | null {
  return value === null ? null : into(value)
}

function acceptability({ ask, result, shown }: Work, draws: RankDraws) {
  const ranks = Math.min(result.order.length, Math.max(SHOWN, ask.top))
  const top = topShares(draws, ask.top)
  const intervals = rankIntervals(draws)
  return {
    ranks,
    shares: shown.map((zone) => rankShares(draws, zone, ranks)),
    topChance: shown.map((zone) => top[zone] ?? 0),
    intervals: shown.map((zone) => intervals[zone] ?? null),
    central: shown.map((zone) => centralWeights(draws, zone)),
  }
}

function rankShares(draws: RankDraws, zone: number, ranks: number): Float64Array {
  const shares = new Float64Array(ranks)
  for (let draw = 0; draw < draws.draws; draw++) {
    const rank = draws.ranks[draw * draws.size + zone] ?? 0
    if (rank > 0 && rank <= ranks) shares[rank - 1] = (shares[rank - 1] ?? 0) + 1
  }
  return shares.map((count) => count / draws.draws)
}

function pairs({ paired }: Work, draws: RankDraws) {
  const above = paired.map((a) => paired.map((b) => (a === b ? null : chanceAbove(draws, a, b))))
  return { zones: paired, above }
}

/** What needs the method to be one weighted mean. */
function tableParts(work: Work, wants: (...parts: RobustnessPart[]) => boolean) {
  if (!wants('bounds', 'weights')) return { bounds: null, weights: null, tableFault: null }
  const made = methodTable(work.input, work.ask.method)
  if ('error' in made) return { bounds: null, weights: null, tableFault: made.error }
  const { table, weights } = made
  const { seed } = work.ask.draws
  const all = wants('bounds') ? rankBounds(table, { seed, zones: work.shown }) : null
  return {
    bounds: all ? work.shown.map((zone) => all[zone] ?? null) : null,
    weights: wants('weights')
      ? work.paired.map((zone) => ({ zone, intervals: weightIntervals(table, weights, zone) }))
      : null,
    tableFault: null,
  }
}

const idsOf = (nodes: readonly MethodNode[]): string[] =>
  nodes.flatMap((node) => ('indicator' in node ? [node.indicator] : [node.id, ...idsOf(node.of)]))

const ranksOf = (ranks: Int32Array, shown: readonly number[]) => {
  return shown.map((zone) => ranks[zone] ?? 0)
}

function without({ input, ask, shown }: Work) {
  const left = leaveOut(input, ask.method, [...new Set(idsOf(ask.method.of))])
  if ('error' in left) return []
  return left.map((one) => {
    const { id } = one
    if ('error' in one) return { id, shift: null, ranks: null, fault: one.error }
    return { id, shift: one.shift, ranks: ranksOf(one.ranks, shown), fault: null }
  })
}

function sensitivity({ input, ask }: Work) {
  const { choices, dropped } = openChoices(input, ask.method)
  const { seed, concentration } = ask.draws
  const method = { ...ask.method, ...firstOf(choices) }
  const options = { choices, seed, concentration, points: ask.points }
  return { choices, dropped, indices: choiceSensitivity(input, method, options) }
}

// The own option of each choice stands first, in the form that the others fit.
function firstOf(choices: ReturnType<typeof openChoices>['choices']): Partial<CompositeMethod> {
  const [normalise, gaps, aggregate] = [
    choices.normalise?.[0],
    choices.gaps?.[0],
    choices.aggregate?.[0],
  ]
  return { ...(normalise && { normalise }), ...(gaps && { gaps }), ...(aggregate && { aggregate }) }
}

function sideBySide({ input, ask, shown }: Work) {
  const rivals = RIVALS.map((id) => ({ id, found: rivalResult(input, rivalOf(id, ask.method)) }))
  const ranked = rivals.flatMap(({ id, found }) => ('error' in found ? [] : [{ id, ...found }]))
  const agreements = compareRankings(ranked.map(({ ranks }) => ranks)).map(({ a, b, ...rest }) => {
    return { a: ranked[a]?.id ?? '', b: ranked[b]?.id ?? '', ...rest }
  })
  const methods = rivals.map(({ id, found }) =>
    'error' in found
      ? { id, ranks: null, fault: found.error }
      : { id, ranks: ranksOf(found.ranks, shown), fault: null },
  )
  return { methods, agreements }
}

function rivalResult(
  input: CompositeInput,
  method: CompositeMethod,
): { ranks: Int32Array } | CompositeFault {
  const result = composite(input, method)
  return 'error' in result ? result : { ranks: result.ranks }
}
