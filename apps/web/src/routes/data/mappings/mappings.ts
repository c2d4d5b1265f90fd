import type { Mapping } from '@permu/api/client'
import { createClient } from '#lib/api.ts'
import { said, type Said } from '#lib/said.ts'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Sends a mapping document as it is; the API says what is wrong with it, and where. */
export async function takeMapping(file: Blob): Promise<Said | 'not-json'> {
  const body = await file.text()
  if (!isJson(body)) return 'not-json'
  const headers = { 'content-type': 'application/json' }
  return said(fetch('/api/v1/mappings', { method: 'POST', headers, body }))
}

export const forgetMapping = ({ id }: Pick<Mapping, 'id'>): Promise<Said> =>
  said(createClient(fetch).api.v1.mappings[':id'].$delete({ param: { id } }))

export const mappingHref = ({ id }: Pick<Mapping, 'id'>): string =>
  `/api/v1/mappings/${encodeURIComponent(id)}`

/** What a downloaded document is called. */
export const fileName = ({ id, version }: Pick<Mapping, 'id' | 'version'>): string =>
  `permu-mapping-${id}-v${String(version)}.json`
