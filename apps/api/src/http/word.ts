import { z } from '@hono/zod-openapi'

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s]+/gu, '-')

/** The word of a list that a text means: in any case, or by a synonym; the text itself where it means none. */
export function wordOf(text: string, synonyms: Readonly<Record<string, string>>): string {
  const asked = plain(text)
  return Object.hasOwn(synonyms, asked) ? (synonyms[asked] ?? asked) : asked
}

/** A parameter with a closed list of words; empty is as if it were left out. */
export function word<const Words extends readonly [string, ...string[]]>(
  words: Words,
  synonyms: Readonly<Record<string, Words[number]>> = {},
) {
  type Word = z.ZodType<Words[number], Words[number]>
  const read = (text: unknown) => {
    if (typeof text !== 'string') return text
    return text.trim() === '' ? undefined : wordOf(text, synonyms)
  }
  // Whoever asks by type writes the words of the list.
  return z.preprocess(read, z.enum(words).optional()) as unknown as z.ZodOptional<Word>
}
