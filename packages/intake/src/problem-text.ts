import type { Problem } from './problem.ts'
import { ENGLISH } from './problem-text-en.ts'
import { CHINESE } from './problem-text-zh.ts'
import { wordsOfKind } from './problem-text-kinds.ts'

/** What a problem says to a person, and what would mend it. */
export interface ProblemWords {
  message: string
  hint: string
}

/** A problem in plain words; texts and numbers found are put in their places. */
export function problemText(problem: Problem, lang: 'zh' | 'en'): ProblemWords {
  const catalogue = lang === 'zh' ? CHINESE : ENGLISH
  const [message, hint] = wordsOfKind(problem, lang) ?? catalogue[problem.code]
  const values: Record<string, string | number> = {
    text: problem.text ?? '',
    header: problem.header ?? '',
    row: problem.row ?? '',
    column: problem.column ?? '',
    byte: problem.byte ?? '',
    ...problem.params,
  }
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''))
  return { message: fill(message), hint: fill(hint) }
}
