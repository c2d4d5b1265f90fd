import { join } from 'node:path'
import type { Logger } from 'pino'
import { customFields } from '../data/queries.ts'
import type { Snapshots } from '../data/snapshots.ts'
import type { Store } from '../database/store.ts'
import { appliedMapping, mappingsFor } from '../mappings/remember.ts'
import { assessUpload } from '../uploads/assess.ts'
import { commitUpload } from '../uploads/commit.ts'
import { isStopped } from '../uploads/policy.ts'
import {
  clearReading,
  clearStrays,
  findUpload,
  unfinishedUploads,
  updateUpload,
  type UploadRow,
} from '../uploads/queries.ts'
import { createAheads, type Aheads, type Follower, type Told } from './ahead.ts'
import { createQueue, type Progress } from './queue.ts'
import { createReadFile, type ReadFile } from './read-file.ts'
import { refuseRows } from './row-limit.ts'
import { createStage, type Stage } from './stage.ts'
import { createThreads } from './threads.ts'
import { createTroubles, type Trouble, type Troubles } from './troubles.ts'

export type { Progress } from './queue.ts'

/** Reads uploaded files, one after the other, off the event loop. */
export interface Intake {
  /** Puts an upload in the queue; it must be pending. */
  enqueue(id: string): void
  /**
   * Begins to read a file while it is being received at a path; `enqueue` takes it over. Null
   * where another file is being read so.
   */
  ahead(id: string, path: string, options: Told['options']): Promise<Follower | null>
  progress(id: string): Progress
  /** How many uploads are read, and how many wait for that. */
  load(): { reading: number; waiting: number }
  /** Resolves when the upload is no longer waiting or being read, or when the time is over. */
  settled(id: string, milliseconds: number): Promise<void>
  /** Calls back whenever the upload moves on; the answer ends it. */
  watch(id: string, listener: () => void): () => void
  /** What kept this process from reading an upload, where it was not the file. */
  trouble(id: string): Trouble | null
  /** Stops reading, or takes out of the queue; nothing that was staged remains. `store` says for whom. */
  cancel(id: string, store: Store): Promise<void>
  /** What is staged of files that are still being received is about to be gone: they are read anew. */
  startOver(): void
  /** Keeps a thread ready, so that the next file need not wait for one to start. */
  prepare(): void
  /** Takes up what an earlier process left unfinished. */
  resume(): Promise<void>
  close(): Promise<void>
}

export interface IntakeDeps {
  store: Store
  snapshots: Snapshots
  files: string
  /** A file with more is refused. */
  maxRows: number
  log: Logger
  now: () => Date
}

interface Readers {
  aheads: Aheads
  readFile: ReadFile
  stageOf: (id: string) => Stage
}

async function headersKnown(deps: IntakeDeps): Promise<[string, string][]> {
  const { headers } = await deps.snapshots.current()
  const fields = await customFields(deps.store.read)
  return [...headers, ...fields.map((f): [string, string] => [f.name, f.id])]
}

/** What the reading thread is told of a file, but for its place. */
const toldOf = async (deps: IntakeDeps, options: Told['options']): Promise<Told> => ({
  options,
  knownFields: await headersKnown(deps),
  mappings: await mappingsFor(deps.store.read, { ...options }),
})

async function finish(deps: IntakeDeps, upload: UploadRow, signal: AbortSignal) {
  const { store } = deps
  const read = await findUpload(store.read, upload.id)
  if (read === null) return
  const usable = (read.summary?.cells ?? 0) > 0
  if (!usable) {
    await store.write((db) => updateUpload(db, upload.id, { status: 'failed' }))
    return
  }
  await assessUpload(deps, read, signal)
  if (upload.mode !== 'commit' || isStopped(read)) return
  const { id, by } = upload
  const acting = { actor: by, action: 'POST /uploads', subject: `uploads/${id}`, requestId: null }
  await commitUpload({ ...deps, store: store.as(acting) }, id)
}

interface Reading extends Readers {
  told: Told
  signal: AbortSignal
}

/** Reads a file that is all there, unless what was read while it came can be used. */
async function readOnce(deps: IntakeDeps, upload: UploadRow, reading: Reading) {
  const { told, signal, aheads, readFile, stageOf } = reading
  const marked = deps.store.write((db) => updateUpload(db, upload.id, { status: 'reading' }))
  const [finished] = await Promise.all([aheads.take(upload.id, told, signal), marked])
  signal.throwIfAborted()
  if (finished !== null) return finished
  const stage = stageOf(upload.id)
  await stage.clear()
  const path = join(deps.files, upload.sha256)
  const result = await readFile({ ...told, path, arrival: null }, stage, signal)
  if (result === null) throw new Error('the reading thread stopped early')
  return { stage, result }
}

async function readPending(deps: IntakeDeps, id: string, turn: Readers & { signal: AbortSignal }) {
  const upload = await findUpload(deps.store.read, id)
  if (upload?.status !== 'pending') return
  const told = await toldOf(deps, { name: upload.name, ...upload.reading })
  const { stage, result } = await readOnce(deps, upload, { ...turn, told })
  const rows = result.read?.summary.rows ?? 0
  if (rows > deps.maxRows) return refuseRows(deps.store, id, { rows, most: deps.maxRows })
  await stage.close(result.plan, result.read)
  const mapping = appliedMapping(result.plan, told.mappings)
  await deps.store.write((db) => updateUpload(db, id, { mapping }))
  return finish(deps, upload, turn.signal)
}

/** Leaves an upload that was stopped without anything that had been read of it. */
function discard({ store, now }: Pick<IntakeDeps, 'store' | 'now'>, id: string) {
  return store.write(async (db) => {
    const upload = await findUpload(db, id)
    if (upload === null || upload.status === 'committed' || upload.status === 'withdrawn') return
    await clearReading(db, id)
    await updateUpload(db, id, { status: 'withdrawn', withdrawnAt: now().toISOString() })
  })
}

/** What was staged after somebody had stopped the reading. */
function clearStopped(store: Store, id: string) {
  return store.stage(async (db) => {
    if ((await findUpload(db, id))?.status !== 'committed') await clearReading(db, id)
  })
}

interface Turn extends Readers {
  signal: AbortSignal
  troubles: Troubles
}

/** Reads one upload, or says that it failed; one that was stopped is discarded. */
async function work(deps: IntakeDeps, id: string, turn: Turn) {
  turn.troubles.forget(id)
  try {
    await readPending(deps, id, turn)
  } catch (error) {
    if (!turn.signal.aborted) {
      deps.log.error({ err: error, upload: id }, 'reading failed')
      await turn.troubles.tell(id, error)
    }
  }
  if (turn.signal.aborted) await clearStopped(deps.store, id)
}

/** A file during whose reading the process has ended so often is left alone: it may be the reason. */
const MOST_ATTEMPTS = 8

/** The uploads that a stopped process had not read to the end, pending again. */
async function leftOver(store: Store): Promise<string[]> {
  await store.write(clearStrays)
  const unfinished = await unfinishedUploads(store.read)
  const taken = unfinished.filter(({ attempts }) => attempts < MOST_ATTEMPTS)
  await store.write(async (db) => {
    for (const upload of unfinished) {
      const attempts = upload.attempts + (upload.status === 'reading' ? 1 : 0)
      const status = taken.includes(upload) ? 'pending' : 'failed'
      await updateUpload(db, upload.id, { status, attempts })
    }
  })
  return taken.map(({ id }) => id)
}

export function createIntake(deps: IntakeDeps): Intake {
  const stageOf = (id: string) => createStage(deps.store, id, (p) => queue.tell(id, p))
  const threads = createThreads()
  const readFile = createReadFile(threads)
  const aheads = createAheads(stageOf, readFile)
  const troubles = createTroubles(deps.store)
  const queue = createQueue((id, { signal }) => {
    return work(deps, id, { signal, aheads, readFile, stageOf, troubles })
  }, deps.log)
  const { enqueue, progress, settled, watch } = queue
  return {
    enqueue,
    ahead: async (id, path, options) => aheads.begin(id, path, await toldOf(deps, options)),
    progress,
    load: queue.load,
    settled,
    watch,
    trouble: troubles.of,
    startOver: aheads.startOver,
    cancel: async (id, store) => {
      await queue.stop(id)
      await discard({ ...deps, store }, id)
    },
    resume: async () => (await leftOver(deps.store)).forEach(enqueue),
    prepare: threads.prepare,
    close: async () => {
      await queue.idle()
      troubles.close()
      await threads.close()
    },
  }
}
