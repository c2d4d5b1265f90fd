import { actorId } from '../access/access.ts'
import type { Found } from '../access/visitors.ts'
import type { Client } from '../border/client.ts'
import { kindOf } from '../border/kind.ts'
import type { Deps } from '../env.ts'
import { note } from '../watching/observe.ts'
import { onceMore, type Noted } from './answers.ts'
import { isOwnName } from './own-name.ts'
import { requestIdOf } from './request-id.ts'
import { XLSX } from './spreadsheet.ts'
import { tagOf } from './tag.ts'

/** A request as the shortcut looks at it, from a socket or from the dashboard. */
export interface Asked {
  readonly method: string
  /** The path with its query, as it was written. */
  readonly path: string
  /** The value of a header by its small name. */
  header(name: string): string | undefined
  readonly client: Client
}

export interface Again {
  readonly status: 200 | 304
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly body: Uint8Array<ArrayBuffer> | null
}

const SHEETS = ['text/csv', XLSX]

/** Whether it may be one of those answers at all; a path is found only as the API has it. */
function mayBe({ method, path, header }: Asked): boolean {
  if (method !== 'GET' || !path.startsWith('/api/v1/')) return false
  const accept = header('accept') ?? ''
  if (SHEETS.some((type) => accept.includes(type))) return false
  return header('content-length') === undefined && header('transfer-encoding') === undefined
}

async function finder({ visitors }: Deps, { path, header, client }: Asked): Promise<Found | null> {
  const headers = new Headers({ host: header('host') ?? '' })
  for (const name of ['cookie', 'authorization']) {
    const value = header(name)
    if (value !== undefined) headers.set(name, value)
  }
  const found = await visitors.find({ headers, url: `http://localhost${path}` }, client)
  return found.ok ? found.value : null
}

async function contentOf(asked: Asked, tag: string, noted: Noted) {
  if (asked.header('if-none-match') === tag) {
    return { status: 304 as const, body: null, headers: { etag: tag } }
  }
  if (noted.answer === null) return null
  const content = await onceMore(noted.answer, tag, asked.header('accept-encoding'))
  const headers = { ...content.headers, vary: 'Accept-Encoding, Accept' }
  return { status: 200 as const, body: content.body, headers }
}

/** Who asks, with the headers of their quota; null where they may not, or not now. */
async function admitted(deps: Deps, asked: Asked) {
  const found = await finder(deps, asked)
  if (!found?.visitor.can.has('read')) return null
  const actor = { ...deps.actor, id: actorId(found.visitor) }
  const kind = kindOf('GET', asked.path.split('?', 1)[0] ?? '') ?? 'read'
  const rate = deps.rates.check(kind, asked.client, actor)
  if (!rate.ok) return null
  const cookies = found.cookies.length === 0 ? {} : { 'set-cookie': [...found.cookies] }
  return { person: actor.id, headers: { ...rate.headers, ...cookies } }
}

/**
 * Answers by what has been answered before, without the routes, and only what every one of their
 * keepers would let through: the name of the server, who asks, their quota, the right to read. Null
 * where the routes have to say it: for the first time, to be refused, or otherwise.
 */
export function createShortcut(deps: Deps): (asked: Asked) => Promise<Again | null> {
  return async (asked) => {
    const started = performance.now()
    if (!mayBe(asked) || !isOwnName(asked.header('host') ?? '', deps.config)) return null
    const tag = tagOf(await deps.snapshots.version(), asked.path)
    const noted = deps.answers.find(tag)
    const content = noted === undefined ? null : await contentOf(asked, tag, noted)
    const who = content === null ? null : await admitted(deps, asked)
    if (noted === undefined || content === null || who === null) return null
    const id = requestIdOf(asked.header('x-request-id'))
    const milliseconds = performance.now() - started
    const { status } = content
    const { route } = noted
    note(deps, { id, method: 'GET', route, status, milliseconds, person: who.person })
    return { ...content, headers: { ...content.headers, ...who.headers, 'x-request-id': id } }
  }
}
