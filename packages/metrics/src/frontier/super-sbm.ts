import { roundScale } from './entries.ts'
import { newBasis, objectiveOf } from './basis.ts'
import {
  figureAt,
  newFindings,
  ownValue,
  recordPeers,
  recordScore,
  type Findings,
} from './findings.ts'
import type { Program } from './program.ts'
import type { Sample } from './sample.ts'
import { addSum, positives, sbmRows, sbmScores, type SlackModel } from './sbm.ts'
import { minimise } from './simplex.ts'

/**
 * SBM where it is below 1; a zone of SBM 1 is compared with the others alone: how far, on average, it
 * is from the nearest point that they could reach and that is no better than it, 1 or more.
 * Terms whose own figure is 0 are left out. Infeasible without returns to scale only where no other
 * zone yields any of its outputs.
 *
 * Tone 2002.
 */
export function superSbmScores(sample: Sample, model: SlackModel, detailed: boolean): Findings {
  const findings = sbmScores(sample, model, detailed)
  const efficient = [...findings.scores.keys()].filter((o) => findings.scores[o] === 1)
  solveSuper({ sample, findings }, model, efficient)
  return findings
}

/** Super-SBM of the places given, without SBM first. */
export function superSbmOf(sample: Sample, model: SlackModel, places: readonly number[]): Findings {
  const findings = newFindings(sample, false)
  solveSuper({ sample, findings }, model, places)
  return findings
}

function solveSuper(
  { sample, findings }: { sample: Sample; findings: Findings },
  model: SlackModel,
  places: readonly number[],
): void {
  const basis = newBasis(sbmRows(sample, model), sample.pool.stride)
  for (const o of places) {
    const status = minimise(superSbmProgram(sample, model, o), basis)
    recordScore(findings, o, { status, score: objectiveOf(basis) })
    if (findings.detail) {
      recordPeers({ sample, findings }, basis, { o, scale: ownValue(sample, basis, 0) })
    }
  }
}

// Own columns: t; what each figure gives up (p more input, q less output); a slack a figure; the sum's.
function superSbmProgram(sample: Sample, model: SlackModel, o: number): Program {
  const rows = sbmRows(sample, model)
  const { inputs, pool } = sample
  const figures = inputs + sample.outputs
  const norm = rows - 1
  const own = new Float64Array((2 + 2 * figures) * rows)
  const ownCosts = new Float64Array(2 + 2 * figures)
  const factors = new Float64Array(figures + 1)
  const terms = positives(sample, o)
  own[norm] = 1
  ownCosts[0] = 1
  for (let i = 0; i < figures; i++) {
    const figure = figureAt(sample, o, i)
    const input = i < inputs
    // Input: t + p − ΣΛx − w = 0. Output: ΣΛy + q − t − w = 0. Norm: t − mean of q = 1.
    const unit = figure > 0 ? roundScale(figure) : 1
    const share = figure / unit
    factors[i] = (input ? -1 : 1) / unit
    own[(1 + figures + i) * rows + i] = -1
    own[i] = input ? share : -share
    if (!gives(model, input, figure)) continue
    own[(1 + i) * rows + i] = 1
    if (input && figure > 0) ownCosts[1 + i] = 1 / terms.inputs / share
    if (!input) own[(1 + i) * rows + norm] = -1 / terms.outputs / share
  }
  addSum({ own, factors, rows }, figures, model.scale)
  const rhs = new Float64Array(rows)
  rhs[norm] = 1
  const poolCosts = new Float64Array(figures + 1)
  return { rows, pool, factors, poolCosts, own, ownCosts, rhs, barred: o, fixed: -1, start: null }
}

// Oriented, the figures of one side may be given up only; an output of 0 has nothing to give.
function gives({ orientation }: SlackModel, input: boolean, figure: number): boolean {
  if (input) return orientation !== 'output'
  return orientation !== 'input' && figure > 0
}
