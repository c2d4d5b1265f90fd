import type { MissingRule, Normalisation } from '@permu/metrics'

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
export interface RankState {
  readonly period: string | null
  readonly criteria: readonly Choice[] | null
  readonly normalise: Normalisation
  readonly missing: MissingRule
  readonly type: string | null
  readonly sort: Sort | null
  readonly pins: readonly string[]
  readonly all: boolean
}

/** What is read of an address; SvelteKit's own is read-only. */
export type Query = Pick<URLSearchParams, 'get' | 'getAll'>

export const NORMALISE_CODES = {
  mm: 'min-max',
  pct: 'percentile',
  z: 'z-score',
  rank: 'rank',
} as const

export const DEFAULT_STATE: RankState = {
  period: null,
  criteria: null,
  normalise: 'min-max',
  missing: 'exclude',
  type: null,
  sort: null,
  pins: [],
  all: false,
}

const VERSION = '1'
const LARGEST_WEIGHT = 1_000_000

/** Reads an address; whatever cannot be understood counts as left out. */
export function parseState(params: Query): RankState {
  return {
    period: textOf(params, 'y'),
    criteria: criteriaFrom(params),
    normalise: readNormalise(params.get('n')),
    missing: params.get('miss') === 'reweight' ? 'reweight' : 'exclude',
    type: textOf(params, 'type'),
    sort: readSort(params.get('sort')),
    pins: splitList(params.get('pin')),
    all: params.get('all') === '1',
  }
}

/** The address of a state: `/rank`, and after it only what differs from the default. */
export function printState(state: RankState): string {
  const params = new URLSearchParams()
  if (state.period !== null) params.set('y', state.period)
  if (state.criteria !== null) params.set('w', printCriteria(state.criteria))
  const code = codeOf(state.normalise)
  if (code !== 'mm') params.set('n', code)
  if (state.missing === 'reweight') params.set('miss', 'reweight')
  if (state.type !== null) params.set('type', state.type)
  if (state.sort !== null) params.set('sort', printSort(state.sort))
  if (state.pins.length > 0) params.set('pin', state.pins.map(escapeId).join(','))
  if (state.all) params.set('all', '1')
  const rest = params.toString()
  return rest === '' ? '/rank' : `/rank?v=${VERSION}&${rest}`
}

export function codeOf(normalise: Normalisation): keyof typeof NORMALISE_CODES {
  if (normalise === 'percentile') return 'pct'
  if (normalise === 'z-score') return 'z'
  return normalise === 'rank' ? 'rank' : 'mm'
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

function readNormalise(code: string | null): Normalisation {
  if (code === 'pct') return 'percentile'
  if (code === 'z') return 'z-score'
  return code === 'rank' ? 'rank' : 'min-max'
}

function readSort(text: string | null): Sort | null {
  const match = /^([^.]+)\.(asc|desc)$/u.exec(text ?? '')
  if (!match?.[1]) return null
  return { key: unescapeId(match[1]), descending: match[2] === 'desc' }
}

export function printSort({ key, descending }: Sort): string {
  return `${escapeId(key)}.${descending ? 'desc' : 'asc'}`
}

function splitList(text: string | null): string[] {
  const parts = (text ?? '').split(',').map(unescapeId)
  return [...new Set(parts.filter((part) => part !== ''))]
}

function textOf(params: Query, key: string): string | null {
  const text = params.get(key)
  return text === null || text === '' ? null : text
}

function unique(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map((choice) => [choice.id, choice])).values()]
}

// Dots and commas part the list; an id that a file brought may hold anything.
const ESCAPES: Readonly<Record<string, string>> = { '~': '~t', '.': '~d', ',': '~c' }
const ORIGINALS: Readonly<Record<string, string>> = { '~t': '~', '~d': '.', '~c': ',' }

function escapeId(id: string): string {
  return id.replace(/[~.,]/gu, (sign) => ESCAPES[sign] ?? sign)
}

function unescapeId(text: string): string {
  return text.replace(/~[tdc]/gu, (escape) => ORIGINALS[escape] ?? escape)
}
