const NUMBER = /^[+\-＋－]?[\d０-９.,，．\s]+(e[+-]?\d+)?[%％‰]?$/iu
const SIGNED = /^[+\-＋－]/u
const DASHES = /^[-－—–\s]+$/u

/**
 * Whether a spreadsheet would run a cell of a file as a formula (OWASP). A number with a sign and a
 * dash that stands for nothing are not formulas.
 */
export function isFormula(text: string): boolean {
  if (/^[=@\t\r＝＠]/u.test(text)) return true
  return SIGNED.test(text) && !NUMBER.test(text) && !DASHES.test(text)
}
