import { randomUUID } from 'node:crypto'
import type { MadePerson, NewPerson, Person, PersonChange } from '../contract.ts'
import type { Db } from '../database/store.ts'
import type { Deps } from '../env.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { readDirectory } from '../zones/directory.ts'
import { deleteKeysOf } from './key-queries.ts'
import { credentialOf, oneTimePassword } from './password.ts'
import {
  endSessions,
  everybody,
  findPerson,
  findPersonByEmail,
  hasAdministrator,
  hasPassword,
  insertPerson,
  isActive,
  lastSeen,
  peopleWithPassword,
  putPassword,
  removeCredentials,
  updatePerson,
  type PersonRow,
} from './queries.ts'

type PeopleDeps = Pick<Deps, 'store' | 'now'>

const unknown = () => failed('not-found', 'There is no such person.')

type Known = Pick<Person, 'hasPassword' | 'lastSeenAt'>

function present(row: PersonRow, known: Known): Person {
  const { id, name, email, role, zones, disabled, mustChangePassword, createdAt } = row
  return { id, name, email, role, zones, disabled, mustChangePassword, createdAt, ...known }
}

/** Everybody who has an account, in the order in which they got it. */
export async function listPeople({ store }: Pick<Deps, 'store'>): Promise<Person[]> {
  const seen = await lastSeen(store.read)
  const withPassword = await peopleWithPassword(store.read)
  return (await everybody(store.read))
    .filter(({ removedAt }) => removedAt === null)
    .map((row) =>
      present(row, {
        hasPassword: withPassword.has(row.id),
        lastSeenAt: seen.get(row.id) ?? null,
      }),
    )
}

export async function presentPerson({ store }: Pick<Deps, 'store'>, row: PersonRow) {
  const lastSeenAt = (await lastSeen(store.read)).get(row.id) ?? null
  return present(row, { hasPassword: await hasPassword(store.read, row.id), lastSeenAt })
}

/** A person as stored; `password` says who chose it. */
export function newPerson(
  { name, email, role, zones }: NewPerson,
  { at, mustChangePassword }: { at: string; mustChangePassword: boolean },
): PersonRow {
  const state = { emailVerified: true, disabled: false, mustChangePassword, removedAt: null }
  return { id: randomUUID(), name, email, role, zones, ...state, createdAt: at, updatedAt: at }
}

async function unknownZones(db: Db, zones: readonly string[] | null | undefined) {
  if (!zones) return []
  const directory = await readDirectory(db)
  return zones.flatMap((zone, i) =>
    directory.zones.has(directory.canonical(zone))
      ? []
      : [{ pointer: `/zones/${String(i)}`, message: `There is no zone “${zone}”.` }],
  )
}

/** Makes an account with a password that is good for one sign-in. */
export async function addPerson(deps: PeopleDeps, asked: NewPerson): Promise<Outcome<MadePerson>> {
  const { store } = deps
  const at = deps.now().toISOString()
  const row = newPerson(asked, { at, mustChangePassword: true })
  const password = oneTimePassword()
  const credential = await credentialOf(row.id, password, at)
  const outcome = await store.write(async (db): Promise<Outcome<null>> => {
    if (!(await hasAdministrator(db)) && asked.role !== 'administrator') {
      return failed('conflict', 'The first account has to be an administrator’s.')
    }
    if (await findPersonByEmail(db, row.email)) {
      const message = 'There is already an account with this e-mail address.'
      return failed('conflict', message, [{ pointer: '/email', message }])
    }
    const faults = await unknownZones(db, row.zones)
    if (faults.length > 0) return failed('invalid', 'A zone is not known.', faults)
    await insertPerson(db, row)
    await putPassword(db, credential)
    return done(null)
  })
  return outcome.ok ? done({ person: await presentPerson(deps, row), password }) : outcome
}

/** Whether the server would be left without anybody to administer it. */
async function isLastAdministrator(db: Db, person: PersonRow): Promise<boolean> {
  if (person.role !== 'administrator' || !isActive(person)) return false
  return !(await hasAdministrator(db, person.id))
}

const last = () => failed('conflict', 'This is the last administrator.')

async function known(db: Db, id: string): Promise<PersonRow | null> {
  const person = await findPerson(db, id)
  return person === null || person.removedAt !== null ? null : person
}

async function lockOut(db: Db, id: string) {
  await endSessions(db, id)
  await deleteKeysOf(db, id)
}

/** Changes what somebody may do; who is disabled loses sessions and keys at once. */
export async function changePerson(
  deps: PeopleDeps,
  id: string,
  change: PersonChange,
): Promise<Outcome<Person>> {
  const outcome = await deps.store.write(async (db): Promise<Outcome<PersonRow>> => {
    const person = await known(db, id)
    if (person === null) return unknown()
    const given = Object.entries(change).filter(([, value]) => value !== undefined)
    const updatedAt = deps.now().toISOString()
    const changed: PersonRow = { ...person, ...Object.fromEntries(given), updatedAt }
    const stays = changed.role === 'administrator' && !changed.disabled
    if (!stays && (await isLastAdministrator(db, person))) return last()
    const faults = await unknownZones(db, change.zones)
    if (faults.length > 0) return failed('invalid', 'A zone is not known.', faults)
    await updatePerson(db, id, changed)
    if (changed.disabled) await lockOut(db, id)
    return done(changed)
  })
  return outcome.ok ? done(await presentPerson(deps, outcome.value)) : outcome
}

/** Takes an account away; the name stays where histories tell it, the address is free again. */
export async function removePerson(deps: PeopleDeps, id: string): Promise<Outcome<null>> {
  return deps.store.write(async (db): Promise<Outcome<null>> => {
    const person = await known(db, id)
    if (person === null) return unknown()
    if (await isLastAdministrator(db, person)) return last()
    const removedAt = deps.now().toISOString()
    await updatePerson(db, id, { removedAt, updatedAt: removedAt, disabled: true, email: id })
    await removeCredentials(db, id)
    await lockOut(db, id)
    return done(null)
  })
}

/** A new password that is good for one sign-in; all sessions of the person end. */
export async function resetPassword(
  deps: PeopleDeps,
  id: string,
): Promise<Outcome<{ password: string }>> {
  const password = oneTimePassword()
  const at = deps.now().toISOString()
  const credential = await credentialOf(id, password, at)
  return deps.store.write(async (db): Promise<Outcome<{ password: string }>> => {
    if ((await known(db, id)) === null) return unknown()
    await putPassword(db, credential)
    await updatePerson(db, id, { mustChangePassword: true, updatedAt: at })
    await endSessions(db, id)
    return done({ password })
  })
}
