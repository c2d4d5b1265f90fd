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
import { readAhead, type Ahead } from './ahead.ts'
import type { ReadingTask } from './messages.ts'
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
   * where another file is being read.
   */
  ahead(id: string, path: string, options: ReadingOptions): Promise<Ahead | null>
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

async function finish(deps: IntakeDeps, upload: UploadRow, { staged }: Stage) {
  const { store, snapshots } = deps
  const read = await findUpload(store.read, upload.id)
  if (read === null) return
  const usable = (read.summary?.cells ?? 0) > 0
  if (!usable) {
    await store.write((db) => updateUpload(db, upload.id, { status: 'failed' }))
    return
  }
  const snapshot = await snapshots.current()
  const difference = await differenceOf(store.read, read, { snapshot, staged })
  await store.write((db) =>
    updateUpload(db, upload.id, { status: 'ready', counts: { ...read.counts, ...difference } }),
  )
  if (upload.mode === 'commit') await commitUpload(store, upload.id, deps.now())
}

type ReadingOptions = ReadingTask['options']
type Told = Pick<ReadingTask, 'options' | 'knownFields'>

/** A reading that began before its upload was known. */
interface Begun {
  stage: Stage
  ahead: Ahead
}

async function readWhole(path: string, { task, stage }: { task: Told; stage: Stage }) {
  await stage.clear()
  const result = await readFile({ ...task, path, arrival: null }, stage)
  if (result === null) throw new Error('a file that is all there was not read')
  return result
}

/** Reads an upload, or takes over what was read of it while it was received. */
async function readUpload(
  deps: IntakeDeps,
  upload: UploadRow,
  { begun, newStage }: { begun: Begun | undefined; newStage: () => Stage },
) {
  const options = { name: upload.name, ...upload.reading }
  const task = { options, knownFields: await headersKnown(deps) }
  if (begun !== undefined) {
    await begun.stage.open()
    const result = await begun.ahead.take(task)
    if (result !== null) {
      await begun.stage.close(result.plan, result.read)
      return begun.stage
    }
  }
  const stage = newStage()
  await stage.open()
  const { plan, read } = await readWhole(join(deps.files, upload.sha256), { task, stage })
  await stage.close(plan, read)
  return stage
}

export function createIntake(deps: IntakeDeps): Intake {
  const events = new EventEmitter().setMaxListeners(0)
  const progress = new Map<string, Progress>()
  const unfinished = new Set<string>()
  const ahead = new Map<string, Begun>()
  let last: Promise<void> = Promise.resolve()

  const stageOf = (id: string) =>
    createStage(deps.store, id, (p) => {
      progress.set(id, p)
      events.emit(id)
    })

  async function readPending(id: string) {
    const begun = ahead.get(id)
    ahead.delete(id)
    const upload = await findUpload(deps.store.read, id)
    if (upload?.status !== 'pending') return
    const stage = await readUpload(deps, upload, { begun, newStage: () => stageOf(id) })
    await finish(deps, upload, stage)
  }

  async function attempt(id: string) {
    try {
      await readPending(id)
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

  async function begin(id: string, path: string, options: ReadingOptions) {
    if (ahead.size > 0 || unfinished.size > 0) return null
    const task = { options, knownFields: await headersKnown(deps) }
    const stage = stageOf(id)
    const begun = readAhead({ ...task, path }, stage, (error) => {
      deps.log.error({ err: error, upload: id }, 'reading ahead failed')
    })
    ahead.set(id, { stage, ahead: begun })
    const abandon = () => {
      ahead.delete(id)
      progress.delete(id)
      return begun.abandon()
    }
    return { ...begun, abandon }
  }

  async function settled(id: string, milliseconds: number) {
    const signal = AbortSignal.timeout(milliseconds)
    while (unfinished.has(id) && !signal.aborted) {
      await once(events, id, { signal }).catch(() => undefined)
    }
  }

  return {
    enqueue,
    ahead: begin,
    settled,
    progress: (id) => progress.get(id) ?? { bytes: 0, rows: 0 },
    watch: (id, listener) => {
      events.on(id, listener)
      return () => events.off(id, listener)
    },
    resume: async () => {
      await deps.store.write(clearStrays)
      for (const { id } of await unfinishedUploads(deps.store.read)) {
        await deps.store.write((db) => updateUpload(db, id, { status: 'pending' }))
        enqueue(id)
      }
    },
    close: () => last,
  }
}
