/** What the trials ask the server, as any client over HTTP would. */

export interface Answer<T> {
  status: number
  body: T
}

export interface Upload {
  id: string
  sha256: string
  status: string
  counts: { cells: number; rows: number }
}

export interface Problem {
  code: string
  detail: string
}

const isReset = (error: unknown) =>
  error instanceof Error && error.cause instanceof Error && /ECONNRESET/u.test(String(error.cause))

/** A connection that was idle may end just as it is used again: any browser asks once more. */
async function fetchAgain(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (!isReset(error)) throw error
    return fetch(url, { ...init, headers: { ...init.headers, connection: 'close' } })
  }
}

/** Asks for JSON; throws only where no answer came. */
export async function ask<T>(url: string, init: RequestInit = {}): Promise<Answer<T>> {
  const response = await fetchAgain(url, init)
  const text = await response.text()
  return { status: response.status, body: parsed(text) as T }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export interface Sending {
  name: string
  mode: 'commit' | 'preview'
}

/** Sends a file and waits for what becomes of it. */
export function send(url: string, body: string | Uint8Array<ArrayBuffer>, { name, mode }: Sending) {
  const query = new URLSearchParams({ name, mode })
  const headers = { prefer: 'wait=60', 'content-type': 'text/csv' }
  const to = `${url}/api/v1/uploads?${query.toString()}`
  return ask<Upload & Problem>(to, { method: 'POST', body, headers })
}

export const commit = (url: string, id: string) =>
  ask<Upload>(`${url}/api/v1/uploads/${id}/commit`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })

export const withdraw = (url: string, id: string) =>
  ask<Upload>(`${url}/api/v1/uploads/${id}`, { method: 'DELETE' })

export const restore = (url: string, id: string) =>
  ask<Upload>(`${url}/api/v1/uploads/${id}/restore`, { method: 'POST' })

export interface Values {
  zones: { name: string }[]
  indicators: { id: string }[]
  values: (number | null)[][]
}

export const valuesOf = (url: string, period: string) =>
  ask<Values>(`${url}/api/v1/values?period=${period}`)

export async function allUploads(url: string): Promise<Upload[]> {
  const all: Upload[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const more: string = cursor === '' ? '' : `&cursor=${cursor}`
    const { body } = await ask<{ items: Upload[]; next: string | null }>(
      `${url}/api/v1/uploads?limit=200${more}`,
    )
    all.push(...body.items)
    cursor = body.next
  }
  return all
}

/** Waits until no file is waiting or being read. */
export async function quiet(url: string): Promise<Upload[]> {
  for (;;) {
    const all = await allUploads(url)
    if (all.every(({ status }) => status !== 'pending' && status !== 'reading')) return all
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}
