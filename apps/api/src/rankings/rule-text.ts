import type { z } from '@hono/zod-openapi'
import type { Aggregation, NormaliseRule } from '@permu/metrics'
import { failed, done, type Outcome } from '../problem.ts'
import { wordOf } from '../http/word.ts'
import { aggregation, normaliseRule } from './method-schema.ts'

/** Rules as a query writes them: a name, and its figures after colons. */

type Words = readonly string[]

/** What the words after a name mean, and how many there may be. */
interface Rule {
  readonly most: number
  readonly read: (figures: Words) => object
}

const figure = (text: string | undefined) =>
  text === undefined || text.trim() === '' ? Number.NaN : Number(text)

const span = ([low, high]: Words) => (low === undefined ? {} : { to: [figure(low), figure(high)] })

const NORMALISE: Readonly<Record<string, Rule>> = {
  'min-max': { most: 2, read: span },
  percentile: { most: 2, read: span },
  'z-score': {
    most: 2,
    read: ([mean, deviation]) => ({
      ...(mean !== undefined && { mean: figure(mean), deviation: figure(deviation ?? '1') }),
    }),
  },
  goalposts: {
    most: 4,
    read: ([low, high, ...to]) => ({ low: figure(low), high: figure(high), ...span(to) }),
  },
  target: {
    most: 2,
    read: ([target, cap]) => ({
      target: figure(target),
      ...(cap !== undefined && { cap: cap === 'cap' || cap }),
    }),
  },
  base: {
    most: 2,
    read: ([base, cap]) => ({ base: figure(base), ...(cap !== undefined && { cap: figure(cap) }) }),
  },
  norm: { most: 1, read: ([centre = 'group-mean']) => ({ centre }) },
}

// A word that has its own name is taken out; what is left is the other.
const flagged = (words: Words, flag: string) => ({
  has: words.includes(flag),
  rest: words.filter((word) => word !== flag),
})

const AGGREGATE: Readonly<Record<string, Rule>> = {
  power: { most: 1, read: ([p]) => ({ p: figure(p) }) },
  topsis: { most: 1, read: ([normalise]) => ({ ...(normalise !== undefined && { normalise }) }) },
  'mazziotta-pareto': {
    most: 2,
    read: (words) => {
      const { has, rest } = flagged(words, 'adjusted')
      return {
        ...(rest.length > 0 && { penalty: rest.join(':') }),
        ...(has && { adjusted: true }),
      }
    },
  },
  coupling: {
    most: 2,
    read: (words) => {
      const { has, rest } = flagged(words, 'unscaled')
      return { ...(rest.length > 0 && { formula: rest.join(':') }), ...(has && { rescale: false }) }
    },
  },
}

// The first word of a rule as people write it.
const SYNONYMS: Readonly<Record<string, string>> = {
  minmax: 'min-max',
  range: 'min-max',
  zscore: 'z-score',
  mean: 'arithmetic',
  mpi: 'mazziotta-pareto',
  ampi: 'mazziotta-pareto:adjusted',
  ccd: 'coupling',
}

interface Reading<T> {
  readonly name: string
  readonly rules: Readonly<Record<string, Rule>>
  readonly schema: z.ZodType<T>
}

function parseRule<T>({ name, rules, schema }: Reading<T>, text: string): Outcome<T> {
  const { kind, figures } = wordsOf(text)
  const rule = Object.hasOwn(rules, kind) ? rules[kind] : undefined
  const parsed = schema.safeParse({ kind, ...rule?.read(figures) })
  const most = rule?.most ?? 0
  if (parsed.success && figures.length <= most) return done(parsed.data)
  const message = parsed.success ? `${kind} takes ${mostText(most)}` : firstIssue(parsed.error)
  return failed('invalid', `${name}: “${text}” is no rule: ${message}.`, [
    { pointer: `/${name}`, message },
  ])
}

function wordsOf(text: string): { kind: string; figures: Words } {
  const [first = '', ...words] = text.split(':')
  const [kind = '', ...own] = wordOf(first, SYNONYMS).split(':')
  return { kind, figures: [...own, ...words] }
}

const mostText = (most: number) => (most === 0 ? 'no figures' : `at most ${String(most)}`)

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
      return [rule.low, rule.high, ...rangeFigures(rule.to)]
    case 'target':
      return rule.cap ? [rule.target, 'cap'] : [rule.target]
    case 'base':
      return rule.cap === undefined ? [rule.base] : [rule.base, rule.cap]
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

const unusual = (choice: string | undefined, usual: string) =>
  choice === undefined || choice === usual ? [] : [choice]

/** An aggregation as a query writes it. */
export function aggregateText(rule: Aggregation): string {
  switch (rule.kind) {
    case 'power':
      return withFigures(rule.kind, [rule.p])
    case 'topsis':
      return withFigures(rule.kind, unusual(rule.normalise, 'vector'))
    case 'mazziotta-pareto':
      return withFigures(rule.kind, [
        ...unusual(rule.penalty, 'minus'),
        ...(rule.adjusted ? ['adjusted'] : []),
      ])
    case 'coupling':
      return withFigures(rule.kind, [
        ...unusual(rule.formula, 'standard'),
        ...(rule.rescale === false ? ['unscaled'] : []),
      ])
    default:
      return rule.kind
  }
}
