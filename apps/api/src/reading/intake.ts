import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { customFields } from '../data/queries.ts'
import type { Snapshots } from '../data/snapshots.ts'
import type { Store } from '../database/store.ts'
import { commitUpload } from '../uploads/commit.ts'
import { differenceOf } from '../uploads/diff.ts'
import {
  clearStrays,
  findUpload,
  unfinishedUploads,
  updateUpload,
  type UploadRow,
} from '../uploads/queries.ts'
import { createAheads, type Aheads, type Follower, type Told } from './ahead.ts'
import { readFile } from './read-file.ts'
import { createStage, type Stage } from './stage.ts'

export interface Progress {
  bytes: number
  rows: number
}

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
  /** Resolves when the upload is no longer waiting or being read, or when the time is over. */
  settled(id: string, milliseconds: number): Promise<void>
  /** Calls back whenever the upload moves on; the answer ends it. */
  watch(id: string, listener: () => void): () => void
  /** Takes up what an earlier process left unfinished. */
  resume(): Promise<void>
  close(): Promise<void>
}

export interface IntakeDeps {
  store: Store
  snapshots: Snapshots
  files: string
  log: Logger
  now: () => Date
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
})

async function finish(deps: IntakeDeps, upload: UploadRow) {
  const { store, snapshots } = deps
  const read = await findUpload(store.read, upload.id)
  if (read === null) return
  const usable = (read.summary?.cells ?? 0) > 0
  if (!usable) {
    await store.write((db) => updateUpload(db, upload.id, { status: 'failed' }))
    return
  }
  const difference = await differenceOf(store.read, read, await snapshots.current())
  await store.write((db) =>
    updateUpload(db, upload.id, { status: 'ready', counts: { ...read.counts, ...difference } }),
  )
  if (upload.mode === 'commit') await commitUpload(store, upload.id, deps.now())
}

interface Readers {
  aheads: Aheads
  stageOf: (id: string) => Stage
}

/** Reads a file that is all there, unless what was read while it came can be used. */
async function readOnce(deps: IntakeDeps, upload: UploadRow, { aheads, stageOf }: Readers) {
  const told = await toldOf(deps, { name: upload.name, ...upload.reading })
  const marked = deps.store.write((db) => updateUpload(db, upload.id, { status: 'reading' }))
  const finished = await aheads.take(upload.id, told)
  await marked
  if (finished !== null) return finished
  const stage = stageOf(upload.id)
  await stage.clear()
  const path = join(deps.files, upload.sha256)
  const result = await readFile({ ...told, path, arrival: null }, stage)
  if (result === null) throw new Error('the reading thread stopped early')
  return { stage, result }
}

async function readUpload(deps: IntakeDeps, upload: UploadRow, readers: Readers) {
  const { stage, result } = await readOnce(deps, upload, readers)
  await stage.close(result.plan, result.read)
  await finish(deps, upload)
}

async function readPending(deps: IntakeDeps, id: string, readers: Readers) {
  const upload = await findUpload(deps.store.read, id)
  if (upload?.status === 'pending') await readUpload(deps, upload, readers)
}

/** The uploads that a stopped process had not read to the end, pending again. */
async function leftOver(store: Store): Promise<string[]> {
  await store.write(clearStrays)
  const ids = (await unfinishedUploads(store.read)).map(({ id }) => id)
  for (const id of ids) await store.write((db) => updateUpload(db, id, { status: 'pending' }))
  return ids
}

export function createIntake(deps: IntakeDeps): Intake {
  const events = new EventEmitter().setMaxListeners(0)
  const progress = new Map<string, Progress>()
  const unfinished = new Set<string>()
  let last: Promise<void> = Promise.resolve()

  const stageOf = (id: string) =>
    createStage(deps.store, id, (p) => {
      progress.set(id, p)
      events.emit(id)
    })
  const aheads = createAheads(stageOf)

  async function attempt(id: string) {
    try {
      await readPending(deps, id, { aheads, stageOf })
    } catch (error) {
      deps.log.error({ err: error, upload: id }, 'reading failed')
      await deps.store.write((db) => updateUpload(db, id, { status: 'failed' }))
    } finally {
      unfinished.delete(id)
      progress.delete(id)
      events.emit(id)
    }
  }

  function enqueue(id: string) {
    unfinished.add(id)
    last = last.then(() => attempt(id)).catch((error: unknown) => deps.log.error({ err: error }))
  }

  async function settled(id: string, milliseconds: number) {
    const signal = AbortSignal.timeout(milliseconds)
    while (unfinished.has(id) && !signal.aborted) {
      await once(events, id, { signal }).catch(() => undefined)
    }
  }

  return {
    enqueue,
    ahead: async (id, path, options) => aheads.begin(id, path, await toldOf(deps, options)),
    settled,
    progress: (id) => progress.get(id) ?? { bytes: 0, rows: 0 },
    watch: (id, listener) => {
      events.on(id, listener)
      return () => events.off(id, listener)
    },
    resume: async () => (await leftOver(deps.store)).forEach(enqueue),
    close: () => last,
  }
}
