/**
 * What a cell may be read as, found in the simplest way: its digits as an exact decimal, times a
 * power of ten that a sign or character in the cell, or nothing else, can explain.
 */

const SHIFTS: [mark: RegExp, powers: number[]][] = [
  [/%/u, [-2]],
  [/‰/u, [-3]],
  [/千万/u, [7]],
  [/百万/u, [6]],
  [/千/u, [3, 0, -1, -5]],
  [/万亿/u, [12]],
  [/万/u, [4, 1, 0, -4]],
  [/亿/u, [8, 5, 4, 0]],
]

/** A decimal as its digits, without zeros at either end, and the power of ten of the last of them. */
interface Decimal {
  negative: boolean
  digits: string
  power: number
}

function decimal(text: string, negative: boolean): Decimal {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const all = (whole + fraction).replace(/^0+/u, '')
  const digits = all.replace(/0+$/u, '')
  const power = Number(exponent) - fraction.length + (all.length - digits.length)
  return { negative: negative && digits !== '', digits, power: digits === '' ? 0 : power }
}

const NUMBER = /^[-+−¥￥$€£(\s]*(\d[\d,.\s'’]*|\.\d+)(e[-+]?\d+)?[\s%‰()\p{L}/²³]*$/iu

/** Both ways in which points and commas can be meant. */
function spellings(digits: string): string[] {
  const joined = digits.replaceAll(/[\s'’]/gu, '')
  const english = joined.replaceAll(',', '')
  const continental = joined.replaceAll('.', '').replace(',', '.')
  return [english, continental].filter((text) => /^\d*\.?\d*$/u.test(text) && /\d/u.test(text))
}

const toNumber = ({ negative, digits, power }: Decimal) =>
  digits === '' ? 0 : Number(`${negative ? '-' : ''}${digits}e${String(power)}`)

/** Every number that a cell can honestly stand for; none where it is no number. */
export function numbersOf(cell: string): number[] {
  // A footnote’s ① or ² folds into the digits before it; such a cell says no number for certain.
  if (/\p{No}/u.test(cell) || /^\s*[=＝]/u.test(cell)) return []
  const text = cell
    .normalize('NFKC')
    .replaceAll(/[\0\u200b\ufeff]/gu, '')
    .trim()
  const plain = text
    .replace(/^['’‘]+/u, '')
    .replace(/['’‘]+$/u, '')
    .trim()
  const found = NUMBER.exec(plain)
  if (found === null) return []
  const negative = /^[^\d]*[-−]/u.test(plain) || /^\(.*\)$/u.test(plain)
  const shifts = SHIFTS.flatMap(([mark, powers]) => (mark.test(plain) ? powers : []))
  return spellings(found[1] ?? '').flatMap((digits) => {
    const read = decimal(digits + (found[2] ?? ''), negative)
    return [0, ...shifts].map((shift) => toNumber({ ...read, power: read.power + shift }))
  })
}

/** Whether a number that was accepted is one that its cell says, to the last digit. */
export const isHonest = (cell: string, value: number) =>
  Number.isFinite(value) &&
  numbersOf(cell).some((number) => number === value || (number === 0 && value === 0))
