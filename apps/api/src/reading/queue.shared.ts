import { setTimeout as sleep } from 'node:timers/promises'
import type { Sharing } from '../database/sharing.ts'
import type { Db, Store } from '../database/store.ts'
import { forgetStaged } from '../uploads/staged-blocks.ts'
import { forgetZones } from '../uploads/staged-zones.ts'
import { guarded } from './guarded-store.ts'
import { createHolding } from './holding.ts'
import { createProgress } from './progress.ts'
import { PATIENCE, TakenOver, type Queue, type QueueDeps } from './queue.ts'
import { createWords } from './words.ts'

/** A word that was not heard is made up for after so long; milliseconds. */
const LOOK_AGAIN = 1000
const STOP_AGAIN = 250

type Claims = Sharing<Db>['claims']

/** What the parts of the queue work with. */
interface Parts extends Pick<QueueDeps, 'work' | 'recover' | 'log'> {
  claims: Claims
  holding: ReturnType<typeof createHolding>
  words: ReturnType<typeof createWords>
  storeOf: (id: string) => Store
  /** Gives up an upload, and says so. */
  drop: (id: string) => Promise<void>
}

/** Takes one upload after the other, as long as there is one. */
function createTurns({ claims, holding, storeOf, drop, work, recover, log }: Parts) {
  let active: string | null = null
  let isClosed = false
  let pumping: Promise<void> | null = null
  let isWanted = false

  async function take(id: string) {
    active = id
    try {
      await work(id, { signal: holding.signalOf(id), store: storeOf(id) })
    } catch (error) {
      log.error({ err: error, upload: id })
    } finally {
      active = null
      await drop(id)
    }
  }

  /** What is held already, what waits, and what somebody left; null where there is nothing to do. */
  async function next(): Promise<string | null> {
    const held = holding.nextReady()
    if (held !== null || isClosed) return held
    const waiting = await claims.takeNext()
    if (waiting !== null) return holding.add(waiting)
    const lost = await claims.takeLost()
    if (lost === null) return null
    holding.add(lost)
    if (await recover(lost, storeOf(lost))) return lost
    await drop(lost)
    return next()
  }

  async function run() {
    while (isWanted) {
      isWanted = false
      for (let id = await next(); id !== null; id = await next()) await take(id)
    }
  }

  /** Works until there is nothing to do; what comes meanwhile is not missed. */
  function pump(): Promise<void> {
    isWanted = true
    pumping ??= run()
      .catch((error: unknown) => log.warn({ err: error }, 'the database did not answer'))
      .finally(() => (pumping = null))
    return pumping
  }

  async function close() {
    isClosed = true
    await pump()
  }

  return { pump, close, active: () => active }
}

/** Stops the work on an upload, by whichever process, and does what is to be done before anybody begins anew. */
function createStop({ claims, holding, words, drop }: Parts, active: () => string | null) {
  /** Whether an upload that this process does not work on is its own. */
  async function isLeft(id: string): Promise<boolean> {
    if (active() === id) return false
    if (holding.takeReady(id) || (await claims.take(id))) return true
    return (await claims.keep([id])).length > 0
  }

  return async (id: string, after: () => Promise<unknown>) => {
    const until = performance.now() + PATIENCE
    while (!(await isLeft(id))) {
      if (performance.now() > until) return
      holding.abort(id, claims.holder)
      await words.stop(id, claims.holder)
      await sleep(STOP_AGAIN)
    }
    holding.add(id)
    await after().finally(() => drop(id))
  }
}

/** Waits until nobody works on an upload any more, or the time is over. */
const createSettled =
  (claims: Claims, progress: ReturnType<typeof createProgress>) =>
  async (id: string, milliseconds: number) => {
    const until = AbortSignal.timeout(milliseconds)
    while (!until.aborted && (await claims.isOpen(id))) {
      await progress.ending(id, AbortSignal.any([until, AbortSignal.timeout(LOOK_AGAIN)]))
    }
  }

/**
 * The queue of all processes that share a database: whoever has nothing to do claims the oldest upload. One
 * that is read by a process that dies is somebody else’s as soon as its claim has run out.
 */
export function createSharedQueue(
  { store, ...doing }: QueueDeps,
  { claims, ...air }: Sharing<Db>,
): Queue {
  const { log } = doing
  const progress = createProgress()
  const holding = createHolding(claims, log)
  const words = createWords(air, {
    progress: progress.tell,
    waiting: () => void turns.pump(),
    end: (id) => {
      progress.end(id)
      void turns.pump()
    },
    stop: holding.abort,
  })
  const storeOf = (id: string): Store =>
    guarded(store, async (db) => {
      if (!(await claims.holds(db, id))) throw new TakenOver()
    })
  async function drop(id: string) {
    // From now on another process may read it again.
    forgetZones(id)
    forgetStaged(id)
    await holding.drop(id)
    await words.end(id)
  }
  const parts: Parts = { ...doing, claims, holding, words, storeOf, drop }
  const turns = createTurns(parts)
  const { active } = turns

  return {
    enqueue: (id) => {
      if (holding.has(id)) holding.ready(id)
      void words.waiting().catch((error: unknown) => log.warn({ err: error }))
      void turns.pump()
    },
    ...claiming(parts, active),
    storeOf,
    settled: createSettled(claims, progress),
    stop: createStop(parts, active),
    tell: (id, p) => {
      progress.tell(id, p)
      words.progress(id, progress.of(id))
    },
    progress: progress.of,
    watch: progress.watch,
    load: () => ({ reading: active() === null ? 0 : 1, waiting: holding.waiting() }),
    ...life(parts, turns),
  }
}

/** For files that are read as they come. */
const claiming = ({ claims, holding, drop }: Parts, active: () => string | null) => ({
  hold: async (id: string) => {
    if (await claims.take(id)) holding.add(id)
  },
  letGo: async (id: string) => {
    if (active() !== id) await drop(id)
  },
})

const life = ({ words, holding }: Parts, turns: ReturnType<typeof createTurns>) => ({
  open: async () => {
    await words.open()
    holding.keepOn(() => void turns.pump())
  },
  close: async () => {
    await turns.close()
    holding.close()
    await words.close()
  },
})
