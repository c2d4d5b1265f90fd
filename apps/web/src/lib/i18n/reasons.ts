import type { MissingReason } from '@permu/metrics'
import type { Locale } from './index.ts'

/** Why there is no number, in a few words. */
const REASONS: Readonly<Record<MissingReason, Readonly<Record<Locale, string>>>> = {
  'not-reported': { zh: '未报送', en: 'not reported' },
  'not-yet-published': { zh: '尚未发布', en: 'not yet published' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  suppressed: { zh: '保密不公布', en: 'suppressed' },
  unreadable: { zh: '无法识别', en: 'unreadable' },
  excluded: { zh: '已排除', en: 'excluded' },
  'zero-denominator': { zh: '分母为零', en: 'denominator is zero' },
  'unit-unknown': { zh: '单位不明', en: 'unit unknown' },
  'unit-conflict': { zh: '单位不可比', en: 'units cannot be compared' },
  'out-of-domain': { zh: '超出公式适用范围', en: 'outside the range of the formula' },
}

function isReason(text: string): text is MissingReason {
  return Object.hasOwn(REASONS, text)
}

/** The text of a missing reason; a reason this page does not know yet is shown as it came. */
export function reasonText(reason: string, locale: Locale): string {
  return isReason(reason) ? REASONS[reason][locale] : reason
}

/** The reason with the fields to blame, as in `未报送： 税收`. */
export function blameText(reason: string, fields: readonly string[], locale: Locale): string {
  const text = reasonText(reason, locale)
  if (fields.length === 0) return text
  return locale === 'zh' ? `${text}：${fields.join('、')}` : `${text}: ${fields.join(', ')}`
}
