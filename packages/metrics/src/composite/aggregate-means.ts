import type { Mean, MeanFault } from '../aggregate/means.ts'
import { aggregateTree, type TreeScores } from './aggregate-tree.ts'
import type { Aggregation, MethodNode } from './method.ts'
import type { Leaves, Prepared } from './prepare.ts'
import type { BranchScores } from './result.ts'

/** What is aggregated: normalised leaves, effective weights, and for TOPSIS the values before that. */
export interface Aggregable {
  readonly nodes: readonly MethodNode[]
  readonly from: Leaves
  readonly prepared: Prepared
  readonly columns: readonly Float64Array[]
  readonly weights: Float64Array
  /** Whether to say what each leaf adds; left out: yes. */
  readonly parts?: boolean
}

/** Scores (NaN = none), parts where they are sums, and sub-indices. */
export interface Aggregated {
  readonly scores: Float64Array
  readonly parts: readonly Float64Array[] | null
  readonly branches: readonly BranchScores[]
}

/** The mean of an aggregation at the nodes of the tree. */
export function nodeMean(aggregation: Aggregation): Mean {
  if (aggregation.kind === 'coupling') return aggregation.mean ?? { kind: 'arithmetic' }
  return isMean(aggregation) ? aggregation : { kind: 'arithmetic' }
}

/** Whether an aggregation is a mean. */
export function isMean(aggregation: Aggregation): aggregation is Mean {
  return ['arithmetic', 'geometric', 'harmonic', 'power'].includes(aggregation.kind)
}

/** The means of the tree, from the leaves up. */
export function treeScores(input: Aggregable, aggregation: Aggregation): TreeScores | MeanFault {
  const { nodes, columns, weights, parts = true } = input
  return aggregateTree(nodes, { columns, weights, parts, mean: nodeMean(aggregation) })
}

/** One score for each zone, by means alone. */
export function aggregateMeans(
  input: Aggregable,
  aggregation: Aggregation,
): Aggregated | MeanFault {
  const tree = treeScores(input, aggregation)
  return 'error' in tree ? tree : scoresOf(tree, input.columns.length)
}

/** The scores at the top of the tree, and what each leaf adds to them. */
export function scoresOf(tree: TreeScores, leaves: number): Aggregated {
  return { scores: tree.top.scores, parts: partsOf(tree, leaves), branches: tree.branches }
}

function partsOf({ top }: TreeScores, count: number): Float64Array[] | null {
  const { parts } = top
  if (parts === null) return null
  return [...Array(count).keys()].map((leaf) => parts.get(leaf) ?? new Float64Array())
}
