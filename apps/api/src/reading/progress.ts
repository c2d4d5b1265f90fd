import { EventEmitter, once } from 'node:events'

export interface Progress {
  bytes: number
  rows: number
  /** Milliseconds since reading began. */
  elapsed?: number
}

const endOf = (id: string) => `end ${id}`

/** Who hears how far each upload has come. */
export function createProgress() {
  const events = new EventEmitter().setMaxListeners(0)
  const progress = new Map<string, Progress>()
  const began = new Map<string, number>()
  return {
    of: (id: string): Progress => progress.get(id) ?? { bytes: 0, rows: 0 },
    tell(id: string, p: Progress) {
      const now = performance.now()
      if (!began.has(id)) began.set(id, now)
      progress.set(id, { elapsed: now - (began.get(id) ?? now), ...p })
      events.emit(id)
    },
    end(id: string) {
      progress.delete(id)
      began.delete(id)
      events.emit(id)
      events.emit(endOf(id))
    },
    /** Resolves when it has ended, or nobody wants to wait any more. */
    async ending(id: string, signal: AbortSignal) {
      await once(events, endOf(id), { signal }).catch(() => undefined)
    },
    watch(id: string, listener: () => void) {
      events.on(id, listener)
      return () => void events.off(id, listener)
    },
  }
}
