import { Worker } from 'node:worker_threads'

const WORKER = new URL('./read.worker.ts', import.meta.url)
/** Milliseconds after a reading until the next thread is made ready. */
const LATER = 2_000

/** Threads that read one file each; one may stand ready, with its code loaded and compiled. */
export interface Threads {
  /** A thread for one task, which is told to it by a message. */
  take(): Worker
  /** Keeps one thread ready from now on. */
  prepare(): void
  close(): Promise<void>
}

/** With time at hand a thread also tries its code before its task comes. */
function start(hasTime: boolean): Worker {
  return new Worker(WORKER, {
    workerData: hasTime,
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  })
}

export function createThreads(): Threads {
  let ready: Worker | null = null
  let isPreparing = false

  function prepare() {
    isPreparing = true
    if (ready !== null) return
    const worker = start(true)
    const forget = () => {
      if (ready === worker) ready = null
    }
    worker.once('exit', forget)
    // A thread that cannot start says so to whoever needs one.
    worker.once('error', forget)
    worker.unref()
    ready = worker
  }

  function take(): Worker {
    const worker = ready ?? start(false)
    ready = null
    worker.removeAllListeners()
    worker.ref()
    worker.once('exit', () => {
      const later = setTimeout(() => isPreparing && prepare(), LATER)
      later.unref()
    })
    return worker
  }

  async function close() {
    isPreparing = false
    await ready?.terminate()
  }

  return { take, prepare, close }
}
