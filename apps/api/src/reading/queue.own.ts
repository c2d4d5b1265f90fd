import { createProgress } from './progress.ts'
import { PATIENCE, type Queue, type QueueDeps } from './queue.ts'

/** The queue of the only process that has the database open. */
export function createOwnQueue({ store, work, log }: QueueDeps): Queue {
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
    await work(id, { signal, store }).catch((error: unknown) => log.error({ err: error }))
    active = null
    settle(id)
  }

  async function settled(id: string, milliseconds: number) {
    const signal = AbortSignal.timeout(milliseconds)
    while (unfinished.has(id) && !signal.aborted) await progress.ending(id, signal)
  }

  return {
    enqueue: (id) => {
      const control = new AbortController()
      unfinished.set(id, control)
      last = last.then(() => take(id, control.signal))
    },
    hold: async () => undefined,
    letGo: async () => undefined,
    storeOf: () => store,
    settled,
    stop: async (id, after) => {
      unfinished.get(id)?.abort()
      if (active === id) await settled(id, PATIENCE)
      else settle(id)
      await after()
    },
    tell: progress.tell,
    progress: progress.of,
    watch: progress.watch,
    load: () => {
      const reading = active === null ? 0 : 1
      return { reading, waiting: Math.max(0, unfinished.size - reading) }
    },
    open: async () => undefined,
    close: () => last,
  }
}
