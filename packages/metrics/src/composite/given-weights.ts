import { treeWeights, type TreeFault, type WeightNode } from '../weights/tree.ts'
import { leavesOf, type CompositeMethod, type MethodNode } from './method.ts'
import type { WeightsUsed } from './result.ts'

/** The weights that the method itself gives: those of the tree, or equal ones until the data are known. */
export function givenWeights(method: CompositeMethod): WeightsUsed | TreeFault {
  if ((method.weigh ?? 'given') === 'given') {
    const tree = treeWeights(method.of.map(weightNode))
    if ('error' in tree) return tree
    const { leaves, weights, sums } = tree
    return { leaves, effective: weights, sums, doubtful: [], input: null }
  }
  const leaves = leavesOf(method.of).map(({ indicator }) => indicator)
  if (leaves.length === 0) return { error: 'no-criteria', node: null }
  const effective = new Float64Array(leaves.length).fill(1 / leaves.length)
  return { leaves, effective, sums: [], doubtful: [], input: null }
}

function weightNode(node: MethodNode): WeightNode {
  if ('indicator' in node) return { id: node.indicator, weight: node.weight }
  return { id: node.id, weight: node.weight, of: node.of.map(weightNode) }
}
