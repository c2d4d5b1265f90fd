import type { FrontierFault, FrontierReason, FrontierWarning } from '@permu/metrics'
import type { Names } from '../contract.ts'

export const REASON_WORDS: Readonly<Record<FrontierReason, Names>> = {
  'missing-value': {
    zh: '缺少一项投入或产出：既不评价，也不作为参照。',
    en: 'An input or output is missing: neither evaluated nor a peer.',
  },
  'negative-value': {
    zh: '有负值，这类模型只适用于不小于 0 的数。',
    en: 'A value is negative, and these models need values of 0 or more.',
  },
  'inputs-all-zero': {
    zh: '投入全部为 0，无法评价。',
    en: 'All inputs are 0: there is nothing to compare.',
  },
  'outputs-all-zero': {
    zh: '产出全部为 0，无法评价。',
    en: 'All outputs are 0: there is nothing to compare.',
  },
  infeasible: {
    zh: '没有别的区在这个方向上比得上它：没有超效率值，排在最前。',
    en: 'No other zone can match it in this orientation: it has no figure and stands above all.',
  },
  numerical: {
    zh: '数值上无法证明结果，因此不给出数字。',
    en: 'No answer could be proved numerically, so that none is given.',
  },
}

export const WARNING_WORDS: Readonly<Record<FrontierWarning['code'], Names>> = {
  'few-zones': {
    zh: '相对投入产出项数，区太少：很多区会并列为 1。请减少项数。',
    en: 'Few zones for so many inputs and outputs: many will tie at 1. Use fewer.',
  },
  'super-above-2': {
    zh: '超效率大于 2，请核对这些区的数据是否有误。',
    en: 'Super-efficiency above 2: check the data of these zones for errors.',
  },
  'all-zero-column': {
    zh: '这一项在所有区都是 0，不起作用。',
    en: 'This one is 0 in all zones and decides nothing.',
  },
  numerical: {
    zh: '个别区的结果在数值上无法证明，没有给出数字。',
    en: 'For some zones no answer could be proved, and none is given.',
  },
}

/** What is wrong with a question, and the parameter that says it. */
export const FAULT_WORDS: Readonly<Record<FrontierFault['error'], Names & { at: string }>> = {
  'no-inputs': { at: 'inputs', zh: '至少要一项投入。', en: 'Name at least one input.' },
  'no-outputs': { at: 'outputs', zh: '至少要一项产出。', en: 'Name at least one output.' },
  'model-unknown': { at: 'model', zh: '没有这个模型。', en: 'There is no such model.' },
  'orientation-unsupported': {
    at: 'orientation',
    zh: '这个模型没有这个方向。',
    en: 'The model has no such orientation.',
  },
  'scale-unsupported': {
    at: 'returns',
    zh: '这个模型没有这种规模报酬。',
    en: 'The model has no such returns to scale.',
  },
  'non-discretionary-unsupported': {
    at: 'fixed',
    zh: '这个模型不支持不可控投入。',
    en: 'The model knows no inputs that are fixed.',
  },
  'non-discretionary-invalid': {
    at: 'fixed',
    zh: '不可控投入必须是投入之一，且至少留一项可控。',
    en: 'What is fixed has to be an input, and at least one has to be left.',
  },
}
