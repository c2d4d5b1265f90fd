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
  progress(p: Progress): void
}

/** Work on uploads, one after the other, that can be watched and stopped. */
export interface Queue {
  enqueue(id: string): void
  progress(id: string): Progress
  settled(id: string, milliseconds: number): Promise<void>
  watch(id: string, listener: () => void): () => void
  /** Resolves when the upload is neither waiting nor being worked on. */
  stop(id: string): Promise<void>
  /** Resolves when all that was enqueued is over. */
  idle(): Promise<void>
}

const PATIENCE = 60_000

/** `work` must not throw because it was stopped. */
export function createQueue(work: (id: string, turn: Turn) => Promise<void>, log: Logger): Queue {
  const events = new EventEmitter().setMaxListeners(0)
  const progress = new Map<string, Progress>()
  const unfinished = new Map<string, AbortController>()
  let last: Promise<void> = Promise.resolve()
  let active: string | null = null

  function settle(id: string) {
    unfinished.delete(id)
    progress.delete(id)
    events.emit(id)
  }

  async function take(id: string, signal: AbortSignal) {
    if (signal.aborted) return
    const began = performance.now()
    function tell(p: Progress) {
      progress.set(id, { ...p, elapsed: performance.now() - began })
      events.emit(id)
    }
    active = id
    await work(id, { signal, progress: tell }).catch((error: unknown) => log.error({ err: error }))
    active = null
    settle(id)
  }

  async function settled(id: string, milliseconds: number) {
    const signal = AbortSignal.timeout(milliseconds)
    while (unfinished.has(id) && !signal.aborted) {
      await once(events, id, { signal }).catch(() => undefined)
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
    progress: (id) => progress.get(id) ?? { bytes: 0, rows: 0 },
    watch: (id, listener) => {
      events.on(id, listener)
      return () => events.off(id, listener)
    },
    idle: () => last,
  }
}
