import { at } from '../statistics/array.ts'
import { pcaWeights } from '../weights/pca.ts'
import {
  criticWeights,
  deviationWeights,
  entropyWeights,
  merecWeights,
  type DataWeightFault,
  type DataWeights,
  type Weighable,
} from '../weights/spread.ts'
import { treeWeights, type TreeFault, type WeightNode } from '../weights/tree.ts'
import { leavesOf, type CompositeMethod, type MethodNode, type Weighing } from './method.ts'
import { comparedValues, signOf } from './normalise-leaves.ts'
import type { Leaves, Prepared } from './prepare.ts'
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

type FromData = Exclude<Weighing, 'given' | 'equal'>

const WEIGHERS: Readonly<
  Record<Exclude<FromData, 'pca'>, (from: Weighable) => DataWeights | DataWeightFault>
> = {
  entropy: entropyWeights,
  'entropy-raw': (from) => entropyWeights(from, 'raw'),
  'entropy-min-max': (from) => entropyWeights(from, 'min-max'),
  critic: criticWeights,
  deviation: deviationWeights,
  'deviation-raw': (from) => deviationWeights(from, 'raw'),
  merec: merecWeights,
}

/** The weights to use once the data are known, over the ranked zones that have every criterion. */
export function weightsInUse(
  given: WeightsUsed,
  weighing: Weighing,
  { from, prepared }: { readonly from: Leaves; readonly prepared: Prepared },
): WeightsUsed | DataWeightFault {
  if (weighing === 'given' || weighing === 'equal') return given
  const whole = [...prepared.ranked.keys()].filter((zone) =>
    prepared.values.every((column) => !Number.isNaN(column[zone])),
  )
  const weighable: Weighable = {
    columns: from.leaves.map((leaf, criterion) => {
      const own = comparedValues(leaf, prepared.values[criterion] ?? new Float64Array())
      return Float64Array.from(whole, (zone) => at(own, zone))
    }),
    signs: from.leaves.map(signOf),
  }
  if (weighing === 'pca') {
    const pca = pcaWeights(weighable)
    if ('error' in pca) return pca
    return { ...given, effective: pca.weights, doubtful: pca.negative, input: 'correlation' }
  }
  const data = WEIGHERS[weighing](weighable)
  if ('error' in data) return data
  return { ...given, effective: data.weights, doubtful: data.flat, input: data.input }
}
