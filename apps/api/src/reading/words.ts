import { randomUUID } from 'node:crypto'
import type { Sharing } from '../database/sharing.ts'
import type { Db } from '../database/store.ts'
import type { Progress } from './progress.ts'

/** What processes tell each other about uploads. */

type Word =
  | { kind: 'progress'; id: string; progress: Progress }
  | { kind: 'waiting' }
  | { kind: 'end'; id: string }
  | { kind: 'stop'; id: string; to: string }

interface Hearing {
  progress(id: string, p: Progress): void
  waiting(): void
  end(id: string): void
  /** Somebody wants it stopped, and left to them. */
  stop(id: string, to: string): void
}

/** Between two words about how far an upload has come; milliseconds. */
const PROGRESS_EVERY = 250

function hear(word: Word, hearing: Hearing) {
  switch (word.kind) {
    case 'progress':
      return hearing.progress(word.id, word.progress)
    case 'waiting':
      return hearing.waiting()
    case 'end':
      return hearing.end(word.id)
    case 'stop':
      return hearing.stop(word.id, word.to)
  }
}

export function createWords(air: Pick<Sharing<Db>, 'tell' | 'hear'>, hearing: Hearing) {
  const self = randomUUID()
  let end: (() => Promise<void>) | null = null
  const saidAt = new Map<string, number>()
  const say = (word: Word) => air.tell(JSON.stringify({ from: self, ...word }))

  return {
    progress(id: string, progress: Progress) {
      const now = performance.now()
      if (now - (saidAt.get(id) ?? Number.NEGATIVE_INFINITY) < PROGRESS_EVERY) return
      saidAt.set(id, now)
      // Whoever misses one hears the next.
      void say({ kind: 'progress', id, progress }).catch(() => undefined)
    },
    waiting: () => say({ kind: 'waiting' }),
    stop: (id: string, to: string) => say({ kind: 'stop', id, to }),
    end: (id: string) => {
      saidAt.delete(id)
      hearing.end(id)
      return say({ kind: 'end', id })
    },
    async open() {
      end ??= await air.hear((message) => {
        const word = JSON.parse(message) as Word & { from: string }
        if (word.from !== self) hear(word, hearing)
      })
    },
    close: async () => end?.(),
  }
}
