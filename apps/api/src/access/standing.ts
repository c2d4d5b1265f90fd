import { everybody, hasAnybody, type PersonRow } from '../accounts/queries.ts'
import type { KeyRow } from '../accounts/key-queries.ts'
import { readSettings } from '../accounts/settings.ts'
import type { Settings } from '../contract.ts'
import type { Store } from '../database/store.ts'

export interface KnownSession {
  person: PersonRow
  /** Milliseconds; then it is looked up again. */
  until: number
}

export interface KnownKey {
  person: PersonRow
  key: KeyRow
}

/** What holds of people and settings as long as nothing is written. */
export interface Standing {
  stamp: string
  hasAccounts: boolean
  settings: Settings
  names: ReadonlyMap<string, string>
  /** By the hashes of cookies and keys, so that memory holds no secret. */
  sessions: Map<string, KnownSession>
  keys: Map<string, KnownKey>
}

const MOST_KEPT = 2000

/** Keeps a thing in mind, and forgets the oldest of too many. */
export function keep<T>(kept: Map<string, T>, name: string, value: T): T {
  const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  kept.set(name, value)
  return value
}

async function readStanding(store: Store): Promise<Standing> {
  // Taken first: a write in the meantime makes this old at once.
  const stamp = await store.stamp()
  const names = new Map((await everybody(store.read)).map(({ id, name }) => [id, name]))
  const settings = await readSettings(store.read)
  const hasAccounts = await hasAnybody(store.read)
  return { stamp, hasAccounts, settings, names, sessions: new Map(), keys: new Map() }
}

/** What holds now; forgotten with every change to the store, by whichever process. */
export function createStandings(store: Store): () => Promise<Standing> {
  let known: Standing | null = null
  return async () => {
    if (known?.stamp !== (await store.stamp())) known = await readStanding(store)
    return known
  }
}
