import type { NewZoneEvent, ZoneEvent } from '@permu/api/client'
import { createClient, problemOf, type Problem } from '#lib/api.ts'

export type Said = { readonly done: true } | { readonly problem: Problem; readonly rows: string[] }

/** Names between 、 ， ; or line ends; a comma may stand inside an English name and does not part. */
export function namesOf(text: string): string[] {
  return text
    .split(/[、；;，\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** Whether a date is one that an event may have: 2021, 2021-07 or 2021-07-01. */
export function isDate(text: string): boolean {
  const [, month = '01', day = '01'] = /^\d{4}(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(text) ?? []
  if (!/^\d{4}(-\d\d){0,2}$/u.test(text)) return false
  const date = new Date(`${text.slice(0, 4)}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day)
}

/** What a refusal says of single rows or fields, one line each. */
export function rowsOfProblem(body: unknown): string[] {
  const errors: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'errors') : null
  if (!Array.isArray(errors)) return []
  return errors.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return []
    const [pointer, message]: unknown[] = [Reflect.get(one, 'pointer'), Reflect.get(one, 'message')]
    return typeof message === 'string' ? [[pointer, message].filter(Boolean).join(': ')] : []
  })
}

async function said(pending: Promise<{ ok: boolean; json(): Promise<unknown> }>): Promise<Said> {
  const answer = await pending
  if (answer.ok) return { done: true }
  const body: unknown = await answer.json().catch(() => null)
  return { problem: problemOf(body), rows: rowsOfProblem(body) }
}

export function addEvent(event: NewZoneEvent): Promise<Said> {
  return said(createClient(fetch).api.v1['zone-events'].$post({ json: event }))
}

export function removeEvent({ id }: Pick<ZoneEvent, 'id'>): Promise<Said> {
  return said(createClient(fetch).api.v1['zone-events'][':id'].$delete({ param: { id } }))
}

/** Sends a file of events; its bytes go as they are, for it may be GBK. */
export function sendEvents(file: Blob): Promise<Said> {
  const headers = { 'content-type': 'text/csv' }
  return said(fetch('/api/v1/zone-events/file', { method: 'POST', headers, body: file }))
}
