import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** What is known of a database file that nobody writes. */
export interface CopySummary {
  bytes: number
  sha256: string
  /** How many migrations it has had; null where it is no database of this program. */
  schema: number | null
  /** The first thing that is wrong with it; null where it is sound. */
  fault: string | null
  dataVersion: number
  counts: { uploads: number; zones: number; people: number }
  audit: { entries: number; head: string | null }
  /** The original files that it speaks of. */
  originals: { sha256: string; bytes: number }[]
}

export interface CopyTask {
  source: string
  target: string | null
}

export type CopyTold = { summary: CopySummary } | { error: { message: string; isFull: boolean } }

const WORKER = new URL('./dialect.sqlite.copy.worker.ts', import.meta.url)

/** A copy that could not be made, or a file that is none. */
export class CopyError extends Error {
  readonly code: string
  constructor(message: string, isFull: boolean) {
    super(message)
    this.code = isFull ? 'ENOSPC' : 'UNREADABLE'
  }
}

async function inThread(task: CopyTask): Promise<CopySummary> {
  const worker = new Worker(WORKER, { workerData: task })
  try {
    const [told] = (await once(worker, 'message')) as [CopyTold]
    if ('summary' in told) return told.summary
    throw new CopyError(told.error.message, told.error.isFull)
  } finally {
    await worker.terminate()
  }
}

/** Copies a database, also one that is being written, as of one moment, and looks at the copy. */
export const copyDatabase = (source: string, target: string) => inThread({ source, target })

/** Looks at a database file that nobody writes, all of it. */
export const inspectCopy = (source: string) => inThread({ source, target: null })
