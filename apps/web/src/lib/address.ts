import { STATE_VERSION } from './state-version.ts'

/** The text of a parameter; null where it is missing or empty. */
export function textParam(params: Pick<URLSearchParams, 'get'>, key: string): string | null {
  return params.get(key) || null
}

/** The address of a state: the path, and after it, with a version, what is not left out (null). */
export function addressOf(path: string, entries: readonly (readonly [string, string | null])[]) {
  const params = new URLSearchParams()
  for (const [key, value] of entries) if (value !== null) params.set(key, value)
  const rest = params.toString()
  return rest === '' ? path : `${path}?v=${String(STATE_VERSION)}&${rest}`
}
