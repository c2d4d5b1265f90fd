import type { Upload } from '@permu/api/client'
import { createClient, problemOf, type Problem } from '#lib/api.ts'
import { uploadHref } from '#lib/links.ts'

export type Outcome = { readonly upload: Upload } | { readonly problem: Problem }

/** Whether a body is an upload; the API is ours, so its id and status are proof enough. */
export function isUpload(body: unknown): body is Upload {
  if (typeof body !== 'object' || body === null) return false
  const [id, status]: unknown[] = [Reflect.get(body, 'id'), Reflect.get(body, 'status')]
  return typeof id === 'string' && typeof status === 'string' && Reflect.has(body, 'columns')
}

/** What an answer means: an upload, an upload that a problem carries, or the problem alone. */
export function outcomeOf(body: unknown): Outcome {
  if (isUpload(body)) return { upload: body }
  const carried: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'upload') : null
  return isUpload(carried) ? { upload: carried } : { problem: problemOf(body) }
}

export const isOpen = ({ status }: Pick<Upload, 'status'>): boolean =>
  status === 'pending' || status === 'reading'

interface Sending {
  readonly name: string
  readonly period: string
  readonly kind?: 'ledger' | undefined
  readonly onprogress: (share: number) => void
  readonly signal: AbortSignal
}

// Long enough for a small file to be read at once; the page of a large one shows how it goes.
const PATIENCE = 'wait=2'

/** Sends a file for a preview. fetch tells no progress of a request, so this is an XMLHttpRequest. */
export function sendFile(body: Blob, sending: Sending): Promise<Outcome> {
  const { name, period, kind, onprogress, signal } = sending
  const query = new URLSearchParams({ name, mode: 'preview' })
  if (period !== '') query.set('period', period)
  if (kind !== undefined) query.set('kind', kind)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1/uploads?${query.toString()}`)
    request.setRequestHeader('prefer', PATIENCE)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onprogress(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(outcomeOf(parse(request.responseText)))
    request.onerror = () => reject(new Error('network'))
    request.onabort = () => reject(new DOMException('', 'AbortError'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(body)
  })
}

/** Where a file that was sent is shown; a preview that comes back committed was there before. */
export function sentHref({ id, status }: Pick<Upload, 'id' | 'status'>): string {
  return `${uploadHref(id)}${status === 'committed' ? '?again=1' : ''}`
}

/** Calls back with every state of an upload until it is read; gives the way to stop. */
export function follow(id: string, onchange: (upload: Upload) => void): () => void {
  const source = new EventSource(`/api/v1/uploads/${encodeURIComponent(id)}/events`)
  source.addEventListener('progress', (event: MessageEvent<string>) => {
    const body = parse(event.data)
    if (!isUpload(body)) return
    onchange(body)
    if (!isOpen(body)) source.close()
  })
  return () => source.close()
}

/** Stops a reading, discards a preview or hides a layer; gives the problem where it cannot. */
export async function discard(id: string): Promise<Problem | null> {
  const outcome = await withdraw(id)
  return 'problem' in outcome && outcome.problem.code !== 'not-found' ? outcome.problem : null
}

/** Brings a withdrawn upload back. */
export async function restore(id: string): Promise<Outcome> {
  const client = createClient(fetch)
  const answer = await client.api.v1.uploads[':id'].restore.$post({ param: { id } })
  const body: unknown = await answer.json()
  return outcomeOf(body)
}

/** Withdraws an upload. */
export async function withdraw(id: string): Promise<Outcome> {
  const client = createClient(fetch)
  const answer = await client.api.v1.uploads[':id'].$delete({ param: { id } })
  const body: unknown = await answer.json()
  return outcomeOf(body)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
