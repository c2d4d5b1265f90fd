import { failed, type Outcome } from '../problem.ts'

/** Files that are being received, each of which holds a connection and writes to the disk. */
export interface Receiving {
  /** Runs while a file is received; a fault where somebody, or all together, send too many at once. */
  admit<T>(who: string, receive: () => Promise<Outcome<T>>): Promise<Outcome<T>>
  count(): number
}

/** A page sends one file after the other; a program gets on with a few. */
const MOST_EACH = 6

export function createReceiving(most: number): Receiving {
  const kept = new Map<string, number>()
  let all = 0

  function change(who: string, by: 1 | -1) {
    const count = (kept.get(who) ?? 0) + by
    all += by
    if (count === 0) kept.delete(who)
    else kept.set(who, count)
  }

  return {
    async admit(who, receive) {
      if (all >= most || (kept.get(who) ?? 0) >= MOST_EACH) {
        const text = 'Too many files are being received at the moment; try again in a while.'
        return failed('too-many', text)
      }
      change(who, 1)
      try {
        return await receive()
      } finally {
        change(who, -1)
      }
    },
    count: () => all,
  }
}
