import { at } from './entries.ts'
import { figureAt, newFindings, recordScore, type Findings } from './findings.ts'
import type { Orientation } from './radial.ts'
import type { Sample } from './sample.ts'

/** Which side is changed, and which inputs no zone can shrink. */
export interface HullModel {
  readonly orientation: Orientation
  readonly held: readonly number[]
}

/** A zone that another is compared with: what share of the changed side it needs, and its slacks then. */
interface Match {
  readonly place: number
  readonly score: number
  readonly slack: number
}

/**
 * Efficiency on the free disposal hull: beside single zones only, never beside mixtures of them. Of the
 * zones that give the same score, the one that leaves the largest slacks is the peer.
 *
 * Deprins, Simar & Tulkens 1984; found by comparison, as Tulkens 1993.
 */
export function hullScores(sample: Sample, model: HullModel, detailed: boolean): Findings {
  const findings = newFindings(sample, detailed)
  for (let o = 0; o < sample.zones.length; o++) {
    const best = bestMatch(sample, model, o)
    recordScore(findings, o, { status: 'optimal', score: best.score })
    const { detail } = findings
    if (!detail) continue
    const figures = sample.inputs + sample.outputs
    detail.peers[o] = Int32Array.of(best.place)
    detail.weights[o] = Float64Array.of(1)
    for (let i = 0; i < figures; i++) {
      detail.reached[o * figures + i] = figureAt(sample, best.place, i)
    }
  }
  return findings
}

// A zone always matches itself, at 1 and without slack.
function bestMatch(sample: Sample, model: HullModel, o: number): Match {
  let best: Match = { place: o, score: 1, slack: 0 }
  for (let j = 0; j < sample.zones.length; j++) {
    const score = scoreBeside(sample, model, { o, j })
    if (!(score <= best.score)) continue
    const slack = slackBeside(sample, model, { o, j, score })
    if (score < best.score || slack > best.slack) best = { place: j, score, slack }
  }
  return best
}

interface Pair {
  readonly o: number
  readonly j: number
}

/** Figures that the orientation changes. */
function changes({ inputs }: Sample, { orientation, held }: HullModel, i: number): boolean {
  return orientation === 'input' ? i < inputs && !held.includes(i) : i >= inputs
}

// θ, or 1 ÷ φ; infinite where zone j is worse in what is not changed.
function scoreBeside(sample: Sample, model: HullModel, { o, j }: Pair): number {
  let score = 0
  for (let i = 0; i < sample.inputs + sample.outputs; i++) {
    const [own, other] = [figureAt(sample, o, i), figureAt(sample, j, i)]
    const [needed, there] = i < sample.inputs ? [other, own] : [own, other]
    if (changes(sample, model, i)) {
      if (needed > 0) score = Math.max(score, there > 0 ? needed / there : Infinity)
    } else if (needed > there) return Infinity
  }
  return score
}

function slackBeside(
  sample: Sample,
  model: HullModel,
  { o, j, score }: Pair & { readonly score: number },
): number {
  let total = 0
  for (let i = 0; i < sample.inputs + sample.outputs; i++) {
    const input = i < sample.inputs
    const factor = input ? score : 1 / score
    const own = figureAt(sample, o, i) * (changes(sample, model, i) ? factor : 1)
    total +=
      (input ? own - figureAt(sample, j, i) : figureAt(sample, j, i) - own) / at(sample.means, i)
  }
  return total
}
