import { EventEmitter, once } from 'node:events'
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
import { readFile } from './read-file.ts'
import { createStage } from './stage.ts'

export interface Progress {
  bytes: number
  rows: number
  /** Milliseconds since reading began. */
  elapsed?: number
}

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

interface Attempt {
  signal: AbortSignal
  progress(p: Progress): void
}

async function readUpload(deps: IntakeDeps, upload: UploadRow, { progress, signal }: Attempt) {
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

async function readPending(deps: IntakeDeps, id: string, attempt: Attempt) {
  const upload = await findUpload(deps.store.read, id)
  if (upload?.status === 'pending') await readUpload(deps, upload, attempt)
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

const PATIENCE = 60_000

export function createIntake(deps: IntakeDeps): Intake {
  const events = new EventEmitter().setMaxListeners(0)
  const progress = new Map<string, Progress>()
  const unfinished = new Map<string, AbortController>()
  let last: Promise<void> = Promise.resolve()
  let active: string | null = null

  async function attempt(id: string, signal: AbortSignal) {
    const began = performance.now()
    function tell(p: Progress) {
      progress.set(id, { ...p, elapsed: performance.now() - began })
      events.emit(id)
    }
    try {
      await readPending(deps, id, { signal, progress: tell })
    } catch (error) {
      if (signal.aborted) return
      deps.log.error({ err: error, upload: id }, 'reading failed')
      await deps.store.write((db) => updateUpload(db, id, { status: 'failed' }))
    }
  }

  async function take(id: string, signal: AbortSignal) {
    active = id
    try {
      if (!signal.aborted) await attempt(id, signal)
      if (signal.aborted) await discard(deps, id)
    } finally {
      active = null
      settle(id)
    }
  }

  function settle(id: string) {
    unfinished.delete(id)
    progress.delete(id)
    events.emit(id)
  }

  function enqueue(id: string) {
    const control = new AbortController()
    unfinished.set(id, control)
    last = last.then(() => take(id, control.signal)).catch((error: unknown) => deps.log.error({ err: error }))
  }

  async function settled(id: string, milliseconds: number) {
    const signal = AbortSignal.timeout(milliseconds)
    while (unfinished.has(id) && !signal.aborted) {
      await once(events, id, { signal }).catch(() => undefined)
    }
  }

  async function cancel(id: string) {
    const control = unfinished.get(id)
    if (control === undefined) return
    control.abort()
    if (active === id) return settled(id, PATIENCE)
    await discard(deps, id)
    settle(id)
  }

  return {
    enqueue,
    settled,
    cancel,
    progress: (id) => progress.get(id) ?? { bytes: 0, rows: 0 },
    watch: (id, listener) => {
      events.on(id, listener)
      return () => events.off(id, listener)
    },
    resume: async () => {
      for (const { id } of await unfinishedUploads(deps.store.read)) {
        await deps.store.write((db) => updateUpload(db, id, { status: 'pending' }))
        enqueue(id)
      }
    },
    close: () => last,
  }
}
