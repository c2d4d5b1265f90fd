import type { NormaliseRule } from '../normalise/rule.ts'
import type { GapRule } from '../treat/impute.ts'
import type { Aggregation } from './method.ts'
import { option, type MethodOption } from './option.ts'

/** How missing values are treated. */
export const GAP_OPTIONS: readonly MethodOption<GapRule>[] = [
  option(
    'exclude',
    ['不参与排名', 'not ranked'],
    ['缺少任何一项指标的区不参与排名。', 'A zone that lacks an indicator is not ranked.'],
  ),
  option(
    'reweight',
    ['权重重新分配', 'weights shared'],
    [
      '缺失指标的权重按比例分给同级其他指标；可能让避开弱项的区占便宜。',
      'The weight of a gap goes to its siblings; it can favour who leaves out a weakness.',
    ],
  ),
  option(
    'mean',
    ['均值填补', 'mean'],
    ['以全部区的均值填补，逐格列出。', 'Filled with the mean of all zones; each cell is listed.'],
  ),
  option(
    'median',
    ['中位数填补', 'median'],
    [
      '以全部区的中位数填补，逐格列出；不受极端值影响。',
      'Filled with the median of all zones, which outliers do not move; each cell is listed.',
    ],
  ),
  option(
    'group-mean',
    ['组内均值填补', 'group mean'],
    [
      '以同组的均值填补；组内无数据则仍为缺失。',
      'Filled with the mean of the own group; stays missing where the group has none.',
    ],
  ),
  option(
    'group-median',
    ['组内中位数填补', 'group median'],
    [
      '以同组的中位数填补；组内无数据则仍为缺失。',
      'Filled with the median of the own group; stays missing where the group has none.',
    ],
  ),
]

/** How values become comparable. */
export const NORMALISE_OPTIONS: readonly MethodOption<NormaliseRule['kind']>[] = [
  option(
    'min-max',
    ['极差标准化', 'min–max'],
    [
      '最差为 0，最好为 100；一个极端值会压缩其他区的差距。',
      'Worst 0, best 100; one extreme value squeezes all others together.',
    ],
  ),
  option(
    'z-score',
    ['Z 分数', 'z-score'],
    ['距均值几个样本标准差。', 'Sample standard deviations from the mean.'],
  ),
  option(
    'percentile',
    ['百分位', 'percentile'],
    [
      '比多少比例的其他区好；只看次序，不看差距。',
      'The share of other zones that are worse; order only, not distance.',
    ],
  ),
  option('rank', ['位次', 'rank'], ['最差为 1；只看次序。', 'Worst is 1; order only.']),
  option(
    'borda',
    ['波达计数', 'Borda'],
    ['比多少个区好；只看次序。', 'How many zones are worse; order only.'],
  ),
  option(
    'goalposts',
    ['固定上下限', 'goalposts'],
    [
      '在两个固定值之间线性计分，超出截断；年份之间可比。',
      'Linear between two fixed values, cut off beyond; years compare.',
    ],
  ),
  option(
    'target',
    ['目标距离', 'distance to target'],
    ['从最差到目标走了多少。', 'How much of the way from the worst value to the target.'],
  ),
  option(
    'best',
    ['与最优距离', 'distance to the best'],
    ['从最差到最好走了多少，0–1。', 'How much of the way from the worst to the best, 0–1.'],
  ),
  option(
    'max',
    ['占最大值比', 'share of the largest'],
    ['除以最大值；要求不为负。', 'Divided by the largest value; needs values of 0 or more.'],
  ),
  option(
    'vector',
    ['向量归一', 'vector'],
    ['除以平方和的平方根。', 'Divided by the Euclidean norm.'],
  ),
  option(
    'sum',
    ['占总和比', 'share of the sum'],
    ['除以总和；要求不为负。', 'Divided by the sum; needs values of 0 or more.'],
  ),
  option(
    'linear',
    ['线性比例', 'linear'],
    [
      '越大越好时除以最大值，越小越好时以最小值除以它。',
      'Value ÷ largest, or smallest ÷ value where less is better.',
    ],
  ),
  option(
    'base',
    ['与基准值之比', 'value over base'],
    [
      '除以公布的基准值再乘 100；基准逐年调整时不同年份不可比。',
      '100 × value ÷ a published base; years compare on one base only.',
    ],
  ),
  option(
    'norm',
    ['与同类均值之比', 'value over the group’s norm'],
    [
      '除以同组的均值或中位数再乘 100；消除行业结构的影响。',
      '100 × value ÷ the mean or median of the group; takes industry mix out.',
    ],
  ),
]

/** How indicators become one score. */
export const AGGREGATE_OPTIONS: readonly MethodOption<Aggregation['kind']>[] = [
  option(
    'arithmetic',
    ['加权算术平均', 'arithmetic mean'],
    ['长处可以完全抵消短处。', 'Strengths make up for weaknesses in full.'],
  ),
  option(
    'geometric',
    ['加权几何平均', 'geometric mean'],
    [
      '短处只能部分抵消；要求分数为正。',
      'Weaknesses are made up for in part; needs scores above 0.',
    ],
  ),
  option(
    'harmonic',
    ['加权调和平均', 'harmonic mean'],
    ['短处影响最大；要求分数为正。', 'Weaknesses count most; needs scores above 0.'],
  ),
  option(
    'power',
    ['幂平均', 'power mean'],
    ['指数越小，短处影响越大。', 'The lower the exponent, the more weaknesses count.'],
  ),
  option(
    'copeland',
    ['Copeland', 'Copeland'],
    ['两两比较的胜负差；长处不能抵消短处。', 'Duels won less lost; strengths make up for nothing.'],
  ),
  option(
    'mazziotta-pareto',
    ['Mazziotta–Pareto', 'Mazziotta–Pareto'],
    [
      '均值减去不均衡的惩罚，各指标等权；方差除以 m − 1，调整指数（70–130）除以 m。',
      'The mean less a penalty for imbalance, all weigh the same; variance ÷ m − 1, ÷ m for the adjusted index on 70–130.',
    ],
  ),
  option(
    'topsis',
    ['TOPSIS', 'TOPSIS'],
    [
      '离最优近、离最差远；默认向量归一，用极差归一可能换第一名。',
      'Near the best and far from the worst; by vector unless said: min–max can name another winner.',
    ],
  ),
  option(
    'coupling',
    ['耦合协调度', 'coupling coordination'],
    [
      '各子系统发展水平与协调程度的合成；除非另有说明，子系统先调整到 0.01–0.99。',
      'How far subsystems are and how evenly; they are moved to 0.01–0.99 first unless said.',
    ],
  ),
]
