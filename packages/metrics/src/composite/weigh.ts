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
import type { Weighing } from './method.ts'
import { comparedValues, signOf } from './normalise-leaves.ts'
import type { Leaves, Prepared } from './prepare.ts'
import type { WeightsUsed } from './result.ts'

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
