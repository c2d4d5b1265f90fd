import type { SupplyDecisionAnswer } from '@permu/api/client'
import { formatNumber, formatQuantity } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import { reasonText } from '#lib/i18n/reasons.ts'

interface Figure {
  readonly value: number | null
  readonly unit: string | null
  readonly reason: string | null
}

/** A result with the formula that gave it, the figures in their places. */
export interface Step {
  readonly id: 'granted' | 'unitPrice' | 'total' | 'investmentPenalty' | 'taxPenalty'
  readonly figure: Figure
  readonly formula: string
}

function textIn(locale: Locale) {
  return ({ value, unit, reason }: Figure): string => {
    if (value === null) return `[${reasonText(reason ?? 'not-reported', locale)}]`
    return unit === null ? formatNumber(value, locale) : formatQuantity(value, unit, { locale })
  }
}

const share = (value: number | null, locale: Locale) =>
  value === null ? '–' : `${formatNumber(value * 100, locale)}%`

/** What the rule makes of a project, each number with its formula. */
export function stepsOf(
  { rule, request, result, penalty }: SupplyDecisionAnswer,
  locale: Locale,
): Step[] {
  const text = textIn(locale)
  const { investmentRate, taxRate } = rule.rule.penalty
  const [rate, taxTimes] = [formatNumber(investmentRate, locale), formatNumber(taxRate, locale)]
  const lacking = share(penalty.investmentShortfall.value, locale)
  return [
    {
      id: 'granted',
      figure: result.granted,
      formula: `${text(request.investment)} ÷ ${text(result.required)} = ${text(result.entitled)} → ${text(result.granted)}`,
    },
    {
      id: 'unitPrice',
      figure: result.unitPrice,
      formula: `${text(request.basePrice)} × ${text(result.factor)}`,
    },
    {
      id: 'total',
      figure: result.price,
      formula: `${text(result.unitPrice)} × ${text(result.granted)}`,
    },
    {
      id: 'investmentPenalty',
      figure: penalty.investment,
      formula: `${rate} × ${lacking} × ${text(result.price)}`,
    },
    {
      id: 'taxPenalty',
      figure: penalty.tax,
      formula: `${taxTimes} × ${text(penalty.taxShortfall)} × ${text(result.granted)}`,
    },
  ]
}
