import { EventEmitter, once } from 'node:events'
import type { Logger } from 'pino'

export interface Progress {
  bytes: number
  rows: number
  /** Milliseconds since reading began. */
  elapsed?: number
}

/** One turn of the queue. */
export interface Turn {
  /** Aborted when somebody stops the reading. */
  signal: AbortSignal
}

/** Work on uploads, one after the other, that can be watched and stopped. */
export interface Queue {
  enqueue(id: string): void
  progress(id: string): Progress
  /** How far an upload has been read, which may begin before it is enqueued. */
  tell(id: string, p: Progress): void
  settled(id: string, milliseconds: number): Promise<void>
  watch(id: string, listener: () => void): () => void
  /** Resolves when the upload is neither waiting nor being worked on. */
  stop(id: string): Promise<void>
  /** How many uploads are worked on, and how many wait for that. */
  load(): { reading: number; waiting: number }
  /** Resolves when all that was enqueued is over. */
  idle(): Promise<void>
}

const PATIENCE = 60_000

/** Who hears how far each upload has come. */
function createProgress() {
  const events = new EventEmitter().setMaxListeners(0)
  const progress = new Map<string, Progress>()
  const began = new Map<string, number>()
  return {
    events,
    of: (id: string): Progress => progress.get(id) ?? { bytes: 0, rows: 0 },
    tell(id: string, p: Progress) {
      const now = performance.now()
      if (!began.has(id)) began.set(id, now)
      progress.set(id, { ...p, elapsed: now - (began.get(id) ?? now) })
      events.emit(id)
    },
    end(id: string) {
      progress.delete(id)
      began.delete(id)
      events.emit(id)
    },
    watch(id: string, listener: () => void) {
      events.on(id, listener)
      return () => events.off(id, listener)
    },
  }
}

/** `work` must not throw because it was stopped. */
export function createQueue(work: (id: string, turn: Turn) => Promise<void>, log: Logger): Queue {
  const progress = createProgress()
  const unfinished = new Map<string, AbortController>()
  let last: Promise<void> = Promise.resolve()
  let active: string | null = null

  function settle(id: string) {
    unfinished.delete(id)
    progress.end(id)
  }

  async function take(id: string, signal: AbortSignal) {
    if (signal.aborted) return
    active = id
    await work(id, { signal }).catch((error: unknown) => log.error({ err: error }))
    active = null
    settle(id)
  }

  async function settled(id: string, milliseconds: number) {
    const signal = AbortSignal.timeout(milliseconds)
    while (unfinished.has(id) && !signal.aborted) {
      await once(progress.events, id, { signal }).catch(() => undefined)
    }
  }

  return {
    enqueue: (id) => {
      const control = new AbortController()
      unfinished.set(id, control)
      last = last.then(() => take(id, control.signal))
    },
    settled,
    stop: async (id) => {
      unfinished.get(id)?.abort()
      if (active === id) await settled(id, PATIENCE)
      else settle(id)
    },
    tell: progress.tell,
    progress: progress.of,
    watch: progress.watch,
    load: () => {
      const reading = active === null ? 0 : 1
      return { reading, waiting: Math.max(0, unfinished.size - reading) }
    },
    idle: () => last,
  }
}
