import type { z } from '@hono/zod-openapi'
import { GRADE_RULES, type Aggregation, type GradeRule, type NormaliseRule } from '@permu/metrics'
import { failed, done, type Outcome } from '../problem.ts'
import { aggregation, normaliseRule } from './method-schema.ts'

/** Rules as a query writes them: a name, and its figures after colons. */

type Words = readonly string[]

const figure = (text: string | undefined) =>
  text === undefined || text.trim() === '' ? Number.NaN : Number(text)

const span = ([low, high]: Words) => (low === undefined ? {} : { to: [figure(low), figure(high)] })

const NORMALISE: Readonly<Record<string, (figures: Words) => object>> = {
  'min-max': span,
  percentile: span,
  'z-score': ([mean, deviation]) => ({
    ...(mean !== undefined && { mean: figure(mean), deviation: figure(deviation ?? '1') }),
  }),
  goalposts: ([low, high]) => ({ low: figure(low), high: figure(high) }),
  target: ([target]) => ({ target: figure(target) }),
  base: ([base]) => ({ base: figure(base) }),
  norm: ([centre = 'group-mean']) => ({ centre }),
}

const AGGREGATE: Readonly<Record<string, (figures: Words) => object>> = {
  power: ([p]) => ({ p: figure(p) }),
  topsis: ([normalise]) => ({ ...(normalise !== undefined && { normalise }) }),
  'mazziotta-pareto': ([penalty]) => ({ ...(penalty !== undefined && { penalty }) }),
  coupling: ([formula]) => ({ ...(formula !== undefined && { formula }) }),
}

interface Reading<T> {
  readonly name: string
  readonly rules: Readonly<Record<string, (figures: Words) => object>>
  readonly schema: z.ZodType<T>
}

function parseRule<T>({ name, rules, schema }: Reading<T>, text: string): Outcome<T> {
  const [kind = '', ...figures] = text.split(':')
  const read = Object.hasOwn(rules, kind) ? rules[kind] : undefined
  const parsed = schema.safeParse({ kind, ...read?.(figures) })
  const extra = figures.length > 0 && read === undefined
  if (parsed.success && !extra) return done(parsed.data)
  const message = parsed.success ? `${kind} takes no figures` : firstIssue(parsed.error)
  return failed('invalid', `${name}: “${text}” is no rule: ${message}.`, [
    { pointer: `/${name}`, message },
  ])
}

function firstIssue({ issues: [issue] }: z.ZodError): string {
  const place = issue?.path.join('.') ?? ''
  return `${place}${place && ': '}${issue?.message ?? ''}`
}

/** `min-max:1:100`, `goalposts:0:50`, `norm:group-median`, … */
export const parseNormalise = (text: string): Outcome<NormaliseRule> =>
  parseRule({ name: 'normalise', rules: NORMALISE, schema: normaliseRule }, text)

/** `geometric`, `power:0.5`, `topsis:min-max`, … */
export const parseAggregate = (text: string): Outcome<Aggregation> =>
  parseRule({ name: 'aggregate', rules: AGGREGATE, schema: aggregation }, text)

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

/** A rule as a query writes it; the form without figures where they are the usual ones. */
export const normaliseText = (rule: NormaliseRule): string =>
  withFigures(rule.kind, figuresOf(rule))

function figuresOf(rule: NormaliseRule): readonly (string | number)[] {
  switch (rule.kind) {
    case 'min-max':
    case 'percentile':
      return rangeFigures(rule.to)
    case 'z-score':
      return zFigures(rule)
    case 'goalposts':
      return [rule.low, rule.high]
    case 'target':
      return [rule.target]
    case 'base':
      return [rule.base]
    case 'norm':
      return [rule.centre]
    default:
      return []
  }
}

const withFigures = (kind: string, figures: readonly (string | number)[]) =>
  [kind, ...figures].join(':')

const rangeFigures = ([low, high]: readonly [number, number] = [0, 100]) =>
  low === 0 && high === 100 ? [] : [low, high]

const zFigures = ({ mean = 0, deviation = 1 }: { mean?: number; deviation?: number }) =>
  mean === 0 && deviation === 1 ? [] : [mean, deviation]

/** An aggregation as a query writes it. */
export function aggregateText(rule: Aggregation): string {
  switch (rule.kind) {
    case 'power':
      return withFigures(rule.kind, [rule.p])
    case 'topsis':
      return withFigures(rule.kind, rule.normalise === 'min-max' ? ['min-max'] : [])
    case 'mazziotta-pareto':
      return withFigures(rule.kind, rule.penalty === 'plus' ? ['plus'] : [])
    case 'coupling':
      return withFigures(
        rule.kind,
        rule.formula && rule.formula !== 'standard' ? [rule.formula] : [],
      )
    default:
      return rule.kind
  }
}
