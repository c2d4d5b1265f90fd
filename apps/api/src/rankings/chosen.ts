import type { z } from '@hono/zod-openapi'
import {
  COMPOSITE_PRESETS,
  leavesOf,
  type Aggregation,
  type CompositeMethod,
  type CompositePreset,
  type GradeRule,
  type MethodLeaf,
  type MethodNode,
  type NormaliseRule,
} from '@permu/metrics'
import type { Catalogue } from '../data/catalogue.ts'
import { findQuantities, findQuantity, type Measured } from '../data/quantities.ts'
import { done, failed, type Fault, type Outcome } from '../problem.ts'
import { parseCriteria } from './criteria.ts'
import { compositeMethod } from './method-schema.ts'
import type { MethodQuery } from './query.ts'
import { parseGrades } from './grade-text.ts'
import { withJudgements, type Judged } from './judgements.ts'
import { onScale } from './on-scale.ts'
import { parseAggregate, parseNormalise } from './rule-text.ts'

/** The method that a question names, with ids in place of names; how consistent judgements of weights are. */
export interface Chosen extends Judged {
  readonly preset: CompositePreset | null
  /** Where the question says what the method is: `/by`, `/preset` or `/method`. */
  readonly root: string
  /** Where each leaf stands in the question, from left to right. */
  readonly pointers: readonly string[]
  /** Where each branch stands, by its id. */
  readonly branches: ReadonlyMap<string, string>
}

/** Reads `by=`, `preset=` or `method=`, and what the other parameters change in it. */
export function chooseMethod(catalogue: Catalogue, query: MethodQuery): Outcome<Chosen> {
  const named = (['by', 'preset', 'method'] as const).filter((key) => query[key] !== undefined)
  if (named.length > 1) {
    const [, second = ''] = named
    const message = `Give one of by, preset and method, not ${named.join(' and ')}.`
    return failed('invalid', message, [{ pointer: `/${second}`, message }])
  }
  const base = baseOf(catalogue, query)
  if (!base.ok) return base
  const method = changed(base.value.method, query)
  if (!method.ok) return method
  const judged = withJudgements(method.value, query)
  return judged.ok ? done({ ...base.value, ...judged.value }) : judged
}

type Base = Omit<Chosen, 'consistency'>

function baseOf(catalogue: Catalogue, query: MethodQuery): Outcome<Base> {
  if (query.preset !== undefined) return fromPreset(query.preset)
  if (query.method !== undefined) return fromJson(catalogue, query.method)
  return fromList(catalogue, query.by)
}

const NONE: ReadonlyMap<string, string> = new Map()

function fromPreset(id: string): Outcome<Base> {
  const preset = COMPOSITE_PRESETS.find((it) => it.id === id)
  if (preset) {
    const { method } = preset
    const pointers = leavesOf(method.of).map(() => '/preset')
    return done({ method, preset, root: '/preset', pointers, branches: NONE })
  }
  const message = `There are: ${COMPOSITE_PRESETS.map((it) => it.id).join(', ')}.`
  return failed('invalid', `preset: no ready method is called “${id}”. ${message}`, [
    { pointer: '/preset', message },
  ])
}

function fromList(catalogue: Catalogue, by: string | undefined): Outcome<Base> {
  const asked = parseCriteria(by)
  if (!asked.ok) return asked
  const measured = findQuantities(
    catalogue,
    asked.value.map((a) => a.name),
  )
  if (!measured.ok) return measured
  const of = measured.value.map((m, i): MethodLeaf => ({
    indicator: m.id,
    weight: asked.value[i]?.weight ?? 1,
    better: asked.value[i]?.better ?? m.better,
  }))
  const pointers = of.map((_, i) => `/by/${String(i)}`)
  return done({ method: { version: 1, of }, preset: null, root: '/by', pointers, branches: NONE })
}

function parseJson(text: string): Outcome<unknown> {
  try {
    return done(JSON.parse(text))
  } catch {
    const message = 'This is not JSON.'
    return failed('invalid', `method: ${message}`, [{ pointer: '/method', message }])
  }
}

// Leaves as they come may leave the direction to the catalogue.
type AskedNode =
  | (Omit<MethodLeaf, 'better'> & { better?: MethodLeaf['better'] })
  | { id: string; weight: number; of: AskedNode[] }

type Parsed = z.infer<typeof compositeMethod>

function parseMethod(text: string): Outcome<Parsed> {
  const json = parseJson(text)
  if (!json.ok) return json
  const parsed = compositeMethod.safeParse(json.value)
  if (parsed.success) return done(parsed.data)
  return several(
    parsed.error.issues.map(({ path, message }) => {
      return { pointer: ['/method', ...path.map(String)].join('/'), message }
    }),
  )
}

function several(errors: NonNullable<Fault['errors']>): Outcome<never> {
  const [first] = errors
  return failed('invalid', `${first?.pointer ?? ''}: ${first?.message ?? ''}`, errors)
}

function fromJson(catalogue: Catalogue, text: string): Outcome<Base> {
  const parsed = parseMethod(text)
  if (!parsed.ok) return parsed
  const { of, treat, grade, ties: _, ...rest } = parsed.value
  const naming: Naming = { catalogue, pointers: [], errors: [], branches: new Map() }
  const nodes = resolve(of as AskedNode[], '/method/of', naming)
  const { errors, pointers, branches } = naming
  if (pointers.length > MOST_LEAVES) {
    const message = `At most ${String(MOST_LEAVES)} indicators.`
    errors.push({ pointer: '/method/of', message })
  }
  if (errors.length > 0) return several(errors)
  const method = { ...rest, of: nodes, ...(treat && { treat }), ...(grade && { grade }) }
  return done({ method, preset: null, root: '/method', pointers, branches })
}

const MOST_LEAVES = 60

interface Naming {
  readonly catalogue: Catalogue
  readonly pointers: string[]
  readonly errors: NonNullable<Fault['errors']>
  readonly branches: Map<string, string>
}

function resolve(nodes: readonly AskedNode[], at: string, naming: Naming): MethodNode[] {
  return nodes.flatMap((node, i): MethodNode[] => {
    const pointer = `${at}/${String(i)}`
    if ('indicator' in node) return resolveLeaf(node, pointer, naming)
    if (naming.branches.has(node.id)) {
      naming.errors.push({ pointer: `${pointer}/id`, message: `“${node.id}” is there twice.` })
    }
    naming.branches.set(node.id, pointer)
    return [{ ...node, of: resolve(node.of, `${pointer}/of`, naming) }]
  })
}

function resolveLeaf(
  leaf: Extract<AskedNode, { indicator: string }>,
  pointer: string,
  naming: Naming,
): MethodLeaf[] {
  naming.pointers.push(pointer)
  const found: Measured | null = findQuantity(naming.catalogue, leaf.indicator)
  if (found) return [{ ...leaf, indicator: found.id, better: leaf.better ?? found.better }]
  const message = `No indicator or field is called “${leaf.indicator}”.`
  naming.errors.push({ pointer: `${pointer}/indicator`, message })
  return []
}

interface Texts {
  readonly aggregate: Aggregation | null
  readonly normalise: NormaliseRule | null
  readonly grade: GradeRule | null
}

function parseTexts(query: MethodQuery): Outcome<Texts> {
  const aggregate = optional(query.aggregate, parseAggregate)
  if (!aggregate.ok) return aggregate
  const normalise = optional(query.normalise, parseNormalise)
  if (!normalise.ok) return normalise
  const grade = optional(query.grades, parseGrades)
  if (!grade.ok) return grade
  const { value } = aggregate
  return done({ aggregate: value, normalise: normalise.value, grade: grade.value })
}

/** The method with what the single parameters put in place of its own rules. */
function changed(method: CompositeMethod, query: MethodQuery): Outcome<CompositeMethod> {
  const texts = parseTexts(query)
  if (!texts.ok) return texts
  const { normalise, grade } = texts.value
  const measured = onScale(texts.value.aggregate ?? method.aggregate, normalise)
  if (!measured.ok) return measured
  const aggregate = measured.value
  const scale = normalise ?? method.normalise ?? usualScale(aggregate ?? method.aggregate)
  return done({
    ...treated(method, query.treat),
    ...(aggregate && { aggregate }),
    ...(scale && { normalise: scale }),
    ...(grade && { grade }),
    ...ownWords(query),
  })
}

const ownWords = ({ weigh, missing, screen }: MethodQuery) => ({
  ...(weigh && { weigh }),
  ...(missing && { gaps: missing }),
  ...(screen !== undefined && { screen }),
})

function treated(method: CompositeMethod, rule: MethodQuery['treat']): CompositeMethod {
  if (rule === undefined) return method
  const { treat: _, ...rest } = method
  return rule === 'jrc' ? { ...rest, treat: {} } : rest
}

function optional<T>(
  text: string | undefined,
  parse: (text: string) => Outcome<T>,
): Outcome<T | null> {
  return text === undefined ? done(null) : parse(text)
}

// A mean that asks for values above 0 cannot follow a scale whose worst value is 0.
function usualScale(aggregate: Aggregation | undefined) {
  const positive = aggregate && ['geometric', 'harmonic', 'power'].includes(aggregate.kind)
  return positive ? ({ kind: 'min-max', to: [1, 100] } as const) : null
}
