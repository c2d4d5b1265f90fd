import { ask } from '../client.ts'
import type { Attack } from './attacks.ts'
import type { Town, Visitor } from './people.ts'

/** What belongs to others, asked for by its id. */

const refused = (status: number) =>
  [401, 403, 404].includes(status) ? null : `answered ${String(status)}`

async function uploadOf({ server }: Town, visitor: Visitor, name: string) {
  return ask<{ id: string; status: string }>(
    `${server.url}/api/v1/uploads?name=${name}&mode=commit`,
    {
      method: 'POST',
      headers: { ...visitor.headers, prefer: 'wait=60', 'content-type': 'text/csv' },
      body: `园区,年份,税收(万元)\n${name}园,2023,7\n`,
    },
  )
}

const foreignLayer: Attack = async (town) => {
  const { body } = await uploadOf(town, town.people.editor, 'editors')
  const { headers } = town.people.uploader
  const { status } = await fetch(`${town.server.url}/api/v1/uploads/${body.id}`, {
    method: 'DELETE',
    headers,
  })
  return refused(status)
}

const foreignZones: Attack = async (town) => {
  const { body } = await uploadOf(town, town.people.uploader, 'foreign')
  return body.status === 'committed' ? 'an uploader without zones has committed' : null
}

const foreignKey: Attack = async (town) => {
  const { headers } = town.people.viewer
  const { body } = await ask<{ id: string }[]>(`${town.server.url}/api/v1/keys`, { headers })
  const path = `${town.server.url}/api/v1/keys/${body[0]?.id ?? ''}`
  const { status } = await fetch(path, { method: 'DELETE', headers: town.people.editor.headers })
  return refused(status)
}

const keyBeyondScope: Attack = async (town) => {
  const { status } = await uploadOf(town, town.people.reader, 'by-key')
  return refused(status)
}

const reviveLayer: Attack = async (town) => {
  const { body } = await uploadOf(town, town.people.editor, 'revived')
  const { headers } = town.people.editor
  await fetch(`${town.server.url}/api/v1/uploads/${body.id}`, { method: 'DELETE', headers })
  const path = `${town.server.url}/api/v1/uploads/${body.id}/restore`
  const { status } = await fetch(path, { method: 'POST', headers: town.people.uploader.headers })
  return refused(status)
}

export const OTHERS: Record<string, Attack> = {
  'IDOR: another’s layer withdrawn': foreignLayer,
  'IDOR: another’s layer restored': reviveLayer,
  'IDOR: zones that are not one’s own': foreignZones,
  'IDOR: another’s key ended': foreignKey,
  'a key used beyond its scope': keyBeyondScope,
}
