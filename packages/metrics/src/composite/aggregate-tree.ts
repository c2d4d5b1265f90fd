import { meanScale, weightedMean, type Mean, type MeanFault } from '../aggregate/means.ts'
import { at } from '../statistics/array.ts'
import { isLeaf, type MethodBranch, type MethodNode } from './method.ts'
import type { BranchScores } from './result.ts'

/** Normalised leaves from left to right, their effective weights, and the mean of nodes that name none. */
export interface TreeInput {
  readonly columns: readonly Float64Array[]
  readonly weights: Float64Array
  readonly mean: Mean
  /** Whether to say what each leaf adds; left out: yes. */
  readonly parts?: boolean
}

/** A node's scores, its weight, and what each leaf adds to its score (null where it is not a sum). */
export interface NodeScores {
  readonly scores: Float64Array
  readonly weight: number
  readonly parts: ReadonlyMap<number, Float64Array> | null
}

/** The scores of the top and of the nodes right below it, and those of all branches. */
export interface TreeScores {
  readonly top: NodeScores
  readonly nodes: readonly NodeScores[]
  readonly branches: readonly BranchScores[]
}

/** The mean at every node from the leaves up; a gap shares its weight among its siblings. */
export function aggregateTree(
  nodes: readonly MethodNode[],
  input: TreeInput,
): TreeScores | MeanFault {
  const branches: BranchScores[] = []
  let next = 0
  const visit = (node: MethodNode): NodeScores | MeanFault => {
    if (isLeaf(node)) return leafScores(input, next++)
    const branch = combine(node.of, node.aggregate ?? input.mean)
    if ('error' in branch) return branch
    branches.push({ id: node.id, scores: branch.scores })
    return branch
  }
  const visited: NodeScores[] = []
  const combine = (of: MethodBranch['of'], mean: Mean): NodeScores | MeanFault => {
    const children: NodeScores[] = []
    for (const node of of) {
      const child = visit(node)
      if ('error' in child) return child
      children.push(child)
    }
    if (of === nodes) visited.push(...children)
    return joined(children, mean, input.parts ?? true)
  }
  const top = combine(nodes, input.mean)
  return 'error' in top ? top : { top, nodes: visited, branches }
}

function leafScores({ columns, weights }: TreeInput, leaf: number): NodeScores {
  const scores = columns[leaf] ?? new Float64Array()
  return { scores, weight: at(weights, leaf), parts: new Map([[leaf, scores]]) }
}

function joined(
  children: readonly NodeScores[],
  mean: Mean,
  wanted: boolean,
): NodeScores | MeanFault {
  const weights = children.map(({ weight }) => weight)
  const columns = children.map(({ scores }) => scores)
  const scores = weightedMean(columns, weights, mean)
  if ('error' in scores) return scores
  const weight = weights.reduce((sum, w) => sum + w, 0)
  const additive =
    wanted && mean.kind === 'arithmetic' && children.every(({ parts }) => parts !== null)
  return { scores, weight, parts: additive ? partsOf(children) : null }
}

function partsOf(children: readonly NodeScores[]): Map<number, Float64Array> {
  const held = new Float64Array(children[0]?.scores.length ?? 0)
  for (const { scores, weight } of children) {
    scores.forEach((score, zone) => {
      if (!Number.isNaN(score)) held[zone] = at(held, zone) + weight
    })
  }
  const parts = new Map<number, Float64Array>()
  for (const child of children) {
    for (const [leaf, part] of child.parts ?? []) {
      const scaled = part.map((value, zone) => (value * child.weight) / at(held, zone))
      parts.set(leaf, scaled)
    }
  }
  return parts
}

/** Leaves on the scale of a mean, times −1 where that turns the order over, so that weighted sums rank as the mean does. */
export function onMeanScale(columns: readonly Float64Array[], mean: Mean): Float64Array[] {
  const { there, rising } = meanScale(mean)
  return columns.map((column) => column.map((x) => (rising ? there(x) : -there(x))))
}
