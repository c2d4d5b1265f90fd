import type { Question, Reply } from './intake.worker.ts'
import type { LocalReading } from './reading.ts'

/** The largest file that the page reads by itself; a larger one is read by the server. */
export const LOCAL_LIMIT = 20 * 1024 * 1024

/** Reads files in a thread of the page, so that the page stays quick and nothing is sent. */
export interface LocalReader {
  readonly read: (question: Omit<Question, 'id'>) => Promise<LocalReading>
  /** Gives the reader back; one that is still reading is stopped. */
  readonly close: () => void
}

// One that waits, so that a file can be read when the server is out of reach.
let waiting: Worker | null = null
let count = 0

const start = () => new Worker(new URL('./intake.worker.ts', import.meta.url), { type: 'module' })

/** Has a reader ready before the first file comes. */
export function prepareLocalReader(): void {
  waiting ??= start()
}

export function openLocalReader(): LocalReader {
  const worker = waiting ?? start()
  waiting = null
  let open = 0
  const read: LocalReader['read'] = (question) => {
    open++
    return ask(worker, { ...question, id: ++count }).finally(() => open--)
  }
  const close = () => {
    if (open > 0 || waiting) worker.terminate()
    else waiting = worker
  }
  return { read, close }
}

function ask(worker: Worker, question: Question): Promise<LocalReading> {
  return new Promise((resolve, reject) => {
    const heard = new AbortController()
    const { signal } = heard
    const onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.id !== question.id) return
      heard.abort()
      if ('reading' in data) resolve(data.reading)
      else reject(new Error(data.fault))
    }
    const onerror = ({ message }: ErrorEvent) => {
      heard.abort()
      reject(new Error(message))
    }
    worker.addEventListener('message', onmessage, { signal })
    worker.addEventListener('error', onerror, { signal })
    worker.postMessage(question)
  })
}
