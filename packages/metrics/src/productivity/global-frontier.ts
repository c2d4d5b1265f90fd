import type { Column } from '../column.ts'
import { at } from '../frontier/entries.ts'
import { radialScores } from '../frontier/radial-scores.ts'
import type { Orientation } from '../frontier/radial.ts'
import { readSample } from '../frontier/sample.ts'

interface Period {
  readonly inputs: readonly Column[]
  readonly outputs: readonly Column[]
}

/**
 * Scores under constant returns beside one frontier of all zones in all periods: an array a period,
 * an entry a zone, NaN where a zone is not scored in that period.
 *
 * Pastor & Lovell 2005.
 */
export function globalScores(periods: readonly Period[], orientation: Orientation): Float64Array[] {
  const inputs = stacked(periods.map((period) => period.inputs))
  const outputs = stacked(periods.map((period) => period.outputs))
  const sample = readSample(inputs, outputs)
  const { scores } = radialScores(sample, { orientation, scale: 'constant', held: [] }, false)
  const all = new Float64Array(sample.size).fill(NaN)
  sample.zones.forEach((place, o) => {
    all[place] = at(scores, o)
  })
  const size = sample.size / periods.length
  return periods.map((_, t) => all.subarray(t * size, (t + 1) * size))
}

// Column i of every period, one under the other.
function stacked(periods: readonly (readonly Column[])[]): Column[] {
  return (periods[0] ?? []).map((first, i) => {
    const columns = periods.map((columns) => columns[i] ?? first)
    return {
      values: Float64Array.from(columns.flatMap(({ values }) => [...values])),
      reasons: Uint8Array.from(columns.flatMap(({ reasons }) => [...reasons])),
      unit: first.unit,
    }
  })
}
