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
    treat: '极端值',
    miss: '缺失值',
    n: '标准化',
    wt: '权重来自',
    agg: '合成',
    grade: '分级',
    byPreset: (name: string) => `按方案（${name}）`,
    draws: '抽样次数',
    conc: '抽样权重离所选权重',
    near: (c: string) => `集中度 ${c}`,
    any: '任意权重',
    seed: '随机种子',
    help: '各选项的说明',
    drawNote: '名次区间由随机权重得到；次数、集中度和种子相同，结果就相同。',
    concNote:
      '集中度越大，抽到的权重离所选权重越近；30 时一项 50 % 的权重约在 41 %–59 % 之间（一个标准差）。',
    own: '各指标自己的标准化',
    ownNote:
      '个别指标可以另用一种标准化，例如亩均税收除以公布的基准值，其余照上面的规则。数值用该指标的单位。',
    asAll: '同上面的规则',
  },
  en: {
    treat: 'Outliers',
    miss: 'Missing values',
    n: 'Normalisation',
    wt: 'Weights from',
    agg: 'Aggregation',
    grade: 'Grades',
    byPreset: (name: string) => `As the preset (${name})`,
    draws: 'Draws',
    conc: 'Drawn weights',
    near: (c: string) => `concentration ${c}`,
    any: 'any weights',
    seed: 'Seed',
    help: 'What the options mean',
    drawNote:
      'Rank intervals come from random weights; the same draws, concentration and seed give the same.',
    concNote:
      'The higher the concentration, the nearer the drawn weights are; at 30 a weight of 50 % lies at about 41–59 % (one standard deviation).',
    own: 'Normalisation by criterion',
    ownNote:
      'A criterion can have a rule of its own, such as tax per mu over a published base, while the others follow the rule above. Figures are in the unit of the criterion.',
    asAll: 'as the rule above',
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
    'n norm': {
      name: '与同类均值之比',
      note: '除以同组园区的均值再乘 100：100 是组里的平均，先在下面选分组。消除行业结构的影响。',
    },
    'n normd': {
      name: '与同类中位数之比',
      note: '除以同组园区的中位数再乘 100：不受组里个别极端值影响，先在下面选分组。',
    },
    'n goal': {
      name: '固定上下限',
      note: '自己定下限（0 分）和上限（100 分），中间按比例，超出截断；年份之间可比。对每项指标都用同一组数，单位不同就请在下面逐项设。',
    },
    'n target': {
      name: '目标距离',
      note: '从最差的园区到目标值走了百分之几：0 是最差，1 是达到目标。目标值须优于最差值。',
    },
    'n base': {
      name: '与基准值之比',
      note: '除以公布的基准值再乘 100；可以设封顶倍数，免得一项太高盖过其他。基准换了，年份就不可比。',
    },
    'n z': {
      name: 'Z 分数',
      note: '距均值几个标准差。可改写均值和标准差，如 100 和 10，名次不变，只是分数好读。',
    },
    'agg pow': {
      name: '幂平均',
      note: '指数 p 定多大程度上让短处说话：1 是算术平均，−1 是调和平均，p 越小短处影响越大，p 大于 1 时长处占便宜。要求分数为正。',
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
    'n norm': {
      name: 'value over the group’s mean',
      note: '100 × value ÷ the mean of the group: 100 is its average; choose groups below. Takes the industry mix out.',
    },
    'n normd': {
      name: 'value over the group’s median',
      note: '100 × value ÷ the median of the group, which single extremes do not move; choose groups below.',
    },
    'n goal': {
      name: 'goalposts',
      note: 'Linear between a lower bound (0) and an upper one (100) of your own, cut off beyond; years compare. The same figures hold for every criterion: where units differ, set them by criterion below.',
    },
    'n target': {
      name: 'distance to target',
      note: 'How much of the way from the worst zone to the target: 0 is the worst, 1 is there. The target has to be better than the worst value.',
    },
    'n base': {
      name: 'value over a base',
      note: '100 × value ÷ a published base; a cap keeps one high value from outweighing the rest. Years compare on one base only.',
    },
    'n z': {
      name: 'z-score',
      note: 'Standard deviations from the mean. Another mean and deviation, such as 100 and 10, change how scores read, not the ranks.',
    },
    'agg pow': {
      name: 'power mean',
      note: 'The exponent p says how much weaknesses count: 1 is the arithmetic mean, −1 the harmonic; the lower p, the more weaknesses count, and above 1 strengths gain. Needs scores above 0.',
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
