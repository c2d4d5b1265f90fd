import { randomBytes, randomUUID } from 'node:crypto'
import { hashOf } from '../access/by-key.ts'
import type { Key, MadeKey, NewKey } from '../contract.ts'
import type { Deps } from '../env.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { deleteKey, findKey, insertKey, listKeys, type KeyRow } from './key-queries.ts'

const PREFIX = 'izm_'
const BYTES = 32
const SHOWN = PREFIX.length + 6
const MOST = 50

type KeyDeps = Pick<Deps, 'store' | 'now' | 'actor' | 'nameOf'>

function present({ nameOf }: Pick<Deps, 'nameOf'>, row: Omit<KeyRow, 'workspace'>): Key {
  const { id, name, start, scopes, createdAt, expiresAt, lastUsedAt } = row
  const person = { id: row.person, name: nameOf(row.person) }
  return { id, name, start, person, scopes, createdAt, expiresAt, lastUsedAt }
}

const seesAll = ({ actor }: Pick<Deps, 'actor'>) => actor.can.has('administer')

/** One's own keys; an administrator's list has everybody's. */
export async function keysShown(deps: KeyDeps): Promise<Key[]> {
  const rows = await listKeys(deps.store.read, seesAll(deps) ? null : deps.actor.id)
  return rows.map((row) => present(deps, row))
}

/** Makes a key; this answer alone has it, the store has its hash. */
export async function addKey(deps: KeyDeps, asked: NewKey): Promise<Outcome<MadeKey>> {
  const { store, now, actor } = deps
  const expiresAt = asked.expiresAt === null ? null : new Date(asked.expiresAt).toISOString()
  if (expiresAt !== null && expiresAt <= now().toISOString()) {
    const message = 'A key has to end in the future.'
    return failed('invalid', message, [{ pointer: '/expiresAt', message }])
  }
  if (asked.scopes.includes('ingest:write') && !actor.can.has('upload')) {
    return failed('forbidden', 'Your account may not upload, so no key of yours may.')
  }
  const key = PREFIX + randomBytes(BYTES).toString('base64url')
  const row = {
    id: randomUUID(),
    person: actor.id,
    name: asked.name,
    start: key.slice(0, SHOWN),
    hash: hashOf(key),
    scopes: [...new Set(asked.scopes)],
    createdAt: now().toISOString(),
    expiresAt,
    lastUsedAt: null,
  }
  // Counted in the transaction, so that two requests at once cannot both be the last.
  return store.write(async (db): Promise<Outcome<MadeKey>> => {
    if ((await listKeys(db, actor.id)).length >= MOST) {
      return failed('conflict', `One person has at most ${String(MOST)} keys.`)
    }
    await insertKey(db, row)
    return done({ ...present(deps, row), key })
  })
}

/** Ends a key at once; others' only by an administrator, to everybody else they are unknown. */
export async function endKey(deps: KeyDeps, id: string): Promise<Outcome<null>> {
  return deps.store.write(async (db): Promise<Outcome<null>> => {
    const row = await findKey(db, id)
    if (row === null || (row.person !== deps.actor.id && !seesAll(deps))) {
      return failed('not-found', 'There is no such key.')
    }
    await deleteKey(db, id)
    return done(null)
  })
}
