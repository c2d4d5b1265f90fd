import { newBasis, objectiveOf } from './basis.ts'
import { at, roundScale } from './entries.ts'
import {
  figureAt,
  newFindings,
  ownValue,
  recordPeers,
  recordScore,
  type Findings,
} from './findings.ts'
import type { Program } from './program.ts'
import type { Scale } from './radial.ts'
import type { Sample } from './sample.ts'
import { minimise } from './simplex.ts'

/** A slacks-based model: `none` shrinks inputs and grows outputs at once. */
export interface SlackModel {
  readonly orientation: 'input' | 'output' | 'none'
  readonly scale: Scale
}

/**
 * The slacks-based measure of every zone, in (0, 1]. A term whose own figure is 0 is left out: the
 * mean of the slack shares is over the positive figures of the zone.
 *
 * Tone 2001; the fractional program is made linear by t (Charnes & Cooper 1962).
 */
export function sbmScores(sample: Sample, model: SlackModel, detailed: boolean): Findings {
  const findings = newFindings(sample, detailed)
  const basis = newBasis(sbmRows(sample, model), sample.pool.stride)
  for (let o = 0; o < sample.zones.length; o++) {
    const status = minimise(sbmProgram(sample, model, o), basis)
    recordScore(findings, o, { status, score: objectiveOf(basis) })
    if (findings.detail) {
      recordPeers({ sample, findings }, basis, { o, scale: ownValue(sample, basis, 0) })
    }
  }
  return findings
}

/** One row a figure, one for the sum but for constant returns, and the norm. */
export function sbmRows({ inputs, outputs }: Sample, { scale }: SlackModel): number {
  return inputs + outputs + (scale === 'constant' ? 1 : 2)
}

// Own columns: t, a slack a figure, one for a sum that is an inequality.
function sbmProgram(sample: Sample, model: SlackModel, o: number): Program {
  const rows = sbmRows(sample, model)
  const { inputs, pool } = sample
  const figures = inputs + sample.outputs
  const norm = rows - 1
  const own = new Float64Array((2 + figures) * rows)
  const ownCosts = new Float64Array(2 + figures)
  const factors = new Float64Array(figures + 1)
  const terms = positives(sample, o)
  own[norm] = 1
  ownCosts[0] = 1
  for (let i = 0; i < figures; i++) {
    const figure = figureAt(sample, o, i)
    const sign = i < inputs ? -1 : 1
    // Input: t − ΣΛx − s = 0. Output: ΣΛy − t − s = 0. Norm: t + mean of the output slacks = 1.
    const unit = figure > 0 ? roundScale(figure) : 1
    const share = figure / unit
    factors[i] = sign / unit
    own[(1 + i) * rows + i] = -1
    if (figure === 0) continue
    own[i] = -sign * share
    if (i < inputs && model.orientation !== 'output') ownCosts[1 + i] = -1 / terms.inputs / share
    if (i >= inputs && model.orientation !== 'input') {
      own[(1 + i) * rows + norm] = 1 / terms.outputs / share
    }
  }
  addSum({ own, factors, rows }, figures, model.scale)
  const rhs = new Float64Array(rows)
  rhs[norm] = 1
  const poolCosts = new Float64Array(figures + 1)
  const start = startOf(sample, model, o)
  return { rows, pool, factors, poolCosts, own, ownCosts, rhs, barred: -1, fixed: -1, start }
}

/** How many inputs and outputs of place o are positive. */
export function positives(sample: Sample, o: number): { inputs: number; outputs: number } {
  const count = { inputs: 0, outputs: 0 }
  for (let i = 0; i < sample.inputs + sample.outputs; i++) {
    if (figureAt(sample, o, i) > 0) count[i < sample.inputs ? 'inputs' : 'outputs']++
  }
  return count
}

/** The row ΣΛ − t = 0 under the rows of the figures; its slack is the last own column. */
export function addSum(
  { own, factors, rows }: { own: Float64Array; factors: Float64Array; rows: number },
  figures: number,
  scale: Scale,
): void {
  if (scale === 'constant') return
  factors[figures] = 1
  own[figures] = -1
  const slack = own.length - rows + figures
  if (scale === 'non-increasing') own[slack] = 1
  if (scale === 'non-decreasing') own[slack] = -1
}

// The zone on its own: t = 1, its own weight 1, every slack but the one it replaces.
function startOf(sample: Sample, model: SlackModel, o: number): Int32Array {
  const { pool } = sample
  const figures = sample.inputs + sample.outputs
  const start = new Int32Array(sbmRows(sample, model))
  for (let i = 0; i < figures; i++) start[i] = pool.size + 1 + i
  start[start.length - 1] = pool.size
  let place = figures
  if (model.scale === 'constant') {
    place = 0
    while (at(sample.rows, o * pool.stride + place) === 0) place++
  }
  start[place] = o
  return start
}
