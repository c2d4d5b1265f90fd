import { defineMessages, type Locale } from '#lib/i18n/index.ts'
import type { FigureFault } from './figures.ts'

/** The fields of rules that take figures, and what can be wrong with these. */
export const figureTexts = defineMessages({
  zh: {
    low: '下限（得 0 分）',
    high: '上限（得 100 分）',
    aim: '目标值',
    cut: '达到目标后不再加分',
    base: '基准值（得 100 分）',
    cap: '封顶倍数（可不填）',
    mean: '均值（默认 0）',
    deviation: '标准差（默认 1）',
    p: '指数 p',
    bounds: '请填下限和上限，且上限要大于下限。',
    noAim: '请填一个目标值。',
    noBase: '请填一个大于 0 的基准值。',
    badCap: '封顶倍数须大于 0；不封顶就留空。',
    badDeviation: '标准差须大于 0。',
    exponent: '请填一个不为 0 的指数，在 −100 到 100 之间；接近 0 时请用几何平均。',
  },
  en: {
    low: 'Lower bound (scores 0)',
    high: 'Upper bound (scores 100)',
    aim: 'Target',
    cut: 'No more points beyond the target',
    base: 'Base (scores 100)',
    cap: 'At most times the base (optional)',
    mean: 'Mean (0)',
    deviation: 'Deviation (1)',
    p: 'Exponent p',
    bounds: 'Give both bounds, the upper one above the lower.',
    noAim: 'Give a target.',
    noBase: 'Give a base above 0.',
    badCap: 'The cap has to be above 0; leave it empty for none.',
    badDeviation: 'The deviation has to be above 0.',
    exponent:
      'Give an exponent that is not 0, between −100 and 100; near 0 use the geometric mean.',
  },
})

const KEYS = {
  bounds: 'bounds',
  aim: 'noAim',
  base: 'noBase',
  cap: 'badCap',
  deviation: 'badDeviation',
  exponent: 'exponent',
} as const satisfies Readonly<Record<FigureFault, string>>

/** What is wrong with a figure and what to write instead. */
export const figureFaultText = (fault: FigureFault, locale: Locale): string =>
  figureTexts[locale][KEYS[fault]]
