import { and, desc, eq } from '#dialect'
import { keys } from '../database/schema.ts'
import { WORKSPACE, type Db } from '../database/store.ts'

export type KeyRow = typeof keys.$inferSelect

const one = (id: string) => and(eq(keys.workspace, WORKSPACE), eq(keys.id, id))

export async function findKeyByHash(db: Db, hash: string): Promise<KeyRow | null> {
  const rows = await db.select().from(keys).where(eq(keys.hash, hash))
  return rows[0] ?? null
}

export async function findKey(db: Db, id: string): Promise<KeyRow | null> {
  const rows = await db.select().from(keys).where(one(id))
  return rows[0] ?? null
}

/** The keys of a person, or of everybody, the newest first. */
export async function listKeys(db: Db, person: string | null): Promise<KeyRow[]> {
  const own = person === null ? undefined : eq(keys.person, person)
  return db
    .select()
    .from(keys)
    .where(and(eq(keys.workspace, WORKSPACE), own))
    .orderBy(desc(keys.createdAt), desc(keys.id))
}

export const insertKey = async (db: Db, row: Omit<KeyRow, 'workspace'>) => {
  await db.insert(keys).values({ workspace: WORKSPACE, ...row })
}

export const deleteKey = async (db: Db, id: string) => {
  await db.delete(keys).where(one(id))
}

export const deleteKeysOf = async (db: Db, person: string) => {
  await db.delete(keys).where(and(eq(keys.workspace, WORKSPACE), eq(keys.person, person)))
}

export const touchKey = async (db: Db, id: string, at: string) => {
  await db.update(keys).set({ lastUsedAt: at }).where(one(id))
}
