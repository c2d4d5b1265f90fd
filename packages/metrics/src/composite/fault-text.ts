import type { Text } from '../field.ts'
import type { CompositeFault } from './result.ts'

/** What each fault says, and what to do about it. */
export const COMPOSITE_FAULTS: Readonly<Record<CompositeFault['error'], Text>> = {
  'no-criteria': {
    zh: '这一级没有任何指标：请至少选一个。',
    en: 'There is no indicator at this node: choose at least one.',
  },
  'weights-all-zero': {
    zh: '这一级的权重全部为 0：请至少给一个正权重。',
    en: 'All weights at this node are 0: give at least one a weight.',
  },
  'weight-invalid': {
    zh: '权重必须是不小于 0 的数。',
    en: 'A weight has to be a number from 0 up.',
  },
  'indicator-unknown': {
    zh: '数据里没有这项指标。',
    en: 'The data have no such indicator.',
  },
  'unit-conflict': {
    zh: '基准值的单位与数据的单位不能换算：请核对单位。',
    en: 'The unit of the base does not convert to that of the data: check both.',
  },
  'no-groups': {
    zh: '这条规则要求分组：请先选择类型、行业或产业生态圈。',
    en: 'This rule needs groups: choose a type, industry or ecosystem first.',
  },
  'negative-values': {
    zh: '有负值，这种方法不适用：可改用极差标准化或 Z 分数。',
    en: 'There are negative values, which this rule does not allow: use min–max or z-scores.',
  },
  'zero-values': {
    zh: '有 0 值且越小越好，这种方法要除以它：可改用极差标准化。',
    en: 'There are zeros where less is better, and this rule divides by them: use min–max.',
  },
  'base-invalid': {
    zh: '基准值、上下限或目标值不可用：基准值须为正，上限须大于下限，目标值须优于最差值。',
    en: 'The base, bounds or target cannot be used: a base is above 0, the upper bound above the lower, a target better than the worst value.',
  },
  'missing-values': {
    zh: '有缺失值，无法由数据计算权重：请先填补或剔除。',
    en: 'Weights cannot be computed with values missing: fill or exclude them first.',
  },
  'not-positive': {
    zh: '有不大于 0 的值，这种方法要求全部为正：几何平均可把标准化区间改为 1–100。',
    en: 'There are values of 0 or less and this rule needs more: for a geometric mean normalise to 1–100.',
  },
  'too-few-units': {
    zh: '区太少，无法计算权重：至少要 3 个。',
    en: 'There are too few zones to compute weights: three at least.',
  },
  'no-variance': {
    zh: '有指标在各区完全相同，主成分无法计算：请去掉它。',
    en: 'An indicator is the same everywhere, so that there are no components: leave it out.',
  },
  'exponent-invalid': {
    zh: '幂平均的指数不能为 0：请改用几何平均。',
    en: 'The exponent of a power mean cannot be 0: use the geometric mean.',
  },
  'too-few-systems': {
    zh: '耦合协调度至少要两个子系统。',
    en: 'Coupling coordination needs two subsystems at least.',
  },
  'outside-0-1': {
    zh: '子系统得分超出 0–100，无法计算耦合协调度：请用极差标准化。',
    en: 'A subsystem is beyond 0–100, where coupling is not defined: use min–max.',
  },
  'rest-not-one': {
    zh: '配额分级须恰有一级取其余。',
    en: 'In a quota exactly one grade takes the rest.',
  },
  'shares-invalid': {
    zh: '各级比例不可用：不能为负，合计不能超过 100%，累计比例须递增到 100%。',
    en: 'The shares of grades cannot be used: none below 0, not above 100 % in all, cumulative ones rising to 100 %.',
  },
  'classes-invalid': {
    zh: '分数线须从高到低，且至少一级。',
    en: 'Classes of scores have to descend, and there has to be one.',
  },
}
