import { figureAt } from './findings.ts'
import type { FrontierWarning } from './result.ts'
import { frontierCode, type Sample } from './sample.ts'

/** What a reader of the scores should know about the data behind them. */
export function warningsOf(
  sample: Sample,
  scores: Float64Array,
  reasons: Uint8Array,
): FrontierWarning[] {
  const { inputs, outputs, zones } = sample
  const few = zones.length < Math.max(inputs * outputs, 3 * (inputs + outputs))
  const above = [...scores.keys()].filter((zone) => (scores[zone] ?? 0) > 2)
  const numerical = frontierCode('numerical')
  const unproved = [...reasons.keys()].filter((zone) => reasons[zone] === numerical)
  const warnings: (FrontierWarning | null)[] = [
    few ? { code: 'few-zones', zones: [], columns: [] } : null,
    above.length > 0 ? { code: 'super-above-2', zones: above, columns: [] } : null,
    unproved.length > 0 ? { code: 'numerical', zones: unproved, columns: [] } : null,
    ...emptyColumns(sample),
  ]
  return warnings.filter((warning) => warning !== null)
}

function emptyColumns(sample: Sample): FrontierWarning[] {
  const columns = Array.from({ length: sample.inputs + sample.outputs }, (_, i) => i)
  const empty = columns.filter((i) => sample.zones.every((_, o) => figureAt(sample, o, i) === 0))
  return empty.map((i) => ({ code: 'all-zero-column', zones: [], columns: [i] }))
}
