import { onMeanScale } from '../composite/aggregate-tree.ts'
import { isMean } from '../composite/aggregate-means.ts'
import { normaliseData } from '../composite/pipeline.ts'
import { isLeaf, type CompositeMethod, type MethodNode } from '../composite/method.ts'
import type { CompositeFault, CompositeInput } from '../composite/result.ts'
import { weightsInUse } from '../composite/weigh.ts'
import { meanFault, sameMean, type Mean, type MeanFault } from '../aggregate/means.ts'
import { at, spanOf } from '../statistics/array.ts'

/**
 * Criteria on a scale on which the weighted sum decides the order. `zones` are those that are ranked;
 * `columns[c][k]` is criterion c of the k-th of them, 0 where `present[c][k]` is 0; `gaps`: any missing.
 */
export interface ScoreTable {
  readonly size: number
  readonly zones: Int32Array
  readonly columns: readonly Float64Array[]
  readonly present: readonly Uint8Array[]
  readonly gaps: boolean
}

/** Why weights cannot be varied: the aggregation is not one mean at all nodes, or the method fails as it is. */
export type TableFault = CompositeFault | { readonly error: 'not-one-mean' }

/** A score table from columns of which more is better (NaN = missing); a zone without a value is not ranked. */
export function scoreTable(columns: readonly Float64Array[]): ScoreTable {
  const size = columns[0]?.length ?? 0
  const all = [...Array(size).keys()]
  const zones = Int32Array.from(
    all.filter((zone) => columns.some((column) => !Number.isNaN(at(column, zone)))),
  )
  const present = columns.map((column) => {
    return Uint8Array.from(zones, (zone) => (Number.isNaN(at(column, zone)) ? 0 : 1))
  })
  return {
    size,
    zones,
    columns: columns.map((column) => Float64Array.from(zones, (zone) => at(column, zone) || 0)),
    present,
    gaps: present.some((column) => column.includes(0)),
  }
}

/** The table of a method on its data, and the weights of its leaves. */
export function methodTable(
  input: CompositeInput,
  method: CompositeMethod,
): { readonly table: ScoreTable; readonly weights: Float64Array } | TableFault {
  const data = normaliseData(input, method)
  if ('error' in data) return data
  const used = weightsInUse(data.weights, data.card.weigh, data)
  if ('error' in used) return used
  const table = dataTable(data.columns, used.effective, method)
  return 'error' in table ? table : { table, weights: used.effective }
}

/** The table of normalised leaves under the one mean of a method, if it is one. */
export function dataTable(
  columns: readonly Float64Array[],
  weights: Float64Array,
  method: CompositeMethod,
): ScoreTable | MeanFault | { readonly error: 'not-one-mean' } {
  const mean = oneMean(method)
  if (mean === null) return { error: 'not-one-mean' }
  return meanFault(columns, weights, mean) ?? scoreTable(onMeanScale(columns, mean))
}

// A mean of means of one kind is that mean of all leaves with their effective weights.
function oneMean({ of, aggregate = { kind: 'arithmetic' } }: CompositeMethod): Mean | null {
  if (!isMean(aggregate)) return null
  const same = (nodes: readonly MethodNode[]): boolean =>
    nodes.every((node) => {
      return isLeaf(node) || (sameMean(node.aggregate ?? aggregate, aggregate) && same(node.of))
    })
  return same(of) ? aggregate : null
}

/**
 * The scores of the ranked zones of a table under weights, into a buffer of their number. Reads by index
 * and not by a shared function: engines make one slow reader of a function that sees arrays of all kinds.
 */
export function scoreInto(
  { columns, present, gaps }: ScoreTable,
  weights: Float64Array,
  scores: Float64Array,
): void {
  scores.fill(0)
  for (let j = 0; j < columns.length; j++) {
    const column = columns[j]
    const weight = at(weights, j)
    if (!column || weight === 0) continue
    for (let k = 0; k < scores.length; k++) {
      scores[k] = (scores[k] ?? 0) + weight * (column[k] ?? 0)
    }
  }
  if (gaps) shareGaps(present, weights, scores)
}

/** What the values of a criterion are divided by to be shares of its span; 1 where all are equal. */
export function widthOf(column: Float64Array): number {
  const { min, max } = spanOf(column)
  return max > min ? max - min : 1
}

// The weight of a gap goes to what the zone has.
function shareGaps(
  present: readonly Uint8Array[],
  weights: Float64Array,
  scores: Float64Array,
): void {
  for (let k = 0; k < scores.length; k++) {
    let held = 0
    for (let j = 0; j < present.length; j++) if (present[j]?.[k] === 1) held += at(weights, j)
    scores[k] = held > 0 ? at(scores, k) / held : 0
  }
}
