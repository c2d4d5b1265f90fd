import { addressOf, textParam } from '#lib/address.ts'
import { escapeId, joinIds, splitIds, unescapeId } from '#lib/id-list.ts'
import {
  NO_FIGURES,
  printFigure,
  readFigure,
  takesFigures,
  type Figure,
  type Figures,
} from './figures.ts'
import { readGrouping, type Grouping } from './groups.ts'
import { CHOICE_KEYS, readCode, type MethodChoices } from './options.ts'
import { printOwn, readOwn, type OwnScale } from './own-scales.ts'
import { DEFAULT_DRAWS, printDraws, readDraws, type DrawState } from './draw-state.ts'

/** One criterion as the address writes it; `better` only where it differs from the indicator's own. */
export interface Choice {
  readonly id: string
  readonly weight: number
  readonly better?: 'more' | 'less'
}

export interface Sort {
  readonly key: string
  readonly descending: boolean
}

/** The whole state of the page; what equals the default is left out of the address. */
export interface RankState extends DrawState {
  readonly period: string | null
  /** The id of a ready method. */
  readonly preset: string | null
  readonly criteria: readonly Choice[] | null
  readonly method: MethodChoices
  readonly type: string | null
  /** The figures of the normalisation, where it takes any. */
  readonly figures: Figures
  /** The exponent of a power mean. */
  readonly exponent: Figure
  /** Criteria that are normalised by rules of their own. */
  readonly own: readonly OwnScale[]
  /** Whom zones are also ranked among, which rules by group need. */
  readonly group: Grouping | null
  /** Whether ranks, grades and intervals are those within each group. */
  readonly within: boolean
  /** The zone whose rank is looked into, and the rank that it might get. */
  readonly selected: string | null
  readonly target: number | null
  readonly sort: Sort | null
  readonly pins: readonly string[]
  readonly all: boolean
}

/** What is read of an address; SvelteKit's own is read-only. */
export type Query = Pick<URLSearchParams, 'get' | 'getAll'>

export const DEFAULT_STATE: RankState = {
  ...DEFAULT_DRAWS,
  period: null,
  preset: null,
  criteria: null,
  method: { treat: null, miss: null, n: null, wt: null, agg: null, grade: null },
  type: null,
  figures: NO_FIGURES,
  exponent: null,
  own: [],
  group: null,
  within: false,
  selected: null,
  target: null,
  sort: null,
  pins: [],
  all: false,
}

/** Whether anything of the method differs from the default or the preset. */
export function hasOwnMethod(state: RankState): boolean {
  return (
    state.group !== null ||
    state.own.length > 0 ||
    CHOICE_KEYS.some((key) => state.method[key] !== null) ||
    printDraws(state).some(([, text]) => text !== null)
  )
}

/** The state with nothing chosen of the method; groups and draws stay. */
export function withoutMethod(state: RankState): RankState {
  const { method, figures, exponent, own } = DEFAULT_STATE
  return { ...state, method, figures, exponent, own }
}

const LARGEST_WEIGHT = 1_000_000

/** Reads an address; whatever cannot be understood counts as left out. */
export function parseState(params: Query): RankState {
  const preset = textParam(params, 'p')
  const criteria = criteriaFrom(params)
  const method = readMethod(params, preset)
  const group = readGrouping(params.get('g'))
  return {
    ...readDraws(params),
    ...readFigures(params, method),
    period: textParam(params, 'y'),
    preset,
    criteria,
    method,
    own: readOwn(params, criteria?.map(({ id }) => id) ?? []),
    group,
    within: group !== null && params.get('within') === '1',
    selected: textParam(params, 'sel'),
    target: readRank(params.get('to')),
    type: textParam(params, 'type'),
    sort: readSort(params.get('sort')),
    pins: splitIds([params.get('pin') ?? '']),
    all: params.get('all') === '1',
  }
}

// Figures count only beside a rule that takes them.
function readFigures(params: Query, { n, agg }: MethodChoices) {
  const of = (key: string) => readFigure(params.get(key))
  const figures: Figures = takesFigures(n) ? [of('n1'), of('n2')] : NO_FIGURES
  return { figures, exponent: takesFigures(agg) ? of('pw') : null }
}

/** The choices of the method; one that cannot be understood counts as left out. */
function readMethod(params: Query, preset: string | null): MethodChoices {
  const read = <K extends keyof MethodChoices>(key: K) => readCode(key, params.get(key), preset)
  return {
    treat: read('treat'),
    miss: read('miss'),
    n: read('n'),
    wt: read('wt'),
    agg: read('agg'),
    grade: read('grade'),
  }
}

/** The address of a state: the path, and after it only what differs from the default. */
export function printState(state: RankState, path = '/rank'): string {
  const { criteria, method, sort, pins } = state
  return addressOf(path, [
    ['y', state.period],
    ['p', state.preset],
    ['w', criteria && printCriteria(criteria)],
    ...CHOICE_KEYS.map((key) => [key, method[key]] as const),
    ...printFigures(state),
    ...printDraws(state),
    ['g', state.group],
    ['within', state.within ? '1' : null],
    ['type', state.type],
    ['sel', state.selected],
    ['to', state.target === null ? null : String(state.target)],
    ['sort', sort && printSort(sort)],
    ['pin', pins.length > 0 ? joinIds(pins) : null],
    ['all', state.all ? '1' : null],
  ])
}

function printFigures({ figures, exponent, own }: RankState): [string, string | null][] {
  return [
    ['n1', printFigure(figures[0]) || null],
    ['n2', printFigure(figures[1]) || null],
    ['pw', printFigure(exponent) || null],
    ['own', own.length > 0 ? printOwn(own) : null],
  ]
}

export function printCriteria(criteria: readonly Choice[]): string {
  return criteria
    .map(({ id, weight, better }) => [escapeId(id), String(weight), ...(better ? [better] : [])])
    .map((parts) => parts.join('.'))
    .join(',')
}

/**
 * The criteria of an address; null where it names none. The form that works without scripts sends
 * `w:id`, `b:id`, `add` and `drop` beside the list.
 */
export function criteriaFrom(params: Query): Choice[] | null {
  const list = params.get('w')
  if (list === null) return null
  const dropped = new Set(params.getAll('drop'))
  const chosen = unique(list.split(',').flatMap(readChoice))
  const kept = chosen.filter(({ id }) => !dropped.has(id)).map((choice) => overlaid(choice, params))
  const added = params.get('add')
  if (added && !kept.some(({ id }) => id === added)) kept.push({ id: added, weight: average(kept) })
  return kept
}

function overlaid(choice: Choice, params: Query): Choice {
  const typed = params.get(`w:${choice.id}`)
  const weight = typed === null || typed === '' ? NaN : Number(typed)
  const direction = params.get(`b:${choice.id}`)
  const { better: own, ...rest } = choice
  const better = direction === 'more' || direction === 'less' ? direction : own
  const turned = direction === 'own' || better === undefined ? rest : { ...rest, better }
  return isWeight(weight) ? { ...turned, weight } : turned
}

function average(choices: readonly Choice[]): number {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0)
  return total === 0 ? 1 : Math.round((total / choices.length) * 100) / 100
}

function readChoice(text: string): Choice[] {
  const match = /^([^.]+)\.(\d+(?:\.\d+)?)(?:\.(more|less))?$/u.exec(text)
  const id = unescapeId(match?.[1] ?? '')
  const weight = Number(match?.[2] ?? NaN)
  if (id === '' || !isWeight(weight)) return []
  const better = match?.[3]
  return [better === 'more' || better === 'less' ? { id, weight, better } : { id, weight }]
}

function isWeight(weight: number): boolean {
  return weight >= 0 && weight <= LARGEST_WEIGHT
}

function readRank(text: string | null): number | null {
  const rank = Number(text ?? NaN)
  return Number.isInteger(rank) && rank > 0 ? rank : null
}

function readSort(text: string | null): Sort | null {
  const match = /^([^.]+)\.(asc|desc)$/u.exec(text ?? '')
  if (!match?.[1]) return null
  return { key: unescapeId(match[1]), descending: match[2] === 'desc' }
}

export function printSort({ key, descending }: Sort): string {
  return `${escapeId(key)}.${descending ? 'desc' : 'asc'}`
}

function unique(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map((choice) => [choice.id, choice])).values()]
}
