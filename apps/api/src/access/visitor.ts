import type { PersonRow } from '../accounts/queries.ts'
import type { Permission } from '../contract.ts'
import type { KeyScope, PersonRole } from '../database/vocabulary.ts'

/** Who sends a request, and what they may do. */
export interface Visitor {
  /** `local`: the one person of a server without accounts. */
  kind: 'nobody' | 'local' | 'session' | 'key'
  person: PersonRow | null
  can: ReadonlySet<Permission>
  /** Whether the figures of the process are for them. */
  watches: boolean
}

const OF_ROLE: Record<PersonRole, readonly Permission[]> = {
  viewer: ['read'],
  uploader: ['read', 'upload'],
  editor: ['read', 'upload', 'edit'],
  administrator: ['read', 'upload', 'edit', 'administer'],
}

/** The role with the fewest permissions that has this one; null where no role decides. */
export function smallestRole(permission: string): PersonRole | null {
  const roles = Object.entries(OF_ROLE).find(([, can]) => can.some((one) => one === permission))
  return (roles?.[0] as PersonRole | undefined) ?? null
}

export const EVERYTHING: ReadonlySet<Permission> = new Set(OF_ROLE.administrator)

const OF_SCOPE: Record<KeyScope, Permission> = { 'data:read': 'read', 'ingest:write': 'upload' }

/** Who acts where nobody is signed in. */
export const ANONYMOUS = 'anonymous'

/** Until it is known who asks. */
export const NOBODY = { id: ANONYMOUS, can: new Set<Permission>() }

export const LOCAL: Visitor = { kind: 'local', person: null, can: EVERYTHING, watches: true }

export function anonymous(isReadingOpen: boolean): Visitor {
  return {
    kind: 'nobody',
    person: null,
    can: new Set(isReadingOpen ? ['read' as const] : []),
    watches: false,
  }
}

/** A person by their session; until a password made by an administrator is changed they may do nothing. */
export function bySession(person: PersonRow): Visitor {
  const can = new Set(person.mustChangePassword ? [] : OF_ROLE[person.role])
  return { kind: 'session', person, can, watches: can.has('administer') }
}

/** A person’s program: what the key is for, and its owner may. */
export function byKey(
  person: PersonRow,
  scopes: readonly KeyScope[],
  isReadingOpen: boolean,
): Visitor {
  const { can: own, watches } = bySession(person)
  const can = new Set(scopes.map((scope) => OF_SCOPE[scope]).filter((one) => own.has(one)))
  if (isReadingOpen) can.add('read')
  return { kind: 'key', person, can, watches: watches && scopes.includes('data:read') }
}
