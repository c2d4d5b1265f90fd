import { newBasis, type Basis } from './basis.ts'
import { at, roundScale } from './entries.ts'
import { figureAt, newFindings, recordScore, type Findings } from './findings.ts'
import type { Program } from './program.ts'
import { radialScores } from './radial-scores.ts'
import type { Sample } from './sample.ts'
import { minimise } from './simplex.ts'

/** Whether an evaluating zone chooses weights against the others or in their favour. */
export type CrossGoal = 'aggressive' | 'benevolent'

/** How cross-efficiency is computed: the goal, and whether a zone's own evaluation counts. */
export interface CrossModel {
  readonly goal: CrossGoal
  readonly self: boolean
}

/**
 * Cross-efficiency: the mean of a zone's efficiencies by the weights of all zones (of the others, if
 * `self` is false). Each evaluating zone keeps its CCR score and, among the weights that give it,
 * takes those that make the outputs of all others together least (aggressive) or most (benevolent).
 * A zone alone has nobody but itself: 1, or `infeasible` without it. An evaluation that comes to 0 / 0 does not count; a zone whose weights cannot be proved is
 * `numerical` and evaluates nobody.
 *
 * Doyle & Green 1994; the secondary goal is the one called M3 in deaR.
 */
export function crossScores(sample: Sample, model: CrossModel): Findings {
  const findings = newFindings(sample, false)
  const weightsOf = crossWeights(sample, model.goal)
  const size = sample.zones.length
  if (size === 1)
    recordScore(findings, 0, { status: model.self ? 'optimal' : 'infeasible', score: 1 })
  if (size < 2) return findings
  const tally = { sums: new Float64Array(size), counts: new Float64Array(size) }
  for (let o = 0; o < size; o++) {
    const weights = weightsOf(o)
    if (weights) evaluateAll(sample, weights, { ...tally, skipped: model.self ? -1 : o })
    else recordScore(findings, o, { status: 'numerical', score: NaN })
  }
  for (let o = 0; o < size; o++) {
    const score = at(tally.sums, o) / at(tally.counts, o)
    if (findings.codes[o] === 0) recordScore(findings, o, { status: 'optimal', score })
  }
  return findings
}

/** The weights (inputs, then outputs) of the evaluating zone at place o; null if unproved. */
export function crossWeights(sample: Sample, goal: CrossGoal): (o: number) => Float64Array | null {
  const ccr = radialScores(sample, { orientation: 'input', scale: 'constant', held: [] }, true)
  const basis = newBasis(sample.inputs + sample.outputs, sample.pool.stride)
  const totals = totalsOf(sample)
  return (o) => {
    const program = crossProgram(sample, { o, totals, ...supportOf(sample, ccr, o) }, goal)
    if (minimise(program, basis) !== 'optimal') return null
    const weights = weightsOf(program, basis)
    return keepsScore(sample, { o, weights }, at(ccr.scores, o)) ? weights : null
  }
}

/** By complementary slackness: the peers whose u·y = v·x, and the figures whose weight is 0. */
interface Support {
  readonly peers: Int32Array
  readonly idle: readonly number[]
}

// Slacks smaller than this share of a zone's own figure are rounding.
const SLACK = 1e-10
// How far an evaluation of oneself may be from the CCR score.
const KEPT = 1e-8

function supportOf(sample: Sample, { scores, detail }: Findings, o: number): Support {
  const figures = sample.inputs + sample.outputs
  const idle: number[] = []
  for (let i = 0; i < figures; i++) {
    const figure = figureAt(sample, o, i)
    const reached = detail ? at(detail.reached, o * figures + i) : figure
    const slack = i < sample.inputs ? at(scores, o) * figure - reached : reached - figure
    if (slack > SLACK * Math.max(figure, figure === 0 ? 1 : 0)) idle.push(i)
  }
  return { peers: detail?.peers[o] ?? new Int32Array(0), idle }
}

interface Evaluator extends Support {
  readonly o: number
  readonly totals: Float64Array
}

// The dual of: least (most) uΣy over the others, with vΣx over the others = 1 and u·y ≤ v·x for every
// zone, equal for the peers, and no weight for what is idle: these weights give the CCR score, without
// its rounding. One row a weight, divided by the sum over the others. Own columns: the norm, a slack
// a weight, and the other direction of what is free: each peer and each idle row.
function crossProgram(sample: Sample, evaluator: Evaluator, goal: CrossGoal): Program {
  const { inputs, pool } = sample
  const { peers, idle } = evaluator
  const rows = inputs + sample.outputs
  const own = new Float64Array((1 + rows + peers.length + idle.length) * rows)
  const factors = new Float64Array(rows + 1)
  const rhs = new Float64Array(rows)
  const sign = goal === 'aggressive' ? 1 : -1
  for (let i = 0; i < rows; i++) {
    const input = i < inputs
    const others = Math.max(at(evaluator.totals, i) - figureAt(sample, evaluator.o, i), 0)
    const unit = others > 0 ? roundScale(others) : 1
    factors[i] = (input ? sign : -sign) / unit
    if (input) own[i] = others / unit
    else rhs[i] = others / unit
    own[(1 + i) * rows + i] = sign
    peers.forEach((j, k) => {
      own[(1 + rows + k) * rows + i] = -at(factors, i) * at(pool.entries, j * pool.stride + i)
    })
  }
  idle.forEach((i, k) => {
    own[(1 + rows + peers.length + k) * rows + i] = -sign
  })
  const ownCosts = new Float64Array(own.length / rows)
  ownCosts[0] = -sign
  const poolCosts = new Float64Array(rows + 1)
  const start = goal === 'aggressive' ? Int32Array.from(rhs, (_, i) => pool.size + 1 + i) : null
  return { rows, pool, factors, poolCosts, own, ownCosts, rhs, barred: -1, fixed: -1, start }
}

// Whether weights give the evaluating zone its CCR score; 0 / 0 is within the model, where figures are 0.
function keepsScore(
  sample: Sample,
  { o, weights }: { o: number; weights: Float64Array },
  score: number,
): boolean {
  const kept = efficiencyBy(sample, weights, o)
  return Number.isNaN(kept) ? !Number.isNaN(score) : Math.abs(kept - score) <= KEPT
}

function totalsOf(sample: Sample): Float64Array {
  const totals = new Float64Array(sample.inputs + sample.outputs)
  for (let o = 0; o < sample.zones.length; o++) {
    for (let i = 0; i < totals.length; i++) totals[i] = at(totals, i) + figureAt(sample, o, i)
  }
  return totals
}

// The duals of the rows are the weights, up to their sign and the scale of the row.
function weightsOf({ factors }: Program, { duals }: Basis): Float64Array {
  return Float64Array.from(duals, (dual, i) => Math.abs(dual * at(factors, i)))
}

function evaluateAll(
  sample: Sample,
  weights: Float64Array,
  { sums, counts, skipped }: { sums: Float64Array; counts: Float64Array; skipped: number },
): void {
  for (let l = 0; l < sums.length; l++) {
    const score = l === skipped ? NaN : efficiencyBy(sample, weights, l)
    if (Number.isNaN(score)) continue
    sums[l] = at(sums, l) + score
    counts[l] = at(counts, l) + 1
  }
}

// u·y / v·x of place l; NaN for 0 / 0.
function efficiencyBy(sample: Sample, weights: Float64Array, l: number): number {
  let used = 0
  let made = 0
  for (let i = 0; i < weights.length; i++) {
    const part = at(weights, i) * figureAt(sample, l, i)
    if (i < sample.inputs) used += part
    else made += part
  }
  return used === 0 ? NaN : made / used
}
