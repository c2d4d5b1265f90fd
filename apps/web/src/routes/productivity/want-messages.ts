import { defineMessages } from '#lib/i18n/index.ts'

/** What has still to be chosen before anything is computed. */
export const wantTexts = defineMessages({
  zh: {
    sides: '请至少选一项投入和一项产出。',
    'one-output': '柯布–道格拉斯只用一项产出：请只留一项。',
    deflator: '请选一个价格指数字段；不选就不平减，也就不算。',
    index: '请给每一期填一个大于 0 的价格指数。',
    elasticities: '弹性要么每项投入都给，要么全部留空由数据估计。',
    worth: '有两项以上的投入（或产出）时，请给每项选一个成本（或收入）字段。',
  },
  en: {
    sides: 'Choose one input and one output at least.',
    'one-output': 'Cobb–Douglas has one output: keep one.',
    deflator: 'Choose a field with a price index; without one nothing is deflated, nor computed.',
    index: 'Give a price index above 0 for every period.',
    elasticities: 'Give an elasticity for every input, or leave all empty to estimate them.',
    worth: 'With two or more inputs (or outputs), choose a field of cost (or revenue) for each.',
  },
})
