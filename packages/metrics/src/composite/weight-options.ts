import type { Weighing } from './method.ts'
import { option, type MethodOption } from './option.ts'

/** Where weights come from. */
export const WEIGHT_OPTIONS: readonly MethodOption<Weighing>[] = [
  option('given', ['指定权重', 'given'], ['按方法中给出的权重。', 'The weights of the method.']),
  option('equal', ['等权', 'equal'], ['各指标权重相同。', 'The same for all indicators.']),
  option(
    'entropy',
    ['熵权法', 'entropy'],
    [
      '分布越不均权重越大；全部越大越好且不为负时用原始数据，否则先极差标准化。',
      'More for what is uneven; of raw values if more is good throughout and none is below 0, else on min–max.',
    ],
  ),
  option(
    'entropy-raw',
    ['熵权法（原始数据）', 'entropy of raw values'],
    [
      '按原始数据计算比重，不论越大越好还是越小越好；要求不为负。',
      'Shares of the raw values whichever way is good; needs values of 0 or more.',
    ],
  ),
  option(
    'entropy-min-max',
    ['熵权法（极差标准化）', 'entropy on min–max'],
    [
      '先按方向极差标准化到 0–1 再计算比重。',
      'Shares of values put on 0–1 by their direction first.',
    ],
  ),
  option(
    'critic',
    ['CRITIC', 'CRITIC'],
    [
      '离散大且与其他指标不重复者权重大；先按方向极差标准化。',
      'More for what varies and does not repeat the others, on min–max by direction.',
    ],
  ),
  option(
    'deviation',
    ['标准差法', 'standard deviation'],
    ['离散大者权重大；先极差标准化。', 'More for what varies, on min–max.'],
  ),
  option(
    'deviation-raw',
    ['标准差法（原始数据）', 'standard deviation of raw values'],
    [
      '按原始数据的标准差；只适用于单位和量级相同的指标。',
      'By the deviation of raw values: for criteria of one unit and size only.',
    ],
  ),
  option(
    'merec',
    ['MEREC', 'MEREC'],
    [
      '去掉后影响大者权重大；要求全部为正。',
      'More for what changes much when taken away; needs values above 0.',
    ],
  ),
  option(
    'pca',
    ['主成分', 'principal component'],
    [
      '按第一主成分载荷的绝对值，不旋转；负载荷难以解释。',
      'By the size of the loadings on the first component, not rotated; negative ones are hard to justify.',
    ],
  ),
]
