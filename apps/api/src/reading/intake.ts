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
  findUpload,
  unfinishedUploads,
  updateUpload,
  type UploadRow,
} from '../uploads/queries.ts'
import { createQueue, type Progress, type Turn } from './queue.ts'
import { readFile } from './read-file.ts'
import { createStage } from './stage.ts'

export type { Progress } from './queue.ts'

/** Reads uploaded files, one after the other, off the event loop. */
export interface Intake {
  /** Puts an upload in the queue; it must be pending. */
  enqueue(id: string): void
  progress(id: string): Progress
  /** Resolves when the upload is no longer waiting or being read, or when the time is over. */
  settled(id: string, milliseconds: number): Promise<void>
  /** Calls back whenever the upload moves on; the answer ends it. */
  watch(id: string, listener: () => void): () => void
  /** Stops reading, or takes out of the queue; nothing that was staged remains. */
  cancel(id: string): Promise<void>
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
  if (upload.mode === 'commit' && !isStopped(read)) await commitUpload(deps, upload.id)
}

async function readUpload(deps: IntakeDeps, upload: UploadRow, { progress, signal }: Turn) {
  const mappings = await mappingsFor(deps.store.read, upload.reading)
  const stage = createStage(deps.store, upload.id, progress)
  await stage.open()
  const { plan, read } = await readFile(
    {
      path: join(deps.files, upload.sha256),
      options: { name: upload.name, ...upload.reading },
      knownFields: await headersKnown(deps),
      mappings,
    },
    stage,
    signal,
  )
  await stage.close(plan, read)
  const mapping = appliedMapping(plan, mappings)
  await deps.store.write((db) => updateUpload(db, upload.id, { mapping }))
  await finish(deps, upload, signal)
}

async function readPending(deps: IntakeDeps, id: string, turn: Turn) {
  const upload = await findUpload(deps.store.read, id)
  if (upload?.status === 'pending') await readUpload(deps, upload, turn)
}

/** Leaves an upload that was stopped without anything that had been read of it. */
function discard({ store, now }: IntakeDeps, id: string) {
  return store.write(async (db) => {
    const upload = await findUpload(db, id)
    if (upload === null || upload.status === 'committed' || upload.status === 'withdrawn') return
    await clearReading(db, id)
    await updateUpload(db, id, { status: 'withdrawn', withdrawnAt: now().toISOString() })
  })
}

/** Reads one upload, or says that it failed; one that was stopped is discarded. */
async function work(deps: IntakeDeps, id: string, turn: Turn) {
  try {
    await readPending(deps, id, turn)
  } catch (error) {
    if (!turn.signal.aborted) {
      deps.log.error({ err: error, upload: id }, 'reading failed')
      await deps.store.write((db) => updateUpload(db, id, { status: 'failed' }))
    }
  }
  if (turn.signal.aborted) await discard(deps, id)
}

export function createIntake(deps: IntakeDeps): Intake {
  const queue = createQueue((id, turn) => work(deps, id, turn), deps.log)
  const { enqueue, progress, settled, watch } = queue
  return {
    enqueue,
    progress,
    settled,
    watch,
    cancel: async (id) => {
      await queue.stop(id)
      await discard(deps, id)
    },
    resume: async () => {
      for (const { id } of await unfinishedUploads(deps.store.read)) {
        await deps.store.write((db) => updateUpload(db, id, { status: 'pending' }))
        enqueue(id)
      }
    },
    close: queue.idle,
  }
}
