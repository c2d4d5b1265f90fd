import { escapeId, unescapeId } from '#lib/id-list.ts'
import { NO_FIGURES, printFigure, readFigure, takesFigures, type Figures } from './figures.ts'
import { NORMALISE_CODES, type CodeOf } from './options.ts'
import type { Query } from './state.ts'

/** A criterion that is normalised by a rule of its own. */
export interface OwnScale {
  readonly id: string
  readonly code: CodeOf<'n'>
  readonly figures: Figures
}

/** `tax.goal:0:50,land.z`: a criterion, its rule and the figures of it. */
export function printOwn(own: readonly OwnScale[]): string {
  return own.map(({ id, code, figures }) => `${escapeId(id)}.${scaleText(code, figures)}`).join(',')
}

function scaleText(code: CodeOf<'n'>, figures: Figures): string {
  return takesFigures(code) ? [code, ...figures.map(printFigure)].join(':') : code
}

/** The own rules of an address; a form that is sent without scripts has `own:id` and its figures. */
export function readOwn(params: Query, ids: readonly string[]): OwnScale[] {
  const listed = (params.get('own') ?? '').split(',').flatMap(readScale)
  const known = new Map(listed.map((scale) => [scale.id, scale]))
  for (const id of ids) {
    const typed = params.get(`own:${id}`)
    if (typed === null) continue
    const code = codeOf(typed)
    if (code === null) known.delete(id)
    else known.set(id, { id, code, figures: typedFigures(params, id, code) })
  }
  return [...known.values()]
}

function typedFigures(params: Query, id: string, code: CodeOf<'n'>): Figures {
  if (!takesFigures(code)) return NO_FIGURES
  return [readFigure(params.get(`own1:${id}`)), readFigure(params.get(`own2:${id}`))]
}

function readScale(text: string): OwnScale[] {
  const [name = '', ...rest] = text.split('.')
  const [typed = '', first, second] = rest.join('.').split(':')
  const id = unescapeId(name)
  const code = codeOf(typed)
  if (id === '' || code === null) return []
  const figures = [readFigure(first), readFigure(second)] as const
  return [{ id, code, figures: takesFigures(code) ? figures : NO_FIGURES }]
}

function codeOf(text: string): CodeOf<'n'> | null {
  const isCode = (code: string): code is CodeOf<'n'> => Object.hasOwn(NORMALISE_CODES, code)
  return isCode(text) ? text : null
}

/** The rules with that of one criterion put in its place; null takes it away. */
export function changeOwn(
  own: readonly OwnScale[],
  id: string,
  scale: Omit<OwnScale, 'id'> | null,
): OwnScale[] {
  if (scale === null) return own.filter((one) => one.id !== id)
  const next = { id, ...scale }
  return own.some((one) => one.id === id)
    ? own.map((one) => (one.id === id ? next : one))
    : [...own, next]
}
