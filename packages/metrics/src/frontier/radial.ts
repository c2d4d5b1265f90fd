import { at, roundScale } from './entries.ts'
import type { Program } from './program.ts'
import type { Sample } from './sample.ts'

/** Returns to scale of the technology: constant, variable, non-increasing, non-decreasing. */
export type Scale = 'constant' | 'variable' | 'non-increasing' | 'non-decreasing'

/** Whether inputs shrink or outputs grow. */
export type Orientation = 'input' | 'output'

/** A radial model: which technology, which direction, and which inputs are not scaled. */
export interface RadialModel {
  readonly orientation: Orientation
  readonly scale: Scale
  readonly held: readonly number[]
}

/** What is evaluated: the sample row of a zone, and its place in the pool (−1 = not in it). */
export interface Target {
  readonly row: Float64Array
  readonly place: number
  readonly barred: boolean
}

/** The rows of a radial program: one an input, one an output and, but for constant returns, the sum. */
export function radialRows({ inputs, outputs }: Sample, scale: Scale): number {
  return inputs + outputs + (scale === 'constant' ? 0 : 1)
}

/**
 * The envelopment program of a zone. Rows are divided by powers of 2 near the zone's own figures: right-hand
 * sides are 0 or about 1, no unit matters, and no digit is lost. Own columns: the score (θ, or φ at cost −1), a slack for
 * each input and output, and one for the sum where it is an inequality.
 *
 * Charnes, Cooper & Rhodes 1978; Banker, Charnes & Cooper 1984; Banker & Morey 1986 (held inputs).
 */
export function radialProgram(sample: Sample, target: Target, model: RadialModel): Program {
  const rows = radialRows(sample, model.scale)
  const figures = sample.inputs + sample.outputs
  const sum = Math.abs(sumSlack(model.scale))
  const own = new Float64Array((1 + figures + sum) * rows)
  const factors = new Float64Array(figures + 1)
  const rhs = new Float64Array(rows)
  for (let i = 0; i < figures; i++) {
    const figure = at(target.row, i)
    const row = rowOf(model, i, i < sample.inputs)
    const unit = figure > 0 ? roundScale(figure) : 1
    factors[i] = row.peers / unit
    own[(1 + i) * rows + i] = row.slack
    if (figure === 0) continue
    own[i] = (row.score * figure) / unit
    rhs[i] = (row.rhs * figure) / unit
  }
  if (rows > figures) {
    factors[figures] = 1
    rhs[figures] = 1
    if (sum > 0) own[(1 + figures) * rows + figures] = sumSlack(model.scale)
  }
  const ownCosts = new Float64Array(own.length / rows)
  ownCosts[0] = model.orientation === 'input' ? 1 : -1
  return {
    rows,
    pool: sample.pool,
    factors,
    poolCosts: new Float64Array(figures + 1),
    own,
    ownCosts,
    rhs,
    ...startFor(sample, target, model),
  }
}

// The slack of Σλ ≤ 1 or Σλ ≥ 1; none where the sum is an equation or free.
function sumSlack(scale: Scale): -1 | 0 | 1 {
  if (scale === 'non-increasing') return 1
  return scale === 'non-decreasing' ? -1 : 0
}

interface RowSigns {
  readonly score: number
  readonly peers: number
  readonly slack: number
  readonly rhs: number
}

const SCALED_INPUT: RowSigns = { score: 1, peers: -1, slack: -1, rhs: 0 }
const SCALED_OUTPUT: RowSigns = { score: -1, peers: 1, slack: -1, rhs: 0 }
const GIVEN_INPUT: RowSigns = { score: 0, peers: 1, slack: 1, rhs: 1 }
const GIVEN_OUTPUT: RowSigns = { score: 0, peers: 1, slack: -1, rhs: 1 }

// θ − Σλx − s = 0, Σλy − φ − s = 0, Σλx + s = 1 or Σλy − s = 1.
function rowOf({ orientation, held }: RadialModel, i: number, input: boolean): RowSigns {
  if (orientation === 'output') return input ? GIVEN_INPUT : SCALED_OUTPUT
  if (!input) return GIVEN_OUTPUT
  return held.includes(i) ? GIVEN_INPUT : SCALED_INPUT
}

function startFor(sample: Sample, target: Target, model: RadialModel) {
  const alone = target.barred || target.place < 0
  const start = alone ? null : ownStart(sample, target, model)
  return { barred: target.barred ? target.place : -1, fixed: -1, start }
}

// The zone on its own: score 1, its own weight 1, every slack but those two replace.
function ownStart(sample: Sample, target: Target, model: RadialModel): Int32Array {
  const figures = sample.inputs + sample.outputs
  const start = new Int32Array(radialRows(sample, model.scale))
  for (let i = 0; i < figures; i++) start[i] = sample.pool.size + 1 + i
  const positive = (from: number, to: number, free: boolean) => {
    for (let i = from; i < to; i++) {
      if (at(target.row, i) > 0 && !(free && model.held.includes(i))) return i
    }
    return from
  }
  const input = positive(0, sample.inputs, model.orientation === 'input')
  const output = positive(sample.inputs, figures, false)
  start[model.orientation === 'input' ? input : output] = sample.pool.size
  const other = model.orientation === 'input' ? output : input
  start[model.scale === 'constant' ? other : figures] = target.place
  return start
}

/**
 * The second phase: the largest sum of slacks, in shares of the column means, with the score fixed at
 * its optimum. It goes on from the basis of the first phase.
 */
export function slackProgram(first: Program, score: number, means: Float64Array): Program {
  const { rows, own } = first
  const rhs = Float64Array.from(first.rhs, (value, i) => value - score * at(own, i))
  const ownCosts = new Float64Array(first.ownCosts.length)
  means.forEach((mean, i) => {
    ownCosts[1 + i] = -1 / Math.abs(mean * at(first.factors, i))
  })
  return { ...first, rows, rhs, ownCosts, fixed: 0, start: null }
}

/** The zone at place o of a sample as what is evaluated. */
export function targetAt(sample: Sample, o: number, barred: boolean): Target {
  const stride = sample.pool.stride
  return { row: sample.rows.subarray(o * stride, (o + 1) * stride), place: o, barred }
}
