import type { Aggregation, NormaliseRule } from '@permu/metrics'
import type { Locale } from '#lib/i18n/index.ts'
import { ruleName } from './method-messages.ts'

/** A rule of normalisation by its name and the figures that it has. */
export function scaleWords(rule: NormaliseRule, locale: Locale): string {
  return [ruleName('n', rule, locale), figuresText(rule)].filter(Boolean).join(' ')
}

/** An aggregation by its name, with the exponent of a power mean. */
export function aggregateWords(rule: Aggregation, locale: Locale): string {
  const own = rule.kind === 'power' ? ` p = ${String(rule.p)}` : ''
  return ruleName('agg', rule, locale) + own
}

const range = (ends: readonly [number, number] | undefined) => (ends ? ends.join('–') : '')

function figuresText(rule: NormaliseRule): string {
  switch (rule.kind) {
    case 'min-max':
    case 'percentile':
      return range(rule.to)
    case 'goalposts':
      return range([rule.low, rule.high])
    case 'target':
      return rule.cap ? `${String(rule.target)} (≤ 1)` : String(rule.target)
    case 'base':
      return rule.cap === undefined
        ? String(rule.base)
        : `${String(rule.base)} (≤ ${String(rule.cap)} ×)`
    case 'z-score':
      return zText(rule)
    default:
      return ''
  }
}

function zText({ mean = 0, deviation = 1 }: { mean?: number; deviation?: number }): string {
  return mean === 0 && deviation === 1 ? '' : `${String(mean)} ± ${String(deviation)}`
}
