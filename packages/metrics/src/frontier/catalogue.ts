import type { Text } from '../field.ts'
import type { Scale } from './radial.ts'

/** The ids of the frontier models, in the order in which they are offered. */
export const FRONTIER_MODELS = [
  'ccr',
  'bcc',
  'nirs',
  'ndrs',
  'fdh',
  'super',
  'sbm',
  'super-sbm',
  'cross',
] as const

/** One of {@link FRONTIER_MODELS}. */
export type FrontierModelId = (typeof FRONTIER_MODELS)[number]

/**
 * A frontier model: its orientations (the first is the default), its returns to scale (the first is
 * the default), whether inputs may be non-discretionary, and where it comes from.
 */
export interface FrontierModel {
  readonly id: FrontierModelId
  readonly name: Text
  readonly summary: Text
  readonly orientations: readonly ('input' | 'output' | 'none')[]
  readonly scales: readonly Scale[]
  readonly nonDiscretionary: boolean
  readonly source: string
}

const RADIAL = ['input', 'output'] as const
const ANY_SCALE = ['constant', 'variable', 'non-increasing', 'non-decreasing'] as const

/** What each model is, for people to choose from. */
export const FRONTIER_CATALOGUE: readonly FrontierModel[] = [
  {
    id: 'ccr',
    name: { zh: 'CCR 效率', en: 'CCR efficiency' },
    summary: {
      zh: '规模报酬不变：同比例缩减投入（或扩大产出）的潜力',
      en: 'Constant returns to scale: how far inputs could shrink (or outputs grow) together',
    },
    orientations: RADIAL,
    scales: ['constant'],
    nonDiscretionary: true,
    source: 'Charnes, Cooper & Rhodes 1978, EJOR 2:429',
  },
  {
    id: 'bcc',
    name: { zh: 'BCC 纯技术效率', en: 'BCC pure technical efficiency' },
    summary: {
      zh: '规模报酬可变：只与规模相近的园区比较',
      en: 'Variable returns to scale: compared with zones of similar scale only',
    },
    orientations: RADIAL,
    scales: ['variable'],
    nonDiscretionary: true,
    source: 'Banker, Charnes & Cooper 1984, Management Science 30:1078',
  },
  {
    id: 'nirs',
    name: { zh: 'NIRS 规模报酬非递增', en: 'NIRS efficiency' },
    summary: { zh: '规模报酬非递增', en: 'Non-increasing returns to scale' },
    orientations: RADIAL,
    scales: ['non-increasing'],
    nonDiscretionary: true,
    source: 'Färe, Grosskopf & Lovell 1985',
  },
  {
    id: 'ndrs',
    name: { zh: 'NDRS 规模报酬非递减', en: 'NDRS efficiency' },
    summary: { zh: '规模报酬非递减', en: 'Non-decreasing returns to scale' },
    orientations: RADIAL,
    scales: ['non-decreasing'],
    nonDiscretionary: true,
    source: 'Seiford & Thrall 1990, Journal of Econometrics 46:7',
  },
  {
    id: 'fdh',
    name: { zh: 'FDH 自由处置包', en: 'Free disposal hull' },
    summary: {
      zh: '只与单个园区比较，不与园区的组合比较',
      en: 'Beside single zones only, never beside mixtures of them',
    },
    orientations: RADIAL,
    scales: ['variable'],
    nonDiscretionary: true,
    source: 'Deprins, Simar & Tulkens 1984; Tulkens 1993, Journal of Productivity Analysis 4:183',
  },
  {
    id: 'super',
    name: { zh: '超效率', en: 'Super-efficiency' },
    summary: {
      zh: '有效园区只与其他园区比较，得分可超过 1',
      en: 'Efficient zones are compared with the others only and may score above 1',
    },
    orientations: RADIAL,
    scales: ANY_SCALE,
    nonDiscretionary: true,
    source: 'Andersen & Petersen 1993, Management Science 39:1261',
  },
  {
    id: 'sbm',
    name: { zh: 'SBM 松弛效率', en: 'Slacks-based measure' },
    summary: {
      zh: '计入每一项投入冗余与产出不足',
      en: 'Counts the excess of every input and the shortfall of every output',
    },
    orientations: ['none', 'input', 'output'],
    scales: ANY_SCALE,
    nonDiscretionary: false,
    source: 'Tone 2001, EJOR 130:498',
  },
  {
    id: 'super-sbm',
    name: { zh: '超效率 SBM', en: 'Super-SBM' },
    summary: {
      zh: 'SBM 得分为 1 的园区再按与其余园区的距离排序',
      en: 'SBM, and zones at 1 ordered by their distance from what the others reach',
    },
    orientations: ['none', 'input', 'output'],
    scales: ANY_SCALE,
    nonDiscretionary: false,
    source: 'Tone 2002, EJOR 143:32',
  },
  {
    id: 'cross',
    name: { zh: '交叉效率', en: 'Cross-efficiency' },
    summary: {
      zh: '用所有园区各自的权重评价每个园区再取平均',
      en: 'The mean of a zone’s efficiency by the weights of all zones',
    },
    orientations: ['input'],
    scales: ['constant'],
    nonDiscretionary: false,
    source: 'Doyle & Green 1994, JORS 45:567',
  },
]

/** The model with this id. */
export function frontierModel(id: FrontierModelId): FrontierModel | undefined {
  return FRONTIER_CATALOGUE.find((model) => model.id === id)
}
