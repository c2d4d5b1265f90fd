import type { Locale } from '#lib/i18n/index.ts'
import { reasonText } from '#lib/i18n/reasons.ts'

/** What a cell of the coverage says: a number, nothing at all, or why there is none. */
export type CellState = string

const LETTERS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  value: { zh: '●', en: '●' },
  none: { zh: '·', en: '·' },
  'not-reported': { zh: '未', en: 'R' },
  'not-yet-published': { zh: '待', en: 'P' },
  'not-applicable': { zh: '不', en: 'N' },
  suppressed: { zh: '密', en: 'S' },
  unreadable: { zh: '误', en: 'U' },
  excluded: { zh: '除', en: 'E' },
}

/** One sign for a state, explained by the legend. */
export const signOf = (state: CellState, locale: Locale): string => LETTERS[state]?.[locale] ?? '?'

/** A state in words. */
export function stateText(state: CellState, locale: Locale): string {
  if (state === 'value') return locale === 'zh' ? '有数值' : 'has a number'
  if (state === 'none') return locale === 'zh' ? '没有文件提到' : 'no file says anything'
  return reasonText(state, locale)
}

/** The states that occur, numbers first, nothing last, reasons in their usual order between. */
export function statesOf(rows: readonly { readonly cells: readonly CellState[] }[]): CellState[] {
  const found = new Set(rows.flatMap(({ cells }) => cells))
  const known = ['value', ...Object.keys(LETTERS).slice(2)]
  const order = [...known, ...[...found].filter((state) => !(state in LETTERS)), 'none']
  return order.filter((state) => found.has(state))
}

const SHADES = 4

/** How full a cell is, 0 for none to 4 for all zones. */
export function shadeOf(values: number, zones: number): number {
  if (values <= 0 || zones <= 0) return 0
  if (values >= zones) return SHADES
  return Math.max(1, Math.min(SHADES - 1, Math.ceil((values / zones) * (SHADES - 1))))
}
