import { and, asc, eq, inArray } from '#dialect'
import { zoneAliases, zoneEvents, zones } from '../database/schema.ts'
import { selectMany, WORKSPACE, type Db } from '../database/store.ts'

export type AliasRow = typeof zoneAliases.$inferSelect
export type EventRow = typeof zoneEvents.$inferSelect

export const allAliases = async (db: Db): Promise<AliasRow[]> =>
  db.select().from(zoneAliases).where(eq(zoneAliases.workspace, WORKSPACE))

/** Writes down another name of a zone; a name belongs to one zone only. */
export async function putAlias(db: Db, alias: Omit<AliasRow, 'workspace'>) {
  const row = { workspace: WORKSPACE, ...alias }
  await db
    .insert(zoneAliases)
    .values(row)
    .onConflictDoUpdate({ target: [zoneAliases.workspace, zoneAliases.key], set: row })
}

export async function dropAliases(db: Db, keys: readonly string[]) {
  await db
    .delete(zoneAliases)
    .where(and(eq(zoneAliases.workspace, WORKSPACE), inArray(zoneAliases.key, [...keys])))
}

/** All events, those taken back included, in the order in which they were recorded. */
export const allEvents = async (db: Db): Promise<EventRow[]> =>
  db
    .select()
    .from(zoneEvents)
    .where(eq(zoneEvents.workspace, WORKSPACE))
    .orderBy(asc(zoneEvents.date), asc(zoneEvents.at), asc(zoneEvents.id))

export const insertEvent = async (db: Db, row: EventRow) => {
  await db.insert(zoneEvents).values(row)
}

export async function markEventWithdrawn(db: Db, id: string, at: string) {
  await db
    .update(zoneEvents)
    .set({ withdrawnAt: at })
    .where(and(eq(zoneEvents.workspace, WORKSPACE), eq(zoneEvents.id, id)))
}

/** Ids of zones that stand in the store. */
export const storedZones = async (db: Db) =>
  selectMany(db, zones, {
    columns: ['id', 'name', 'code'],
    where: { workspace: WORKSPACE },
    order: ['id'],
  })
