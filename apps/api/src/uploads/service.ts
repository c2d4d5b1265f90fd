import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Reading, Upload } from '../contract.ts'
import { WORKSPACE } from '../database/store.ts'
import { NO_COUNTS, type SampleKind, type UploadMode } from '../database/vocabulary.ts'
import type { Deps } from '../env.ts'
import type { Follower } from '../reading/ahead.ts'
import { done, failed, type Fault, type Outcome } from '../problem.ts'
import { commitUpload } from './commit.ts'
import { PROBLEMS_SHOWN, toUpload } from './present.ts'
import {
  findSameBytes,
  findUpload,
  insertUpload,
  problemsOf,
  updateUpload,
  type UploadRow,
} from './queries.ts'
import { receive, type Received, type Source } from './receive.ts'
import { choicesFor, findWrongSheet } from './sheet-choice.ts'

export interface Sending {
  name?: string | undefined
  period?: string | undefined
  mode?: UploadMode | undefined
  encoding?: string | undefined
  delimiter?: string | undefined
  sheet?: string | undefined
  sample?: { kind: SampleKind; id: string }
}

export const filesFolder = (deps: Deps) => join(deps.config.data, 'files')

/** Sorts by time: 12 hexadecimal digits of milliseconds, then chance. */
export function newUploadId(now: Date): string {
  return `${now.getTime().toString(16).padStart(12, '0')}-${randomBytes(6).toString('hex')}`
}

/** The choices of a person about how a file is read, without those that were not made. */
export function readingOf(choices: Partial<Reading>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(choices).filter(([, v]) => v !== undefined && v !== ''))
}

export async function presentUpload(deps: Deps, row: UploadRow): Promise<Upload> {
  const problems = await problemsOf(deps.store.read, row.id, PROBLEMS_SHOWN)
  return toUpload(row, problems, deps.intake.progress(row.id))
}

export async function requireUpload(deps: Deps, id: string): Promise<Outcome<UploadRow>> {
  const row = await findUpload(deps.store.read, id)
  return row ? done(row) : failed('not-found', 'There is no such upload.')
}

const nameOf = (sending: Sending, sent: string | null) => sending.name ?? sent ?? 'upload.csv'

const choicesOf = ({ period, encoding, delimiter, sheet }: Sending) =>
  readingOf({ period, encoding, delimiter, sheet })

interface Incoming {
  id: string
  sending: Sending
  received: Received
}

function newRow(deps: Deps, { id, sending, received }: Incoming): UploadRow {
  return {
    workspace: WORKSPACE,
    id,
    name: nameOf(sending, received.name),
    sha256: received.sha256,
    bytes: received.bytes,
    by: 'local',
    createdAt: deps.now().toISOString(),
    committedAt: null,
    layer: null,
    status: 'pending',
    mode: sending.mode ?? 'commit',
    sample: sending.sample?.kind ?? null,
    sampleId: sending.sample?.id ?? null,
    reading: choicesOf(sending),
    plan: null,
    summary: null,
    periods: [],
    counts: NO_COUNTS,
  }
}

/** Keeps the bytes of a request and queues them for reading; known bytes are told, not kept twice. */
export async function acceptUpload(
  deps: Deps,
  source: Source | null,
  sending: Sending,
): Promise<Outcome<{ row: UploadRow; known: boolean }>> {
  const id = newUploadId(deps.now())
  let ahead: Follower | null = null
  const received = await receive(source, {
    folder: filesFolder(deps),
    temporary: `incoming-${randomBytes(8).toString('hex')}`,
    limit: deps.config.maxUploadBytes,
    follow: async (path, sent) => {
      const options = { name: nameOf(sending, sent), ...choicesOf(sending) }
      return (ahead = await deps.intake.ahead(id, path, options))
    },
  })
  if (!received.ok) return received
  const row = newRow(deps, { id, sending, received: received.value })
  const same = (await findSameBytes(deps.store.read, row.sha256)).find(
    (other) => JSON.stringify(other.reading) === JSON.stringify(row.reading),
  )
  if (same) {
    await (ahead as Follower | null)?.abandon()
    return done({ row: same, known: true })
  }
  await deps.store.write((db) => insertUpload(db, row))
  deps.intake.enqueue(row.id)
  return done({ row, known: false })
}

/** Reads a file again with other choices; only one that is not in the data yet. */
export async function readAgain(
  deps: Deps,
  id: string,
  choices: Reading & { mode: UploadMode },
): Promise<Outcome<UploadRow>> {
  const { mode, ...reading } = choices
  const outcome = await deps.store.write(async (db): Promise<Outcome<null>> => {
    const row = await findUpload(db, id)
    if (!row) return failed('not-found', 'There is no such upload.')
    if (row.status !== 'ready' && row.status !== 'failed') {
      return failed('conflict', `An upload that is “${row.status}” cannot be read again.`)
    }
    const wrong = findWrongSheet(row, reading.sheet)
    if (wrong) return wrong
    const merged = { ...choicesFor(row, reading.sheet), ...readingOf(reading) }
    await updateUpload(db, id, { status: 'pending', mode, reading: merged, summary: null })
    return done(null)
  })
  if (!outcome.ok) return outcome
  deps.intake.enqueue(id)
  return requireUpload(deps, id)
}

/** Commits a preview, first reading it again where choices came along. */
export async function commitPreview(
  deps: Deps,
  id: string,
  choices: Reading,
): Promise<Outcome<UploadRow>> {
  if (Object.keys(readingOf(choices)).length > 0) {
    return readAgain(deps, id, { ...choices, mode: 'commit' })
  }
  return commitUpload(deps.store, id, deps.now())
}

/** Why a file that failed could not be used, with the upload itself. */
export function unusable(upload: Upload): Fault {
  const errors = upload.problems.items.filter((p) => p.severity === 'error')
  if (upload.file === null && errors.length === 0) {
    const detail = 'The file could not be read because of an error here, which was logged.'
    return { code: 'internal', detail, upload }
  }
  const table = !errors.some((p) => p.code === 'not-a-table')
  return {
    code: table ? 'unusable' : 'unsupported-type',
    detail: errors[0] ? `${errors[0].message.en} ${errors[0].hint.en}` : 'No value was found.',
    errors: errors.slice(0, 20).map((p) => ({
      pointer: `/rows/${String(p.row ?? 0)}/columns/${String(p.column ?? 0)}`,
      message: p.message.en,
    })),
    upload,
  }
}
