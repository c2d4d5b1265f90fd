import type { NewView, View, ViewChange } from '../contract.ts'
import type { Db } from '../database/store.ts'
import type { Deps } from '../env.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { viewAddress, viewId } from './address.ts'
import { insertView, namedViews, updateView, viewRow, type ViewRow } from './queries.ts'

const unknown = () => failed('not-found', 'There is no such view.')

const present = ({ workspace: _, ...view }: ViewRow): View => view

export async function listViews({ store }: Deps): Promise<View[]> {
  return (await namedViews(store.read)).map(present)
}

export async function findView({ store }: Deps, id: string): Promise<Outcome<View>> {
  const row = await viewRow(store.read, id)
  return row ? done(present(row)) : unknown()
}

/** Keeps a view; the same view again is told, and gets a name only where it has none. */
export async function saveView(
  { store, now, actor }: Deps,
  { path, query, ...words }: NewView,
): Promise<Outcome<{ view: View; isNew: boolean }>> {
  const address = viewAddress(path, query)
  if (!address.ok) return address
  const id = viewId(address.value)
  const at = now().toISOString()
  const name = words.name ?? null
  const note = words.note ?? null
  return store.write(async (db) => {
    const known = await viewRow(db, id)
    if (known) return again(db, known, { name, note: note ?? known.note, changedAt: at })
    const times = { createdAt: at, changedAt: at }
    const row = { id, ...address.value, name, note, by: actor.id, ...times }
    await insertView(db, row)
    return done({ view: row, isNew: true })
  })
}

type Naming = Pick<ViewRow, 'name' | 'note' | 'changedAt'>

async function again(
  db: Db,
  known: ViewRow,
  naming: Naming,
): Promise<Outcome<{ view: View; isNew: boolean }>> {
  if (naming.name === null) return done({ view: present(known), isNew: false })
  if (known.name !== null && known.name !== naming.name) {
    const message = `This view is already saved as “${known.name}”.`
    return failed('conflict', message, [{ pointer: '/name', message }])
  }
  await updateView(db, known.id, naming)
  return done({ view: { ...present(known), ...naming }, isNew: known.name === null })
}

/** Writes another name or note. */
export async function changeView(
  { store, now }: Deps,
  id: string,
  { name, note }: ViewChange,
): Promise<Outcome<View>> {
  return store.write(async (db) => {
    const row = await viewRow(db, id)
    if (!row) return unknown()
    const change = {
      name: name ?? row.name,
      note: note === undefined ? row.note : note,
      changedAt: now().toISOString(),
    }
    await updateView(db, id, change)
    return done({ ...present(row), ...change })
  })
}

/** Takes a view from the list. Its short link stays good: somebody may have it on paper. */
export async function removeView({ store, now }: Deps, id: string): Promise<Outcome<View>> {
  return store.write(async (db) => {
    const row = await viewRow(db, id)
    if (!row) return unknown()
    const change = { name: null, note: null, changedAt: now().toISOString() }
    await updateView(db, id, change)
    return done({ ...present(row), ...change })
  })
}
