import { PERMISSIONS, type Me } from '../contract.ts'
import type { Visitor } from '../access/visitor.ts'
import type { Deps } from '../env.ts'
import { OIDC_PROVIDER } from './auth.ts'
import { hasPassword, updatePerson } from './queries.ts'
import { readSettings } from './settings.ts'

async function personOf(
  { store }: Pick<Deps, 'store'>,
  { person }: Visitor,
): Promise<Me['person']> {
  if (person === null) return null
  const { id, name, email, role, zones, mustChangePassword, createdAt } = person
  const known = { hasPassword: await hasPassword(store.read, id), mustChangePassword, createdAt }
  return { id, name, email, role, zones, ...known }
}

/** Who asks, and what they may do. */
export async function describeMe(deps: Deps, visitor: Visitor): Promise<Me> {
  const { oidc } = deps.config
  return {
    person: await personOf(deps, visitor),
    local: visitor.kind === 'local',
    ...(await readSettings(deps.store.read)),
    can: PERMISSIONS.filter((one) => visitor.can.has(one)),
    oidc: oidc === null ? [] : [{ id: OIDC_PROVIDER, name: oidc.name }],
  }
}

/** Writes another name for oneself. */
export async function rename({ store, now, actor }: Deps, name: string): Promise<void> {
  const updatedAt = now().toISOString()
  await store.write((db) => updatePerson(db, actor.id, { name, updatedAt }))
}
