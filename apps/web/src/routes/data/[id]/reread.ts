import type { Reading } from '@permu/api/client'
import { createClient } from '#lib/api.ts'
import { outcomeOf, type Outcome } from '../upload.ts'

const PATIENCE = { headers: { prefer: 'wait=60' } }

/** Reads the file again with these choices; nothing is written. */
export async function reread(id: string, reading: Reading): Promise<Outcome> {
  const client = createClient(fetch)
  const request = { param: { id }, json: reading }
  const answer = await client.api.v1.uploads[':id'].preview.$post(request, PATIENCE)
  const body: unknown = await answer.json()
  return outcomeOf(body)
}

/** Writes what the preview showed. */
export async function commit(id: string): Promise<Outcome> {
  const client = createClient(fetch)
  const request = { param: { id }, json: {} }
  const answer = await client.api.v1.uploads[':id'].commit.$post(request, PATIENCE)
  const body: unknown = await answer.json()
  return outcomeOf(body)
}
