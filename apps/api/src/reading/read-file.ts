import type { LedgerRow, Plan, Problem, Summary, ZoneSeen } from '@permu/intake'
import type { PackedRows, ReadingMessage, ReadingTask } from './messages.ts'
import type { Threads } from './threads.ts'

/** What happens to the parts of a file as they come out of the reading thread. */
export interface Receiver {
  plan(plan: Plan): Promise<void>
  block(block: PackedRows): Promise<void>
  projects(projects: LedgerRow[]): Promise<void>
  problems(problems: Problem[], dropped: number): Promise<void>
  zones(from: number, zones: ZoneSeen[]): Promise<void>
  progress(bytes: number, rows: number): void
}

export interface ReadingResult {
  plan: Plan
  /** Null where the file holds no table. */
  read: { summary: Summary; periods: string[] } | null
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
    projects: ({ projects }) => receiver.projects(projects),
    problems: ({ problems, dropped }) => receiver.problems(problems, dropped),
    zones: ({ from, zones }) => receiver.zones(from, zones),
    progress: async ({ bytes, rows }) => receiver.progress(bytes, rows),
    end: async ({ plan, summary, periods }) => {
      result.plan = plan
      result.read = { summary, periods }
    },
    misjudged: async () => undefined,
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
    case 'projects':
      return handlers.projects(message)
    case 'problems':
      return handlers.problems(message)
    case 'zones':
      return handlers.zones(message)
    case 'progress':
      return handlers.progress(message)
    case 'end':
      return handlers.end(message)
    case 'misjudged':
      return handlers.misjudged(message)
    case 'unreadable':
      return handlers.unreadable(message)
    default:
      return message satisfies never
  }
}

/**
 * Reads a file in a thread of its own; parts are handled one after the other, in order. Null where a
 * file that was still being received did not keep what its head promised, or did not come.
 */
export type ReadFile = (
  task: Omit<ReadingTask, 'inFlight'>,
  receiver: Receiver,
  signal: AbortSignal,
) => Promise<ReadingResult | null>

export const createReadFile =
  (threads: Threads): ReadFile =>
  async (task, receiver, signal) => {
    const inFlight = new SharedArrayBuffer(4)
    const result: Partial<ReadingResult> = {}
    const handlers = handlersFor(receiver, result, new Int32Array(inFlight))
    signal.throwIfAborted()
    const worker = threads.take()
    const transferred = task.arrival === null ? [] : [task.arrival.proof]
    worker.postMessage({ ...task, inFlight } satisfies ReadingTask, transferred)
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
    await new Promise<void>((resolve) => {
      // What is still queued is not stored: whoever hears of the failure clears.
      worker.once('error', (error: unknown) => {
        broken ??= error
        resolve()
      })
      worker.once('exit', () => resolve())
    })
    await last
    signal.throwIfAborted()
    if (broken !== null) throw broken instanceof Error ? broken : new Error('reading failed')
    const { plan, read } = result
    if (plan !== undefined && read !== undefined) return { plan, read }
    if (task.arrival !== null) return null
    throw new Error('the reading thread stopped early')
  }
