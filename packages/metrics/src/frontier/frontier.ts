import type { Column } from '../column.ts'
import { crossScores } from './cross.ts'
import { peerLists, slackTable, targetTable } from './detail.ts'
import { at, indexAt } from './entries.ts'
import { hullScores } from './fdh.ts'
import type { Findings } from './findings.ts'
import {
  frontierMethod,
  type FrontierFault,
  type FrontierMethod,
  type FrontierOptions,
} from './method.ts'
import { frontierRanks, rankOrder, topGroup } from './order.ts'
import { radialScores, superScores } from './radial-scores.ts'
import type { FigureTable, FrontierResult } from './result.ts'
import { frontierCode, readSample, type Sample } from './sample.ts'
import { sbmScores } from './sbm.ts'
import { scaleEfficiency } from './scale.ts'
import { superSbmOf, superSbmScores } from './super-sbm.ts'
import { warningsOf } from './warnings.ts'

/**
 * The efficiency of zones beside the frontier that the best of them make up (data envelopment
 * analysis). Inputs and outputs are columns of values ≥ 0 in any units; the same zones in each. A zone
 * with a missing or negative value, or with nothing but 0 on one side, is neither scored nor a peer,
 * and `excluded` says why. Faults in the options come back as `{ error }`; throws when columns differ
 * in length.
 *
 * Cooper, Seiford & Tone, Data Envelopment Analysis, 2nd ed. 2007; each model's own source is in
 * the catalogue.
 */
export function solveFrontier(
  inputs: readonly Column[],
  outputs: readonly Column[],
  options: FrontierOptions,
): FrontierResult | FrontierFault {
  const method = frontierMethod(options, { inputs: inputs.length, outputs: outputs.length })
  if ('error' in method) return method
  const sample = readSample(inputs, outputs, method.nonDiscretionary)
  const findings = find(sample, method)
  const scores = new Float64Array(sample.size).fill(NaN)
  const reasons = sample.reasons.slice()
  sample.zones.forEach((zone, o) => {
    scores[zone] = at(findings.scores, o)
    reasons[zone] = findings.codes[o] ?? 0
  })
  const top = method.model === 'super' ? topOf(sample, findings, method) : null
  const ranks = frontierRanks(scores, top)
  const detail = findings.detail
  const slacks = detail && slackTable(sample, findings, method)
  return {
    method,
    scores,
    status: statusOf(scores, slacks),
    reasons,
    ranks,
    order: rankOrder(ranks),
    top,
    peers: detail && peerLists(sample, detail),
    slacks,
    targets: detail && targetTable(sample, detail),
    scale: method.scaleEfficiency ? scaleEfficiency(sample, method) : null,
    excluded: sample.excluded,
    warnings: warningsOf(sample, scores, reasons),
  }
}

function find(sample: Sample, method: FrontierMethod): Findings {
  const { orientation, scale, nonDiscretionary: held, detail } = method
  const radial = {
    orientation: orientation === 'none' ? 'input' : orientation,
    scale,
    held,
  } as const
  switch (method.model) {
    case 'sbm':
      return sbmScores(sample, { orientation, scale }, detail)
    case 'super-sbm':
      return superSbmScores(sample, { orientation, scale }, detail)
    case 'fdh':
      return hullScores(sample, radial, detail)
    case 'super':
      return superScores(sample, radial, detail)
    case 'cross':
      return crossScores(sample, method)
    default:
      return radialScores(sample, radial, detail)
  }
}

// Zones that no other can match, ordered by non-oriented super-SBM.
function topOf(sample: Sample, findings: Findings, { scale }: FrontierMethod): Float64Array | null {
  const infeasible = frontierCode('infeasible')
  const places = [...findings.codes.keys()].filter((o) => findings.codes[o] === infeasible)
  if (places.length === 0) return null
  const { scores } = superSbmOf(sample, { orientation: 'none', scale }, places)
  return topGroup(
    sample.size,
    places.map((o) => ({ zone: indexAt(sample.zones, o), score: at(scores, o) })),
  )
}

// Without slacks, a zone of score 1 is called efficient: they were not asked for.
function statusOf(scores: Float64Array, slacks: FigureTable | null): Uint8Array {
  const columns = slacks ? [...slacks.inputs, ...slacks.outputs] : []
  return Uint8Array.from(scores, (score, zone) => {
    if (Number.isNaN(score)) return 0
    if (score < 1) return 3
    return score === 1 && columns.some((values) => at(values, zone) > 0) ? 2 : 1
  })
}
