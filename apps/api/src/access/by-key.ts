import { createHash } from 'node:crypto'
import { findKeyByHash, touchKey, type KeyRow } from '../accounts/key-queries.ts'
import { findPerson, isActive } from '../accounts/queries.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { keep, type KnownKey, type Standing } from './standing.ts'
import { byKey, type Visitor } from './visitor.ts'
import type { VisitorDeps } from './visitors.ts'

const MINUTE = 60_000
const BEARER = /^bearer +(\S+) *$/iu

export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** The key that a program sends; null where it sends none. */
export function keyIn(headers: Headers): string | null {
  return BEARER.exec(headers.get('authorization') ?? '')?.[1] ?? null
}

async function lookUp({ store }: VisitorDeps, standing: Standing, hash: string) {
  const held = standing.keys.get(hash)
  if (held !== undefined) return held
  const key = await findKeyByHash(store.read, hash)
  const person = key === null ? null : await findPerson(store.read, key.person)
  if (key === null || person === null || !isActive(person)) return null
  return keep<KnownKey>(standing.keys, hash, { key, person })
}

/** Notes the use of a key, once a minute. */
function touch({ store, log, now }: VisitorDeps, { id, lastUsedAt }: KeyRow) {
  const at = now()
  if (lastUsedAt !== null && at.getTime() - Date.parse(lastUsedAt) < MINUTE) return
  store
    .stage((db) => touchKey(db, id, at.toISOString()))
    .catch((error: unknown) => log.warn({ err: error }, 'the use of a key was not noted'))
}

/** Whose program asks, and what it may; a key that is not good is never taken for no key. */
export async function visitorByKey(
  deps: VisitorDeps,
  standing: Standing,
  secret: string,
): Promise<Outcome<Visitor>> {
  const known = await lookUp(deps, standing, hashOf(secret))
  const end = known?.key.expiresAt ?? null
  if (known === null || (end !== null && Date.parse(end) <= deps.now().getTime())) {
    return failed('unauthorized', 'This key is not, or no longer, valid.')
  }
  touch(deps, known.key)
  return done(byKey(known.person, known.key.scopes, standing.settings.reading === 'open'))
}
