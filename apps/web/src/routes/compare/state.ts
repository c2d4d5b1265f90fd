/** What is read of an address; SvelteKit's own is read-only. */
export type Query = Pick<URLSearchParams, 'get' | 'getAll'>

/** The state of the page; a form without scripts repeats a name, a link may part by commas. */
export interface CompareState {
  readonly period: string | null
  readonly zones: readonly string[]
  readonly indicators: readonly string[]
  readonly x: string | null
  readonly y: string | null
  readonly line: string | null
}

export function parseState(params: Query): CompareState {
  return {
    period: textOf(params, 'period'),
    zones: listOf(params, 'zones'),
    indicators: listOf(params, 'indicators'),
    x: textOf(params, 'x'),
    y: textOf(params, 'y'),
    line: textOf(params, 'line'),
  }
}

/** The address of a state, with only what was chosen. */
export function printState(state: CompareState): string {
  const params = new URLSearchParams()
  if (state.period !== null) params.set('period', state.period)
  for (const zone of state.zones) params.append('zones', zone)
  for (const indicator of state.indicators) params.append('indicators', indicator)
  if (state.x !== null) params.set('x', state.x)
  if (state.y !== null) params.set('y', state.y)
  if (state.line !== null) params.set('line', state.line)
  const text = params.toString()
  return text === '' ? '/compare' : `/compare?${text}`
}

function listOf(params: Query, key: string): string[] {
  const parts = params.getAll(key).flatMap((text) => text.split(','))
  return [...new Set(parts.filter((part) => part !== ''))]
}

function textOf(params: Query, key: string): string | null {
  const text = params.get(key)
  return text === null || text === '' ? null : text
}
