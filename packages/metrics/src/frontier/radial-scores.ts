import { newBasis, objectiveOf } from './basis.ts'
import { at } from './entries.ts'
import { newFindings, recordPeers, recordScore, type Findings } from './findings.ts'
import {
  radialProgram,
  radialRows,
  slackProgram,
  targetAt,
  type RadialModel,
  type Target,
} from './radial.ts'
import type { Sample } from './sample.ts'
import { minimise, resume } from './simplex.ts'

// A score of the others below this is 0.
const NOTHING = 1e-10
// Where figures span many orders of magnitude the rounding of a score can leave nothing to fix it at: it
// then gives way by this share, which is added to slacks and to nothing else.
const RELIEF = 1e-11

/** The radial efficiency of every zone of a sample, in (0, 1] in either orientation. */
export function radialScores(sample: Sample, model: RadialModel, detailed: boolean): Findings {
  const findings = newFindings(sample, detailed)
  const solve = radialSolver(sample, model, findings)
  for (let o = 0; o < sample.zones.length; o++) solve(o, targetAt(sample, o, false))
  return findings
}

/**
 * Radial super-efficiency: a zone of score 1 is compared with the others alone and may score above 1,
 * or be infeasible; the score of another zone does not depend on whether it may be its own peer.
 *
 * Andersen & Petersen 1993.
 */
export function superScores(sample: Sample, model: RadialModel, detailed: boolean): Findings {
  const findings = radialScores(sample, model, detailed)
  const solve = radialSolver(sample, model, findings)
  findings.scores.forEach((score, o) => {
    if (score === 1) solve(o, targetAt(sample, o, true))
  })
  return findings
}

/** The radial score of figures that are not in the sample, such as those of another period. */
export function foreignScores(
  sample: Sample,
  rows: Float64Array,
  model: RadialModel,
): Pick<Findings, 'scores' | 'codes'> {
  const { stride } = sample.pool
  const size = rows.length / stride
  const findings = { scores: new Float64Array(size), codes: new Uint8Array(size), detail: null }
  const solve = radialSolver(sample, model, findings)
  for (let o = 0; o < size; o++) {
    solve(o, { row: rows.subarray(o * stride, (o + 1) * stride), place: -1, barred: false })
  }
  return findings
}

function radialSolver(sample: Sample, model: RadialModel, findings: Findings) {
  const basis = newBasis(radialRows(sample, model.scale), sample.pool.stride)
  return (o: number, target: Target) => {
    const program = radialProgram(sample, target, model)
    const solved = minimise(program, basis)
    const objective = objectiveOf(basis)
    const score = model.orientation === 'input' ? objective : -1 / objective
    // φ = 0: the others yield nothing of what this zone does, whatever it would give up.
    const none = model.orientation === 'output' && Math.abs(objective) < NOTHING
    const unmatched = solved === 'optimal' && none
    recordScore(findings, o, { status: unmatched ? 'infeasible' : solved, score })
    if (!findings.detail || findings.codes[o] !== 0) return
    const give = model.orientation === 'input' ? RELIEF : -RELIEF
    const slackened = [0, give].some((more) => {
      const fixed = Math.abs(objective) * (1 + more)
      return resume(slackProgram(program, fixed, sample.means), basis) === 'optimal'
    })
    if (slackened) recordPeers({ sample, findings }, basis, { o, scale: 1 })
    else recordScore(findings, o, { status: 'numerical', score: at(findings.scores, o) })
  }
}
