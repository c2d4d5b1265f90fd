import { copelandScores } from '../aggregate/copeland.ts'
import {
  couplingCoordination,
  rescaleForCoupling,
  type CouplingFault,
} from '../aggregate/coupling.ts'
import { mazziottaPareto } from '../aggregate/mazziotta-pareto.ts'
import type { MeanFault } from '../aggregate/means.ts'
import {
  topsis,
  type Topsis,
  type TopsisFault,
  type TopsisInput,
  type TopsisScale,
} from '../aggregate/topsis.ts'
import { at } from '../statistics/array.ts'
import { scoresOf, treeScores, type Aggregable, type Aggregated } from './aggregate-means.ts'
import type { TreeScores } from './aggregate-tree.ts'
import type { Aggregation } from './method.ts'
import { comparedValues, signOf } from './normalise-leaves.ts'

/** One score for each zone. */
export function aggregate(
  input: Aggregable,
  aggregation: Aggregation,
): Aggregated | MeanFault | CouplingFault | TopsisFault {
  const { columns, weights } = input
  const tree = treeScores(input, aggregation)
  if ('error' in tree) return tree
  const branches = tree.branches
  switch (aggregation.kind) {
    case 'copeland':
      return { scores: copelandScores(counted(input), counting(weights)), parts: null, branches }
    case 'mazziotta-pareto':
      return { scores: paretoScores(input, aggregation), parts: null, branches }
    case 'topsis': {
      const found = idealScores(input, aggregation.normalise)
      return 'error' in found ? found : { scores: found.closeness, parts: null, branches }
    }
    case 'coupling': {
      const scores = coordination(tree, aggregation)
      return 'error' in scores ? scores : { scores, parts: null, branches }
    }
    default:
      return scoresOf(tree, columns.length)
  }
}

/** The normalised leaves that have a weight. */
export function counted({ columns, weights }: Aggregable): Float64Array[] {
  return columns.filter((_, criterion) => at(weights, criterion) > 0)
}

/** The weights above 0. */
export function counting(weights: Float64Array): Float64Array {
  return weights.filter((weight) => weight > 0)
}

/** What TOPSIS compares: the values before they are normalised, of the leaves that have a weight. */
export function idealInput({ from, prepared, weights }: Aggregable): TopsisInput {
  const leaves = from.leaves.flatMap((leaf, criterion) => {
    const values = prepared.values[criterion]
    return values && at(weights, criterion) > 0 ? [{ leaf, values }] : []
  })
  return {
    columns: leaves.map(({ leaf, values }) => comparedValues(leaf, values)),
    signs: leaves.map(({ leaf }) => signOf(leaf)),
    weights: counting(weights),
  }
}

type Of<K extends Aggregation['kind']> = Extract<Aggregation, { kind: K }>

function paretoScores(input: Aggregable, { penalty, adjusted }: Of<'mazziotta-pareto'>) {
  return mazziottaPareto(counted(input), penalty, adjusted ? 'population' : 'sample')
}

// Criteria without weight are not measured; a fault names the leaf.
function idealScores(input: Aggregable, scale: TopsisScale | undefined): Topsis | TopsisFault {
  const found = topsis(idealInput(input), scale)
  if (!('error' in found)) return found
  const leaves = [...input.weights.keys()].filter((leaf) => at(input.weights, leaf) > 0)
  return { ...found, criterion: leaves[found.criterion] ?? found.criterion }
}

function coordination(
  { nodes }: TreeScores,
  { formula, rescale = true }: Of<'coupling'>,
): Float64Array | CouplingFault {
  const systems = nodes.map(({ scores }) => scores.map((score) => score / 100))
  // Weighted sums end in a last digit above 1.
  const held = systems.map((u) => u.map((x) => (x > 1 && x < 1 + 1e-9 ? 1 : x)))
  if (held.some((u) => u.some((x) => x < 0 || x > 1))) return { error: 'outside-0-1' }
  const weights = nodes.map(({ weight }) => weight)
  const moved = rescale ? held.map(rescaleForCoupling) : held
  const result = couplingCoordination(moved, weights, formula)
  return 'error' in result ? result : result.coordination
}
