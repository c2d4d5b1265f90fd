import { at, indexAt } from './entries.ts'
import { figureAt, shareOf, type Detail, type Findings } from './findings.ts'
import type { FrontierMethod } from './method.ts'
import type { FigureTable, PeerLists } from './result.ts'
import type { Sample } from './sample.ts'

// A peer that brings less than this share of every figure reached, or a slack below this share of the
// figure, is none.
const NEGLIGIBLE = 1e-7

/** Peers by zone of the data. */
export function peerLists(sample: Sample, detail: Detail): PeerLists {
  const figures = sample.inputs + sample.outputs
  const starts = new Int32Array(sample.size + 1)
  const zones: number[] = []
  const weights: number[] = []
  let o = 0
  for (let zone = 0; zone < sample.size; zone++) {
    if (indexAt(sample.zones, o) === zone) {
      const reached = detail.reached.subarray(o * figures, (o + 1) * figures)
      const places = detail.peers[o] ?? new Int32Array(0)
      const shares = detail.weights[o] ?? new Float64Array(0)
      places.forEach((place, k) => {
        if (shareOf(sample, reached, { place, weight: at(shares, k) }) <= NEGLIGIBLE) return
        zones.push(indexAt(sample.zones, place))
        weights.push(at(shares, k))
      })
      o++
    }
    starts[zone + 1] = zones.length
  }
  return { starts, zones: Int32Array.from(zones), weights: Float64Array.from(weights) }
}

/** The point of the frontier that the peers make up, in the units of the data. */
export function targetTable(sample: Sample, { reached }: Detail): FigureTable {
  const figures = sample.inputs + sample.outputs
  return tableOf(sample, (o, i) => at(reached, o * figures + i))
}

/** How far each figure, after the radial change of the model, is from its target. */
export function slackTable(
  sample: Sample,
  { scores, detail }: Findings,
  method: FrontierMethod,
): FigureTable {
  const figures = sample.inputs + sample.outputs
  const change = radialChange(method)
  return tableOf(sample, (o, i) => {
    const input = i < sample.inputs
    const figure = figureAt(sample, o, i) * change(at(scores, o), i, input)
    const reached = detail ? at(detail.reached, o * figures + i) : NaN
    const slack = input ? figure - reached : reached - figure
    return Math.abs(slack) <= NEGLIGIBLE * figure ? 0 : slack
  })
}

/** What the model multiplies figure i by before slacks are read off. */
function radialChange({ model, orientation, nonDiscretionary }: FrontierMethod) {
  const radial = model !== 'sbm' && model !== 'super-sbm'
  return (score: number, i: number, input: boolean) => {
    if (!radial) return 1
    if (orientation === 'output') return input ? 1 : 1 / score
    return input && !nonDiscretionary.includes(i) ? score : 1
  }
}

function tableOf(sample: Sample, share: (o: number, i: number) => number): FigureTable {
  const columns = Array.from({ length: sample.inputs + sample.outputs }, (_, i) => {
    const values = new Float64Array(sample.size).fill(NaN)
    sample.zones.forEach((zone, o) => {
      values[zone] = share(o, i) * at(sample.units, i)
    })
    return values
  })
  return { inputs: columns.slice(0, sample.inputs), outputs: columns.slice(sample.inputs) }
}
