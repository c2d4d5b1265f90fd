import { error } from '@sveltejs/kit'
import { createClient } from '@permu/api/client'
import { refused } from '#lib/account/refused.svelte.ts'

export { createClient }

/** What an answer must have; a browser's Response and the typed client's both do. */
export interface Answer<T> {
  readonly ok: boolean
  readonly status: number
  json(): Promise<T>
}

export interface Problem {
  readonly message: string
  readonly code: string
  readonly requestId: string
}

function textOf(body: object, key: string): string {
  const value: unknown = Reflect.get(body, key)
  return typeof value === 'string' ? value : ''
}

/** A problem+json body as what a page can show; anything else becomes code `internal`. */
export function problemOf(body: unknown): Problem {
  if (typeof body !== 'object' || body === null) {
    return { message: '', code: 'internal', requestId: '' }
  }
  const code = textOf(body, 'code') || 'internal'
  refused.note(code)
  return {
    message: textOf(body, 'detail') || textOf(body, 'title'),
    code,
    requestId: textOf(body, 'requestId'),
  }
}

/** The body of a good answer; a bad one becomes SvelteKit's error page with code and request id. */
export async function read<T>(pending: Promise<Answer<T>>): Promise<T> {
  const answer = await pending
  if (answer.ok) return answer.json()
  const body: unknown = await answer.json().catch(() => null)
  const { message, code, requestId } = problemOf(body)
  return error(answer.status, message, { code, requestId })
}
