import type { Readings } from './readings.ts'

const LONGEST = 40
const SKIPPED = /[\s'’\-_.,，。、·（）()]/u

/** What is typed, as it is compared: small letters, ü as v, no spaces or marks between syllables. */
export function plainQuery(query: string): string {
  return [...query.normalize('NFKC').toLowerCase().replaceAll('ü', 'v')]
    .filter((sign) => !SKIPPED.test(sign))
    .join('')
    .slice(0, LONGEST)
}

/** True where some characters in a row are typed by syllables, initials or a mix: 成都 as chengd or cd. */
export function matchesPinyin(text: string, query: string, readings: Readings): boolean {
  const wanted = plainQuery(query)
  const signs = [...text.normalize('NFKC').toLowerCase()].filter((sign) => !SKIPPED.test(sign))
  const spelled = signs.map((sign) => [sign, ...readings(sign)])
  return wanted !== '' && spelled.some((_, at) => spells(spelled, at, wanted))
}

function spells(signs: readonly (readonly string[])[], at: number, rest: string): boolean {
  if (rest === '') return true
  const forms = signs[at]
  if (!forms) return false
  if (forms.some((form) => form.startsWith(rest))) return true
  const lengths = new Set(forms.flatMap((form) => taken(form, rest)))
  return [...lengths].some((length) => spells(signs, at + 1, rest.slice(length)))
}

// A syllable is typed whole, by its first letter, or by zh, ch, sh.
function taken(form: string, rest: string): number[] {
  const initial = /^[zcs]h/u.test(form) ? 2 : 1
  return [form.length, 1, initial].filter((length) => {
    return length <= form.length && rest.startsWith(form.slice(0, length))
  })
}
