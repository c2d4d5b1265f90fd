import { Worker } from 'node:worker_threads'
import type { Plan, Problem, Summary, ZoneSeen } from '@permu/intake'
import type { PackedRows, ReadingMessage, ReadingTask } from './messages.ts'

const WORKER = new URL('./read.worker.ts', import.meta.url)

/** What happens to the parts of a file as they come out of the reading thread. */
export interface Receiver {
  plan(plan: Plan): Promise<void>
  block(block: PackedRows): Promise<void>
  problems(problems: Problem[], dropped: number): Promise<void>
  progress(bytes: number, rows: number): void
}

export interface ReadingResult {
  plan: Plan
  /** Null where the file holds no table. */
  read: { summary: Summary; zones: ZoneSeen[]; periods: string[] } | null
}

type Handlers = {
  [K in ReadingMessage['kind']]: (message: Extract<ReadingMessage, { kind: K }>) => Promise<void>
}

function handlersFor(
  receiver: Receiver,
  result: Partial<ReadingResult>,
  gate: Int32Array,
): Handlers {
  return {
    plan: async ({ plan }) => {
      result.plan = plan
      await receiver.plan(plan)
    },
    block: async ({ block }) => {
      await receiver.block(block)
      Atomics.sub(gate, 0, 1)
      Atomics.notify(gate, 0)
    },
    problems: ({ problems, dropped }) => receiver.problems(problems, dropped),
    progress: async ({ bytes, rows }) => receiver.progress(bytes, rows),
    end: async ({ plan, summary, zones, periods }) => {
      result.plan = plan
      result.read = { summary, zones, periods }
    },
    unreadable: async ({ plan }) => {
      result.plan = plan
      result.read = null
      await receiver.plan(plan)
    },
  }
}

async function dispatch(handlers: Handlers, message: ReadingMessage): Promise<void> {
  switch (message.kind) {
    case 'plan':
      return handlers.plan(message)
    case 'block':
      return handlers.block(message)
    case 'problems':
      return handlers.problems(message)
    case 'progress':
      return handlers.progress(message)
    case 'end':
      return handlers.end(message)
    case 'unreadable':
      return handlers.unreadable(message)
    default:
      return message satisfies never
  }
}

/** Reads a file in a thread of its own; parts are handled one after the other, in order. */
export async function readFile(
  task: Omit<ReadingTask, 'inFlight'>,
  receiver: Receiver,
  signal: AbortSignal,
): Promise<ReadingResult> {
  const inFlight = new SharedArrayBuffer(4)
  const result: Partial<ReadingResult> = {}
  const handlers = handlersFor(receiver, result, new Int32Array(inFlight))
  signal.throwIfAborted()
  const worker = new Worker(WORKER, { workerData: { ...task, inFlight } })
  signal.addEventListener('abort', () => void worker.terminate())
  let last: Promise<void> = Promise.resolve()
  let broken: unknown = null
  worker.on('message', (message: ReadingMessage) => {
    last = last
      .then(() => (broken === null ? dispatch(handlers, message) : undefined))
      .catch((error: unknown) => {
        broken = error
        void worker.terminate()
      })
  })
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => resolve())
  })
  await last
  signal.throwIfAborted()
  if (broken !== null) throw broken instanceof Error ? broken : new Error('reading failed')
  const { plan, read } = result
  if (plan === undefined || read === undefined) throw new Error('the reading thread stopped early')
  return { plan, read }
}
