import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { done, failed, type Outcome } from '../problem.ts'
import type { AnswerMessage, TaskMessage } from './messages.ts'
import { runTask, type Answer, type Ask, type TaskName } from './tasks.ts'

/** Computes in threads, so that the thread that answers requests stays free. */
export interface Computing {
  /**
   * The answer of a task. `cost` says roughly how many cells it works through: a small one is computed
   * at once where it is asked. A fault where the client left (`signal`), or too much is waiting.
   */
  run<K extends TaskName>(name: K, ask: Ask<K>, how: HowToRun): Promise<Outcome<Answer<K>>>
  /** How many tasks are in threads, and how many wait for one. */
  load(): { running: number; waiting: number }
  close(): Promise<void>
}

export interface HowToRun {
  signal: AbortSignal
  /** Left out: never where it is asked. */
  cost?: number
}

export interface PoolOptions {
  threads?: number
  /** How many may wait before more are refused. */
  room?: number
  script?: URL
}

interface Job {
  readonly message: TaskMessage
  readonly signal: AbortSignal
  settle(answer: AnswerMessage | null): void
  fail(error: Error): void
}

interface Thread {
  readonly worker: Worker
  job: Job | null
}

const SCRIPT = new URL('./compute.worker.ts', import.meta.url)
// About five milliseconds.
const SMALL = 100_000
const LEFT = failed('conflict', 'The client left before the answer was ready.')
const BUSY = failed('too-many', 'Too much is being computed at the moment; try again in a while.')

// At least two, so that a long task does not hold up a short one.
const defaultThreads = () => Math.max(2, Math.min(4, availableParallelism() - 1))

function openThread(script: URL, threads: Set<Thread>, next: () => void): Thread {
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 1024 } })
  const thread: Thread = { worker, job: null }
  threads.add(thread)
  worker.on('message', (answer: AnswerMessage) => {
    const { job } = thread
    thread.job = null
    worker.unref()
    job?.settle(answer)
    next()
  })
  worker.on('error', (error: Error) => {
    threads.delete(thread)
    thread.job?.fail(error)
    thread.job = null
    next()
  })
  return thread
}

/** Queues jobs for threads that are started when first needed. */
function createQueue({ threads: most = defaultThreads(), script = SCRIPT }: PoolOptions) {
  const threads = new Set<Thread>()
  const waiting: Job[] = []

  function next() {
    const job = waiting[0]
    if (!job) return
    const idle = [...threads].find((thread) => thread.job === null)
    const thread = idle ?? (threads.size < most ? openThread(script, threads, next) : null)
    if (!thread) return
    waiting.shift()
    thread.job = job
    thread.worker.ref()
    thread.worker.postMessage(job.message)
    next()
  }

  // What runs cannot be asked to stop: its thread ends, and another takes its place when needed.
  async function giveUp(job: Job) {
    const place = waiting.indexOf(job)
    if (place >= 0) waiting.splice(place, 1)
    const thread = [...threads].find((it) => it.job === job)
    if (thread) {
      threads.delete(thread)
      thread.job = null
      await thread.worker.terminate()
    }
    next()
  }

  return {
    waiting,
    add(job: Job) {
      waiting.push(job)
      next()
    },
    giveUp,
    running: () => [...threads].filter((thread) => thread.job !== null).length,
    async close() {
      const open = [...threads]
      const jobs = [...waiting.splice(0), ...open.flatMap(({ job }) => job ?? [])]
      threads.clear()
      await Promise.all(open.map(({ worker }) => worker.terminate()))
      for (const job of jobs) job.settle(null)
    },
  }
}

export function createComputing(options: PoolOptions = {}): Computing {
  const queue = createQueue(options)
  const room = options.room ?? 32

  function inThread(message: TaskMessage, signal: AbortSignal): Promise<AnswerMessage | null> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        void queue.giveUp(job)
        resolve(null)
      }
      const job: Job = {
        message,
        signal,
        settle(answer) {
          signal.removeEventListener('abort', leave)
          resolve(answer)
        },
        fail: reject,
      }
      signal.addEventListener('abort', leave, { once: true })
      queue.add(job)
    })
  }

  return {
    async run(name, ask, { signal, cost = Infinity }) {
      if (signal.aborted) return LEFT
      if (cost <= SMALL) return done(runTask(name, ask))
      if (queue.waiting.length >= room) return BUSY
      const answer = await inThread({ name, ask }, signal)
      if (answer === null) return LEFT
      if (!answer.ok) throw new Error(answer.message)
      return done(answer.answer as Answer<typeof name>)
    },
    load: () => ({ running: queue.running(), waiting: queue.waiting.length }),
    close: queue.close,
  }
}
