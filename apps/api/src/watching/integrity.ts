/** Whether the database holds together, null where that cannot be told, and when it was looked at last. */
export interface Integrity {
  readonly isSound: boolean | null
  readonly at: Date
}

// A large database takes a second of one core.
const GOOD_FOR = 600_000

/** Looks at the database when asked, at most every ten minutes. */
export function createIntegrity(
  isSound: () => Promise<boolean | null>,
  now: () => Date,
): () => Promise<Integrity> {
  let known: Promise<Integrity> | null = null
  let from = -Infinity
  return () => {
    const at = now()
    if (known === null || at.getTime() - from > GOOD_FOR) {
      from = at.getTime()
      known = isSound().then((found) => ({ isSound: found, at }))
    }
    return known
  }
}
