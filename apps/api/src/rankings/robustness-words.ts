import { AGGREGATE_OPTIONS, NORMALISE_OPTIONS, WEIGHT_OPTIONS } from '@permu/metrics'
import type { Names, Sensitivity } from '../contract.ts'
import type { RivalId } from './alternatives.ts'

export const CHOICE_NAMES: Readonly<Record<Sensitivity['choices'][number]['choice'], Names>> = {
  weights: { zh: '权重', en: 'weights' },
  normalise: { zh: '标准化', en: 'normalisation' },
  gaps: { zh: '缺失处理', en: 'gaps' },
  aggregate: { zh: '合成方法', en: 'aggregation' },
}

export const NOT_ONE_MEAN: Names = {
  zh: '只有当整个方法是同一种加权平均时才有意义：这个方法不是。',
  en: 'This has a meaning only where the whole method is one weighted mean, which this one is not.',
}

const OPTIONS = [...WEIGHT_OPTIONS, ...NORMALISE_OPTIONS, ...AGGREGATE_OPTIONS]

/** The name of a method that stands beside the one asked for. */
export function rivalName(id: RivalId): Names {
  if (id === 'own') return { zh: '当前方法', en: 'this method' }
  return OPTIONS.find((option) => option.id === id)?.name ?? { zh: id, en: id }
}
