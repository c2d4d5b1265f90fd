import type { PersonRow } from '../accounts/queries.ts'
import type { Permission } from '../contract.ts'
import type { KeyScope, PersonRole } from '../database/vocabulary.ts'

/** Who sends a request, and what they may do. */
export interface Visitor {
  /** `local`: the one person of a server without accounts. */
  kind: 'nobody' | 'local' | 'session' | 'key'
  person: PersonRow | null
  can: ReadonlySet<Permission>
}

const OF_ROLE: Record<PersonRole, readonly Permission[]> = {
  viewer: ['read'],
  uploader: ['read', 'upload'],
  editor: ['read', 'upload', 'edit'],
  administrator: ['read', 'upload', 'edit', 'administer'],
}

export const EVERYTHING: ReadonlySet<Permission> = new Set(OF_ROLE.administrator)

const OF_SCOPE: Record<KeyScope, Permission> = { 'data:read': 'read', 'ingest:write': 'upload' }

export const LOCAL: Visitor = { kind: 'local', person: null, can: EVERYTHING }

export function anonymous(isReadingOpen: boolean): Visitor {
  return { kind: 'nobody', person: null, can: new Set(isReadingOpen ? ['read' as const] : []) }
}

/** A person by their session; until a password made by an administrator is changed they may do nothing. */
export function bySession(person: PersonRow): Visitor {
  const can = person.mustChangePassword ? [] : OF_ROLE[person.role]
  return { kind: 'session', person, can: new Set(can) }
}

/** A person’s program: what the key is for, and its owner may. */
export function byKey(
  person: PersonRow,
  scopes: readonly KeyScope[],
  isReadingOpen: boolean,
): Visitor {
  const own = bySession(person).can
  const can = new Set(scopes.map((scope) => OF_SCOPE[scope]).filter((one) => own.has(one)))
  if (isReadingOpen) can.add('read')
  return { kind: 'key', person, can }
}
