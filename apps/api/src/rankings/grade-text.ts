import { GRADE_RULES, type GradeRule } from '@permu/metrics'
import { done, failed, type Outcome } from '../problem.ts'

/** Rules for grades as a query writes them. */

const TERM = /^(?<grade>[^:]{1,20}?)(?::(?<count>[fcrs]?)(?<number>-?\d+(?:\.\d+)?)|:rest)?$/u
const COUNTS = { f: 'floor', c: 'ceil', r: 'round' } as const

interface GradeTerm {
  readonly grade: string
  readonly count: string
  readonly number: number | null
}

function gradeTerms(text: string): GradeTerm[] | null {
  const terms = text.split(',').map((term) => TERM.exec(term.trim())?.groups)
  if (terms.some((groups) => groups === undefined)) return null
  return terms.map((groups) => ({
    grade: groups?.['grade'] ?? '',
    count: groups?.['count'] ?? '',
    number: groups?.['number'] === undefined ? null : Number(groups['number']),
  }))
}

const isCount = (count: string): count is keyof typeof COUNTS => count in COUNTS

function ruleOf(terms: readonly GradeTerm[]): GradeRule | null {
  const given = terms.filter(({ number }) => number !== null)
  if (given.length === 0) return null
  if (given.every(({ count }) => count === '') && given.length === terms.length) {
    return {
      kind: 'cumulative',
      grades: terms.map(({ grade, number }) => ({ grade, to: (number ?? 0) / 100 })),
    }
  }
  if (given.every(({ count }) => count === 's') && given.length === terms.length) {
    return {
      kind: 'score',
      classes: terms.map(({ grade, number }) => ({ grade, from: number ?? 0 })),
    }
  }
  if (!given.every(({ count }) => isCount(count))) return null
  return {
    kind: 'quota',
    grades: terms.map(({ grade, count, number }) =>
      number === null || !isCount(count)
        ? { grade }
        : { grade, share: number / 100, count: COUNTS[count] },
    ),
  }
}

/** `A:25,B:70,C:95,D:100` (cumulative), `A:f20,B:f30,C:rest,D:c5` (shares), `A:s80,B:s0` (scores). */
export function parseGrades(text: string): Outcome<GradeRule> {
  if (text === 'quarters' || text === 'fifths') return done(GRADE_RULES[text])
  const terms = gradeTerms(text)
  const rule = terms && ruleOf(terms)
  if (rule) return done(rule)
  const message =
    'Write A:25,B:70,C:95,D:100 (cumulative per cent), A:f20,B:f30,C:rest,D:c5 (shares, one grade taking the rest) or A:s80,B:s60,C:s0 (scores).'
  return failed('invalid', `grades: “${text}” cannot be read. ${message}`, [
    { pointer: '/grades', message },
  ])
}
