import { isFooterText, totalKind } from './words.ts'

/** A name, as far as its text tells. */
export const NAME = 0
export const BLANK = -1
export const DAMAGED = -2
export const FOOTER = -3
export const HEADER = -4
export const TOTAL = -5
export const SUBTOTAL = -6
export const AVERAGE = -7

/** What a text in the column of zones stands for: a name, or one of the marks above. */
export function judgeAnchor(text: string, damaged: boolean, header: string): number {
  if (text === '') return BLANK
  if (isFooterText(text)) return FOOTER
  if (damaged) return DAMAGED
  if (header !== '' && text === header) return HEADER
  const kind = totalKind(text)
  if (kind === null) return NAME
  return kind === 'total' ? TOTAL : kind === 'subtotal' ? SUBTOTAL : AVERAGE
}
