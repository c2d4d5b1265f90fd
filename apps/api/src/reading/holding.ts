import type { Logger } from 'pino'
import type { Claims } from '../database/sharing.ts'
import type { Db } from '../database/store.ts'
import { TakenOver } from './queue.ts'

/** Milliseconds between two words that this process lives; claims outlast a few that are missed. */
const SAID_EVERY = 2000

/** The uploads that this process has claimed. */
export function createHolding(claims: Claims<Db>, log: Logger) {
  const held = new Map<string, AbortController>()
  /** Those of them whose file is there: they wait for their turn. */
  const ready: string[] = []
  /** Who wants what was stopped. */
  const heirs = new Map<string, string>()
  let timer: NodeJS.Timeout | null = null

  function takeReady(id: string): boolean {
    const at = ready.indexOf(id)
    if (at >= 0) ready.splice(at, 1)
    return at >= 0
  }

  async function say() {
    const ids = [...held.keys()]
    if (ids.length === 0) return
    const still = new Set(await claims.keep(ids))
    for (const id of ids) if (!still.has(id)) held.get(id)?.abort(new TakenOver())
  }

  return {
    add(id: string) {
      held.set(id, new AbortController())
      return id
    },
    has: (id: string) => held.has(id),
    signalOf: (id: string) => held.get(id)?.signal ?? AbortSignal.abort(),
    /** Stops it, and leaves it to somebody once it is over. */
    abort(id: string, heir: string) {
      if (held.has(id)) heirs.set(id, heir)
      held.get(id)?.abort()
    },
    ready: (id: string) => void ready.push(id),
    /** The next that waits for its turn; null where there is none. */
    nextReady: () => ready.shift() ?? null,
    /** Takes one that waits out of the line; whether it was there. */
    takeReady,
    waiting: () => ready.length,
    async drop(id: string) {
      takeReady(id)
      held.delete(id)
      const heir = heirs.get(id)
      heirs.delete(id)
      await (heir === undefined ? claims.drop(id) : claims.pass(id, heir))
    },
    /** Keeps what is held, and calls back each time. */
    keepOn(then: () => void) {
      const unheard = (error: unknown) => log.warn({ err: error }, 'claims could not be kept')
      timer ??= setInterval(() => {
        void say().catch(unheard)
        then()
      }, SAID_EVERY)
      timer.unref()
    },
    close: () => clearInterval(timer ?? undefined),
  }
}
