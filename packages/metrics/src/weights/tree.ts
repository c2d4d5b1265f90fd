import { weightShares, type WeightFault } from '../compare/weights.ts'
import { at } from '../statistics/array.ts'

/** A node of a hierarchy of weights: a leaf has no `of`. */
export interface WeightNode {
  readonly id: string
  readonly weight: number
  readonly of?: readonly WeightNode[]
}

/** The children of one node: what their weights sum to, and whether they were divided by that. */
export interface NodeSum {
  /** The id of the parent; null = the top. */
  readonly node: string | null
  readonly sum: number
  readonly normalised: boolean
}

/** The leaves from left to right with their effective weights (they sum to 1), and the sum at each node. */
export interface TreeWeights {
  readonly leaves: readonly string[]
  readonly weights: Float64Array
  readonly sums: readonly NodeSum[]
}

/** What is wrong with the weights below a node (null = the top). */
export type TreeFault = WeightFault & { readonly node: string | null }

const ROUNDING = 1e-9

/**
 * Effective weights: each leaf's share multiplied by the shares of the nodes above it. Weights that do
 * not sum to 1 (or 100) are divided by their sum, and `sums` says so. A fault where the weights at a
 * node are none, all zero, negative or not finite.
 */
export function treeWeights(nodes: readonly WeightNode[]): TreeWeights | TreeFault {
  const leaves: string[] = []
  const weights: number[] = []
  const sums: NodeSum[] = []
  const walk = (
    parent: string | null,
    of: readonly WeightNode[],
    share: number,
  ): TreeFault | null => {
    const given = of.map(({ weight }) => weight)
    const shares = weightShares(given)
    if ('error' in shares) return { ...shares, node: parent }
    const sum = given.reduce((total, weight) => total + weight, 0)
    sums.push({ node: parent, sum, normalised: !isWhole(sum) })
    for (const [k, node] of of.entries()) {
      const own = share * at(shares, k)
      if (node.of) {
        const fault = walk(node.id, node.of, own)
        if (fault) return fault
      } else {
        leaves.push(node.id)
        weights.push(own)
      }
    }
    return null
  }
  const fault = walk(null, nodes, 1)
  return fault ?? { leaves, weights: Float64Array.from(weights), sums }
}

function isWhole(sum: number): boolean {
  return Math.abs(sum - 1) <= ROUNDING || Math.abs(sum - 100) <= 100 * ROUNDING
}
