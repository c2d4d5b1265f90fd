const NUMBER = /^[+\-＋－]?[\d０-９.,，．\s]+(e[+-]?\d+)?[%％‰]?$/iu
const SIGNED = /^[+\-＋－]/u
/** What a spreadsheet may take away before it looks at the first sign. */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}]+/u
const DASHES = /^[-－—–\s]+$/u

/**
 * Whether a spreadsheet would run a cell of a file as a formula (OWASP). A number with a sign and a
 * dash that stands for nothing are not formulas.
 */
export function isFormula(text: string): boolean {
  if (/^[\t\r\n]/u.test(text)) return true
  const shown = text.replace(INVISIBLE, '')
  if (/^[=@＝＠]/u.test(shown)) return true
  return SIGNED.test(shown) && !NUMBER.test(shown) && !DASHES.test(shown)
}
