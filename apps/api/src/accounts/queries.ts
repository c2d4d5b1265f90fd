import { and, asc, desc, eq, isNull, max, ne } from '#dialect'
import { credentials, people, sessions, settings } from '../database/schema.ts'
import { WORKSPACE, type Db } from '../database/store.ts'

export type PersonRow = typeof people.$inferSelect
export type CredentialRow = typeof credentials.$inferSelect

/** The provider of passwords, as the library for signing in names it. */
const PASSWORD = 'credential'

/** Whether somebody may sign in at all. */
export const isActive = ({ disabled, removedAt }: PersonRow) => !disabled && removedAt === null

export async function findPerson(db: Db, id: string): Promise<PersonRow | null> {
  const rows = await db.select().from(people).where(eq(people.id, id))
  return rows[0] ?? null
}

export async function findPersonByEmail(db: Db, email: string): Promise<PersonRow | null> {
  const rows = await db.select().from(people).where(eq(people.email, email))
  return rows[0] ?? null
}

/** All people, those who were removed too: histories name them. */
export async function everybody(db: Db): Promise<PersonRow[]> {
  return db.select().from(people).orderBy(asc(people.createdAt), asc(people.id))
}

/** Whether anybody else could administer the server if one person could not. */
export async function hasAdministrator(db: Db, without = ''): Promise<boolean> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.role, 'administrator'),
        eq(people.disabled, false),
        isNull(people.removedAt),
        ne(people.id, without),
      ),
    )
    .limit(1)
  return rows.length > 0
}

export async function hasAnybody(db: Db): Promise<boolean> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(isNull(people.removedAt))
    .limit(1)
  return rows.length > 0
}

export const insertPerson = async (db: Db, row: PersonRow) => {
  await db.insert(people).values(row)
}

export const updatePerson = async (db: Db, id: string, change: Partial<PersonRow>) => {
  await db.update(people).set(change).where(eq(people.id, id))
}

/** When each person's newest session was last used. */
export async function lastSeen(db: Db): Promise<Map<string, string | null>> {
  const rows = await db
    .select({ id: sessions.userId, at: max(sessions.updatedAt) })
    .from(sessions)
    .groupBy(sessions.userId)
  return new Map(rows.map(({ id, at }) => [id, at]))
}

export const endSessions = async (db: Db, person: string) => {
  await db.delete(sessions).where(eq(sessions.userId, person))
}

export const endSession = async (db: Db, token: string) => {
  await db.delete(sessions).where(eq(sessions.token, token))
}

/** Who has a password, and not only a provider. */
export async function peopleWithPassword(db: Db): Promise<Set<string>> {
  const rows = await db
    .select({ id: credentials.userId })
    .from(credentials)
    .where(eq(credentials.providerId, PASSWORD))
  return new Set(rows.map(({ id }) => id))
}

export async function hasPassword(db: Db, person: string): Promise<boolean> {
  const rows = await db
    .select({ id: credentials.id })
    .from(credentials)
    .where(and(eq(credentials.providerId, PASSWORD), eq(credentials.userId, person)))
  return rows.length > 0
}

/** Makes a password hash the only one of a person. */
export async function putPassword(
  db: Db,
  row: Pick<CredentialRow, 'id' | 'userId' | 'password' | 'createdAt' | 'updatedAt'>,
): Promise<void> {
  const own = and(eq(credentials.providerId, PASSWORD), eq(credentials.userId, row.userId))
  await db.delete(credentials).where(own)
  await db.insert(credentials).values({ ...row, providerId: PASSWORD, accountId: row.userId })
}

export const removeCredentials = async (db: Db, person: string) => {
  await db.delete(credentials).where(eq(credentials.userId, person))
}

export async function findSetting(db: Db, name: string): Promise<unknown> {
  const rows = await db
    .select({ value: settings.value })
    .from(settings)
    .where(and(eq(settings.workspace, WORKSPACE), eq(settings.name, name)))
    .orderBy(desc(settings.at))
  return rows[0]?.value ?? null
}

export async function putSetting(
  db: Db,
  row: Omit<typeof settings.$inferInsert, 'workspace'>,
): Promise<void> {
  const { value, at, by } = row
  await db
    .insert(settings)
    .values({ workspace: WORKSPACE, ...row })
    .onConflictDoUpdate({ target: [settings.workspace, settings.name], set: { value, at, by } })
}
