import { statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { checkpoint } from './dialect.sqlite.checkpoint.ts'
import type { Held } from './dialect.sqlite.held.ts'
import { dropSums } from './dialect.sqlite.sums.ts'

/** Looks after the write-ahead log, so that the thread that answers requests never waits for it. */
export interface LogKeeper {
  /** The log may have grown: copies it into the database, in a thread, where it has become long. */
  grown(): void
  /** Makes all of the log durable, by a thread of the pool; where that failed before, without the log. */
  sync(): Promise<void>
  /** Brings all of the log into the database, durably, and begins it anew, or throws. */
  settle(): Promise<void>
  close(): Promise<void>
}

export interface Log {
  path: string
  held: Held
  /** Another process looks after it. */
  isOthers: boolean
  /** Begins the log anew, after all of it was copied, or throws. */
  restart(): void
  /** Another one after each commit of another connection. */
  version(): number
}

const LONG_LOG = 64 * 1024 * 1024
/** Beyond this it is copied at once; below, when nothing has been written for a while. */
const LONGEST_LOG = 4 * LONG_LOG
/** Milliseconds. */
const QUIET = 1_000
/** So much is made durable at a time while more is written, lest a commit wait for all of it. */
const SYNCED_TOGETHER = 16 * 1024 * 1024
const CHECKPOINT = new URL('./dialect.sqlite.checkpoint.worker.ts', import.meta.url)

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** Tells whether it was done; one that fails is made up for by the next, or when the database is closed. */
function inThread(workerData: Pick<Log, 'path' | 'held'>): Promise<boolean> {
  return new Promise((resolve) => {
    const worker = new Worker(CHECKPOINT, {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: 2 },
    })
    worker.once('error', () => resolve(false))
    worker.once('exit', (code) => resolve(code === 0))
  })
}

async function syncFile(path: string) {
  const handle = await open(path, 'r').catch(() => null)
  await handle?.datasync()
  await handle?.close()
}

/** Does something when nothing has come for a while. */
function whenQuiet(work: () => void) {
  let timer: NodeJS.Timeout | null = null
  return {
    disturb: () => {
      if (timer === null) timer = setTimeout(work, QUIET).unref()
      else timer.refresh()
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer)
    },
  }
}

export function createLogKeeper({ path, held, isOthers, restart, version }: Log): LogKeeper {
  const log = `${path}-wal`
  let running: Promise<void> | null = null
  let checkpointed = 0
  let synced = 0
  let isSyncing = false
  let failure: unknown = null

  function copy(size: number, length: number) {
    if (running !== null || isOthers) return
    if (size < checkpointed) checkpointed = 0
    if (size - checkpointed < length) return
    running = inThread({ path, held }).then((isDone) => {
      if (isDone) checkpointed = size
      running = null
    })
  }

  /** Begins to make durable what has been written meanwhile; a commit waits for the rest only. */
  function syncAhead(size: number) {
    if (size < synced) synced = 0
    if (isSyncing || size - synced < SYNCED_TOGETHER) return
    isSyncing = true
    synced = size
    sync()
      .catch((error: unknown) => (failure ??= error))
      .finally(() => (isSyncing = false))
  }

  const quiet = whenQuiet(() => copy(sizeOf(log), LONG_LOG))

  function grown() {
    const size = sizeOf(log)
    syncAhead(size)
    copy(size, LONGEST_LOG)
    quiet.disturb()
  }

  async function close() {
    quiet.stop()
    await running
  }

  async function settle() {
    // The sums of the pages are written as a whole, by one at a time.
    while (running !== null) await running
    const before = version()
    checkpoint(path, held)
    restart()
    // Another process has written meanwhile: of those pages there are no sums.
    if (version() !== before) dropSums(path)
  }

  async function sync() {
    if (failure === null) return syncFile(log)
    // The system tells of lost pages once only; only a new log is as good as one that was synced.
    await settle()
    failure = null
  }

  return { grown, sync, settle, close }
}
