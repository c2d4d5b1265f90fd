import { createClient, problemOf } from '#lib/api.ts'

/** What came of it: nothing wrong, or one line a fault. */
export type Sent = { readonly faults: readonly string[] }

function linesOf(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return []
  const errors: unknown = Reflect.get(body, 'errors')
  const lines = (Array.isArray(errors) ? errors : []).flatMap((error: unknown) => {
    if (typeof error !== 'object' || error === null) return []
    const [pointer, message]: unknown[] = [
      Reflect.get(error, 'pointer'),
      Reflect.get(error, 'message'),
    ]
    return [[pointer, message].filter((part) => typeof part === 'string' && part !== '').join(': ')]
  })
  const { message } = problemOf(body)
  return lines.length > 0 ? lines : [message]
}

/** The faults that an answer tells; none where it is good. */
export async function faultsOf(answer: Pick<Response, 'ok' | 'json'>): Promise<string[]> {
  if (answer.ok) return []
  const body: unknown = await answer.json().catch(() => null)
  const lines = linesOf(body)
  return lines.length > 0 ? lines : ['–']
}

/** Sends an outline in place of the one before. */
export async function sendMap(file: File): Promise<Sent> {
  const answer = await fetch(`/api/v1/map?${new URLSearchParams({ name: file.name }).toString()}`, {
    method: 'PUT',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  })
  return { faults: await faultsOf(answer) }
}

/** Takes the outline away. */
export async function removeMap(): Promise<Sent> {
  const answer = await createClient(fetch).api.v1.map.$delete()
  return { faults: await faultsOf(answer) }
}
