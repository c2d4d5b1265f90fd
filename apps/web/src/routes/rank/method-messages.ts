import {
  AGGREGATE_OPTIONS,
  GAP_OPTIONS,
  NORMALISE_OPTIONS,
  WEIGHT_OPTIONS,
  type MethodOption,
} from '@permu/metrics'
import { defineMessages, type Locale } from '#lib/i18n/index.ts'
import {
  AGGREGATE_CODES,
  GAP_CODES,
  NORMALISE_CODES,
  WEIGH_CODES,
  type ChoiceKey,
} from './options.ts'

/** Words of the chooser; those of the options come from the metrics. */
export const methodTexts = defineMessages({
  zh: {
    title: '计算方法',
    treat: '极端值',
    miss: '缺失值',
    n: '标准化',
    wt: '权重来自',
    agg: '合成',
    grade: '分级',
    group: '分组',
    byPreset: (name: string) => `按方案（${name}）`,
    draws: '抽样次数',
    conc: '抽样权重离所选权重',
    near: (c: string) => `集中度 ${c}`,
    any: '任意权重',
    seed: '随机种子',
    help: '各选项的说明',
    noGroup: '不分组',
    byType: '按类型',
    drawNote: '名次区间由随机权重得到；次数、集中度和种子相同，结果就相同。',
    concNote:
      '集中度越大，抽到的权重离所选权重越近；30 时一项 50 % 的权重约在 41 %–59 % 之间（一个标准差）。',
    weightsFromData: '权重由数据算出，下面的占比是结果；要自己定权重，请把“权重来自”改回指定权重。',
    groupNote: '按组排名，并让按组填补、与同类均值之比这类规则可用。',
  },
  en: {
    title: 'Method',
    treat: 'Outliers',
    miss: 'Missing values',
    n: 'Normalisation',
    wt: 'Weights from',
    agg: 'Aggregation',
    grade: 'Grades',
    group: 'Groups',
    byPreset: (name: string) => `As the preset (${name})`,
    draws: 'Draws',
    conc: 'Drawn weights',
    near: (c: string) => `concentration ${c}`,
    any: 'any weights',
    seed: 'Seed',
    help: 'What the options mean',
    noGroup: 'none',
    byType: 'by type',
    drawNote:
      'Rank intervals come from random weights; the same draws, concentration and seed give the same.',
    concNote:
      'The higher the concentration, the nearer the drawn weights are; at 30 a weight of 50 % lies at about 41–59 % (one standard deviation).',
    weightsFromData:
      'The weights are computed from the data and the shares below are the result; choose given weights to set them.',
    groupNote: 'Ranks within groups, and lets rules by group be used.',
  },
})

interface Words {
  readonly name: string
  readonly note: string
}

const OWN: Readonly<Record<Locale, Readonly<Record<string, Words>>>> = {
  zh: {
    'treat no': { name: '不处理', note: '照原样使用，极端值可能压缩其他园区的差距。' },
    'treat jrc': {
      name: '检验并缩尾',
      note: '偏度超过 2 且峰度超过 3.5 时，把最多 5 个极端值移到相邻值，仍不够则取对数；逐格列出。',
    },
    'grade no': { name: '不分级', note: '只有名次。' },
    'grade quarters': {
      name: '四级（25/45/25/5）',
      note: 'A 到 25 %，B 到 70 %，C 到 95 %，D 最后 5 %；少于 5 个园区不分级。',
    },
    'grade fifths': {
      name: '四级（20/30/其余/5）',
      note: 'A 前 20 %，B 其后 30 %，D 最后 5 %，其余 C；少于 5 个园区不分级。',
    },
    'n mm1': {
      name: '极差标准化（1–100）',
      note: '最差为 1，最好为 100：供要求分数为正的几何平均、调和平均使用。',
    },
  },
  en: {
    'treat no': {
      name: 'left as they are',
      note: 'An extreme value may squeeze all others together.',
    },
    'treat jrc': {
      name: 'tested and winsorised',
      note: 'Beyond skewness 2 and kurtosis 3.5, up to five extreme values move to their neighbour, else logarithms; each cell is listed.',
    },
    'grade no': { name: 'none', note: 'Ranks only.' },
    'grade quarters': {
      name: 'four (25/45/25/5)',
      note: 'A to 25 %, B to 70 %, C to 95 %, D the last 5 %; none with fewer than five zones.',
    },
    'grade fifths': {
      name: 'four (20/30/rest/5)',
      note: 'A the first 20 %, B the next 30 %, D the last 5 %, C the rest; none with fewer than five zones.',
    },
    'n mm1': {
      name: 'min–max (1–100)',
      note: 'Worst 1, best 100: for geometric and harmonic means, which need scores above 0.',
    },
  },
}

const LISTS: readonly (readonly [
  ChoiceKey,
  Readonly<Record<string, unknown>>,
  readonly MethodOption<string>[],
])[] = [
  ['n', NORMALISE_CODES, NORMALISE_OPTIONS],
  ['miss', GAP_CODES, GAP_OPTIONS],
  ['wt', WEIGH_CODES, WEIGHT_OPTIONS],
  ['agg', AGGREGATE_CODES, AGGREGATE_OPTIONS],
]

function kindOf(rule: unknown): unknown {
  return typeof rule === 'object' && rule !== null ? Reflect.get(rule, 'kind') : rule
}

/** The name of an option of the chooser, and in a sentence what it does and when it misleads. */
export function optionWords(key: ChoiceKey, code: string, locale: Locale): Words {
  const own = OWN[locale][`${key} ${code}`]
  if (own) return own
  const [, codes, options] = LISTS.find(([list]) => list === key) ?? []
  const found = options?.find(({ id }) => id === kindOf(codes?.[code]))
  return { name: found?.name[locale] ?? code, note: found?.note[locale] ?? '' }
}

/** The name of a rule that a method has, whether the chooser offers it or not. */
export function ruleName(key: ChoiceKey, rule: unknown, locale: Locale): string {
  const [, , options] = LISTS.find(([list]) => list === key) ?? []
  const kind = kindOf(rule)
  return options?.find(({ id }) => id === kind)?.name[locale] ?? String(kind)
}
