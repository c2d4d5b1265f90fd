import type { Basis } from './basis.ts'
import { at, indexAt } from './entries.ts'
import type { ProgramStatus } from './program.ts'
import { frontierCode, type Sample } from './sample.ts'

/**
 * What a model found, by place in the sample: scores (NaN where `codes` has a reason) and, if asked
 * for, the peers (places) with their weights and the point of the frontier that they make up (`reached`, in
 * the units of the sample).
 */
export interface Findings {
  readonly scores: Float64Array
  readonly codes: Uint8Array
  readonly detail: Detail | null
}

export interface Detail {
  readonly peers: Int32Array[]
  readonly weights: Float64Array[]
  readonly reached: Float64Array
}

// A score this close to 1 is 1.
const ROUNDING = 1e-10
// A peer that brings less than this share of every figure reached is rounding.
const PEER = 1e-10

/** Nothing found yet. */
export function newFindings(sample: Sample, detailed: boolean): Findings {
  const size = sample.zones.length
  return {
    scores: new Float64Array(size).fill(NaN),
    codes: new Uint8Array(size),
    detail: detailed
      ? {
          peers: new Array<Int32Array>(size).fill(new Int32Array(0)),
          weights: new Array<Float64Array>(size).fill(new Float64Array(0)),
          reached: new Float64Array(size * (sample.inputs + sample.outputs)).fill(NaN),
        }
      : null,
  }
}

/** Takes down the score of place o, or why it has none. */
export function recordScore(
  findings: Findings,
  o: number,
  { status, score }: { status: ProgramStatus; score: number },
): void {
  if (status === 'optimal' && Number.isFinite(score) && score > 0) {
    findings.scores[o] = Math.abs(score - 1) <= ROUNDING ? 1 : score
    findings.codes[o] = 0
  } else {
    findings.scores[o] = NaN
    findings.codes[o] = frontierCode(status === 'infeasible' ? 'infeasible' : 'numerical')
  }
}

/** Takes down the peers of place o from a solved basis; weights are divided by `scale`. */
export function recordPeers(
  { sample, findings }: { sample: Sample; findings: Findings },
  basis: Basis,
  { o, scale }: { o: number; scale: number },
): void {
  const { detail } = findings
  if (!detail || findings.codes[o] !== 0) return
  const figures = sample.inputs + sample.outputs
  const reached = detail.reached.subarray(o * figures, (o + 1) * figures).fill(0)
  const peers: { place: number; weight: number }[] = []
  for (let k = 0; k < basis.rows; k++) {
    const place = indexAt(basis.codes, k)
    if (place >= sample.pool.size) continue
    const weight = at(basis.values, k) / at(sample.pool.scales, place) / scale
    for (let i = 0; i < figures; i++) {
      reached[i] = at(reached, i) + weight * figureAt(sample, place, i)
    }
    peers.push({ place, weight })
  }
  const some = peers.filter((peer) => shareOf(sample, reached, peer) > PEER)
  some.sort((a, b) => b.weight - a.weight || a.place - b.place)
  detail.peers[o] = Int32Array.from(some, ({ place }) => place)
  detail.weights[o] = Float64Array.from(some, ({ weight }) => weight)
}

/** The value of own column k in a solved basis. */
export function ownValue(sample: Sample, basis: Basis, k: number): number {
  const place = basis.codes.indexOf(sample.pool.size + k)
  return place < 0 ? 0 : at(basis.values, place)
}

/** Figure i (inputs, then outputs) of place o, in the units of the sample. */
export function figureAt({ rows, pool }: Sample, o: number, i: number): number {
  return at(rows, o * pool.stride + i)
}

// What is reached of a figure below this share of the largest is rounding.
const REACHED = 1e-9

/** The largest share of one of the figures reached that a peer brings. */
export function shareOf(
  sample: Sample,
  reached: Float64Array,
  { place, weight }: { place: number; weight: number },
): number {
  const least = REACHED * reached.reduce((most, figure) => Math.max(most, figure), 0)
  let most = 0
  for (let i = 0; i < reached.length; i++) {
    const part = weight * figureAt(sample, place, i)
    if (part > 0) most = Math.max(most, part / Math.max(at(reached, i), least))
  }
  return most
}
