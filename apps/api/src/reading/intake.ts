import { join } from 'node:path'
import type { Logger } from 'pino'
import { customFields } from '../data/queries.ts'
import type { Snapshots } from '../data/snapshots.ts'
import type { Store } from '../database/store.ts'
import { appliedMapping, mappingsFor } from '../mappings/remember.ts'
import { assessUpload } from '../uploads/assess.ts'
import { commitUpload } from '../uploads/commit.ts'
import { isStopped } from '../uploads/policy.ts'
import { clearReading, findUpload, updateUpload, type UploadRow } from '../uploads/queries.ts'
import { createAheads, type Aheads, type Follower, type Told } from './ahead.ts'
import { leftOver, recoverOne } from './left-over.ts'
import type { Progress } from './progress.ts'
import { createOwnQueue } from './queue.own.ts'
import { createSharedQueue } from './queue.shared.ts'
import { TakenOver, type Queue, type QueueDeps, type Turn } from './queue.ts'
import { createReadFile, type ReadFile } from './read-file.ts'
import { refuseRows } from './row-limit.ts'
import { createStage, type Stage } from './stage.ts'
import { createThreads } from './threads.ts'
import { createTroubles, type Trouble, type Troubles } from './troubles.ts'

export type { Progress } from './progress.ts'

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
  /** Takes up what an earlier process left unfinished, and from then on what others leave. */
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

interface Reader extends Readers {
  troubles: Troubles
}

/** Reads one upload, or says that it failed; one that was stopped is discarded. */
async function work(
  deps: IntakeDeps,
  id: string,
  { signal, troubles, ...readers }: Reader & Pick<Turn, 'signal'>,
) {
  troubles.forget(id)
  try {
    await readPending(deps, id, { signal, ...readers })
    if (signal.aborted) await clearStopped(deps.store, id)
  } catch (error) {
    if (error instanceof TakenOver) return
    if (signal.aborted) return clearStopped(deps.store, id)
    deps.log.error({ err: error, upload: id }, 'reading failed')
    await troubles.tell(id, error, deps.store)
  }
}

/** The queue that fits the store: of this process alone, or of all that share the database. */
const createQueue = (deps: QueueDeps): Queue =>
  deps.store.sharing === null ? createOwnQueue(deps) : createSharedQueue(deps, deps.store.sharing)

/** A reading that has begun with nobody else taking the upload up, until it is abandoned. */
async function followed(
  queue: Pick<Queue, 'hold' | 'letGo'>,
  id: string,
  begin: () => Promise<Follower | null>,
): Promise<Follower | null> {
  await queue.hold(id)
  const follower = await begin()
  if (follower === null) {
    await queue.letGo(id)
    return null
  }
  const abandon = () => follower.abandon().finally(() => queue.letGo(id))
  return { ...follower, abandon }
}

export function createIntake(deps: IntakeDeps): Intake {
  const stageOf = (id: string) => createStage(queue.storeOf(id), id, (p) => queue.tell(id, p))
  const threads = createThreads()
  const readFile = createReadFile(threads)
  const aheads = createAheads(stageOf, readFile)
  const troubles = createTroubles()
  const reader = { aheads, readFile, stageOf, troubles }
  const { store, log } = deps
  const queue = createQueue({
    ...{ store, log, recover: recoverOne },
    work: (id, turn) =>
      work({ ...deps, store: turn.store }, id, { ...reader, signal: turn.signal }),
  })
  const { enqueue, progress, settled, watch } = queue
  return {
    enqueue,
    ahead: async (id, path, options) =>
      followed(queue, id, async () => aheads.begin(id, path, await toldOf(deps, options))),
    progress,
    load: queue.load,
    settled,
    watch,
    trouble: troubles.of,
    startOver: aheads.startOver,
    cancel: (id, by) => queue.stop(id, () => discard({ ...deps, store: by }, id)),
    resume: async () => {
      if (store.sharing === null) (await leftOver(store)).forEach(enqueue)
      await queue.open()
    },
    prepare: threads.prepare,
    close: async () => {
      await queue.close()
      troubles.close()
      await threads.close()
    },
  }
}
