import type { Store } from '../database/store.ts'
import { appendEntry, type Acting } from './append.ts'

/** Enters something that changes no watched row, such as a sign-in, tried or done. */
export async function enterEvent(
  store: Store,
  event: Acting & { readonly subject: string },
): Promise<void> {
  const at = store.now().toISOString()
  const { actor, action, subject, requestId } = event
  await store.write((db) => {
    return appendEntry(db, { at, actor, action, subject, requestId, before: null, after: null })
  })
}
