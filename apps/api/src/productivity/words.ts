import type {
  CobbDouglasFault,
  CobbDouglasWarning,
  LevelReason,
  PanelFault,
  TornqvistFault,
} from '@permu/metrics'
import type { Names, ProductivityKind } from '../contract.ts'

interface Kind {
  readonly name: Names
  readonly summary: Names
  readonly source: string
}

export const KINDS: Readonly<Record<ProductivityKind, Kind>> = {
  malmquist: {
    name: { zh: 'Malmquist 生产率指数', en: 'Malmquist productivity index' },
    summary: {
      zh: '大于 1 为进步；等于效率追赶 × 前沿移动。',
      en: 'Above 1 is improvement; catching up × the frontier moving.',
    },
    source:
      'Färe, Grosskopf, Norris & Zhang 1994, AER 84:66; Pastor & Lovell 2005, Economics Letters 88:266',
  },
  'cobb-douglas': {
    name: { zh: '柯布–道格拉斯全要素生产率', en: 'Cobb–Douglas total factor productivity' },
    summary: {
      zh: '产出中投入解释不了的部分；当期各区平均为 1，不同期之间不可比。',
      en: 'Output beyond what inputs explain; the average zone of the period is 1, and periods do not compare.',
    },
    source: 'Solow 1957, RES 39:312; Cobb & Douglas 1928, AER 18:139',
  },
  tornqvist: {
    name: { zh: '多边 Törnqvist 全要素生产率', en: 'Multilateral Törnqvist productivity' },
    summary: {
      zh: '以收入和成本份额加权的产出投入比；当期平均区为 1，不同期之间不可比。',
      en: 'Outputs over inputs by shares of revenue and cost; the average zone of the period is 1, and periods do not compare.',
    },
    source: 'Caves, Christensen & Diewert 1982, Economic Journal 92:73',
  },
}

export const LEVEL_WORDS: Readonly<Record<Exclude<LevelReason, 'missing-value'>, Names>> = {
  'not-positive': {
    zh: '有不大于 0 的量，取不了对数。',
    en: 'A quantity is not above 0, and has no logarithm.',
  },
  'shares-invalid': {
    zh: '收入或成本有负值，或合计为 0。',
    en: 'Revenues or costs are negative, or sum to 0.',
  },
}

export const BREAK_WORDS: Names = {
  zh: '这个区的序列在两期之间中断（合并、拆分或调整边界）：不计算增长。',
  en: 'The series of the zone breaks between the periods (merger, split or new border): growth is not computed.',
}

export const WARNING_WORDS: Readonly<Record<CobbDouglasWarning | 'current-prices', Names>> = {
  'current-prices': {
    zh: '金额是当年价：涨价会被当成生产率提高。请给出价格指数（deflator），或在数据已是不变价时写 prices=constant。',
    en: 'Money is in current prices: a rise of prices passes for productivity. Name a price index (deflator), or write prices=constant where the data are.',
  },
  'few-zones': {
    zh: '区太少：每个系数不足 10 个区，弹性不可靠。',
    en: 'Fewer than ten zones a coefficient: the elasticities are not reliable.',
  },
  collinear: {
    zh: '投入之间高度相关，单个弹性不可靠。',
    en: 'Inputs move together: a single elasticity is not reliable.',
  },
  'elasticity-negative': {
    zh: '有负弹性：投入越多产出越少，请检查数据。',
    en: 'An elasticity is negative: more input, less output. Check the data.',
  },
}

type Fault = (CobbDouglasFault | TornqvistFault | PanelFault)['error']

/** What is wrong with a question, and the parameter that says it. */
export const FAULT_WORDS: Readonly<Record<Fault, Names & { at: string }>> = {
  'no-inputs': { at: 'inputs', zh: '至少要一项投入。', en: 'Name at least one input.' },
  'no-outputs': { at: 'outputs', zh: '至少要一项产出。', en: 'Name at least one output.' },
  'too-few-periods': { at: 'from', zh: '至少要两期。', en: 'It takes two periods.' },
  'columns-differ': {
    at: 'inputs',
    zh: '各期的投入产出项不同。',
    en: 'The periods differ in their inputs and outputs.',
  },
  'elasticities-count': {
    at: 'elasticities',
    zh: '每项投入要一个弹性。',
    en: 'Give one elasticity an input.',
  },
  'too-few-zones': {
    at: 'elasticities',
    zh: '区太少，无法估计弹性：请直接给出。',
    en: 'There are too few zones to estimate elasticities: give them.',
  },
  collinear: {
    at: 'inputs',
    zh: '投入完全相关，无法估计弹性：请去掉一项，或直接给出弹性。',
    en: 'Inputs are collinear: leave one out, or give elasticities.',
  },
  'worth-count': {
    at: 'revenues',
    zh: '多项产出（投入）时，每项都要有收入（成本）：revenues=、costs=。',
    en: 'With more than one output or input each needs its revenue or cost: revenues=, costs=.',
  },
}
