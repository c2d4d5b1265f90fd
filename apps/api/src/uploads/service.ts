import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { mayChange, mayWrite } from '../access/ownership.ts'
import type { Policy, Reading, Upload } from '../contract.ts'
import { WORKSPACE } from '../database/store.ts'
import { NO_COUNTS, type SampleKind, type UploadMode } from '../database/vocabulary.ts'
import type { Deps } from '../env.ts'
import type { Follower } from '../reading/ahead.ts'
import { done, failed, type Fault, type Outcome } from '../problem.ts'
import { findZoneFaults } from '../zones/choices.ts'
import { versionsOf } from '../mappings/queries.ts'
import { commitUpload } from './commit.ts'
import { isStopped, stopReason } from './policy.ts'
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
  kind?: 'data' | 'ledger' | undefined
  policy?: Policy | undefined
  /** The id of a mapping; null refuses remembered ones. */
  mapping?: string | null | undefined
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
  const upload = toUpload(row, problems, deps.intake.progress(row.id))
  return { ...upload, by: deps.nameOf(row.by) }
}

export async function requireUpload(deps: Deps, id: string): Promise<Outcome<UploadRow>> {
  const row = await findUpload(deps.store.read, id)
  return row ? done(row) : failed('not-found', 'There is no such upload.')
}

const nameOf = (sending: Sending, sent: string | null) => sending.name ?? sent ?? 'upload.csv'

const choicesOf = ({ period, encoding, delimiter, sheet, kind, policy, mapping }: Sending) =>
  readingOf({ period, encoding, delimiter, sheet, kind, policy, mapping })

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
    by: deps.actor.id,
    createdAt: deps.now().toISOString(),
    committedAt: null,
    withdrawnAt: null,
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
    countedAgainst: null,
    mapping: null,
    zoneReport: null,
    attempts: 0,
  }
}

/** Whether sending these bytes again would change nothing: no choice, or the same as before. */
function isRepeat(row: UploadRow, before: UploadRow): boolean {
  const kind = before.plan?.ledger === undefined ? 'data' : 'ledger'
  const choices = withoutKind(row.reading, kind)
  return choices === '{}' || choices === withoutKind(before.reading, kind)
}

/** Asking for the kind that a file was read as anyway is no choice of its own. */
function withoutKind({ kind, ...rest }: UploadRow['reading'], known: string): string {
  return JSON.stringify(kind === undefined || kind === known ? rest : { kind, ...rest })
}

async function checkReading(deps: Deps, reading: Reading): Promise<Outcome<null>> {
  const faults = await findZoneFaults(deps.store.read, reading.zones ?? [])
  const { mapping } = reading
  if (typeof mapping === 'string' && (await versionsOf(deps.store.read, mapping)).length === 0) {
    faults.push({ pointer: '/mapping', message: 'There is no such mapping.' })
  }
  return faults.length > 0
    ? failed('invalid', 'A choice names what is not there.', faults)
    : done(null)
}

/** Keeps the bytes of a request and queues them for reading; known bytes are told, not kept twice. */
export async function acceptUpload(
  deps: Deps,
  source: Source | null,
  sending: Sending,
): Promise<Outcome<{ row: UploadRow; known: boolean }>> {
  const checked = await checkReading(deps, { mapping: sending.mapping })
  if (!checked.ok) return checked
  const id = newUploadId(deps.now())
  let ahead: Follower | null = null
  const arriving = () =>
    receive(source, {
      folder: filesFolder(deps),
      temporary: `incoming-${randomBytes(8).toString('hex')}`,
      limit: deps.config.maxUploadBytes,
      follow: async (path, sent) => {
        const options = { name: nameOf(sending, sent), ...choicesOf(sending) }
        return (ahead = await deps.intake.ahead(id, path, options))
      },
    })
  const received = await deps.receiving.admit(deps.actor.id, arriving)
  if (!received.ok) return received
  const row = newRow(deps, { id, sending, received: received.value })
  try {
    const accepted = await register(deps, row)
    if (accepted.known) await (ahead as Follower | null)?.abandon()
    return done(accepted)
  } catch (error) {
    await (ahead as Follower | null)?.abandon()
    throw error
  }
}

/** Enters an upload whose bytes are in their place, unless they are in the data already. */
async function register(deps: Deps, row: UploadRow): Promise<{ row: UploadRow; known: boolean }> {
  const before = await findSameBytes(deps.store.read, row.sha256)
  const same = before.find((other) => isRepeat(row, other))
  if (same) return { row: same, known: true }
  await deps.store.write((db) => insertUpload(db, row))
  deps.intake.enqueue(row.id)
  return { row, known: false }
}

/** What an earlier reading found no longer holds. */
const UNREAD = { summary: null, mapping: null, zoneReport: null, countedAgainst: null }

/** Reads a file again with other choices; only one that is not in the data yet. */
export async function readAgain(
  deps: Deps,
  id: string,
  choices: Reading & { mode: UploadMode },
): Promise<Outcome<UploadRow>> {
  const { mode, ...reading } = choices
  const checked = await checkReading(deps, reading)
  if (!checked.ok) return checked
  const outcome = await deps.store.write(async (db): Promise<Outcome<null>> => {
    const row = await findUpload(db, id)
    if (!row) return failed('not-found', 'There is no such upload.')
    if (row.status !== 'ready' && row.status !== 'failed') {
      return failed('conflict', `An upload that is “${row.status}” cannot be read again.`)
    }
    const allowed = await mayChange(db, deps.actor.id, row)
    if (!allowed.ok) return allowed
    const wrong = findWrongSheet(row, reading.sheet)
    if (wrong) return wrong
    const by = mode === 'commit' ? deps.actor.id : row.by
    const merged = { ...choicesFor(row, reading.sheet), ...readingOf(reading) }
    await updateUpload(db, id, { status: 'pending', mode, by, reading: merged, ...UNREAD })
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
  return commitUpload(deps, id, deps.actor.id)
}

/** The problem of a file that its policy kept out of the data; null where it did not. */
export function stopped(row: UploadRow, upload: Upload): Fault | null {
  const held = row.status === 'ready' && row.mode === 'commit' && isStopped(row)
  return held
    ? { code: 'unusable', detail: stopReason(row), errors: errorsOf(upload), upload }
    : null
}

/** Why a file that was read to be committed is not in the data, where its sender may not write it. */
export async function forbidden(
  { store }: Deps,
  row: UploadRow,
  upload: Upload,
): Promise<Fault | null> {
  if (row.status !== 'ready' || row.mode !== 'commit' || isStopped(row)) return null
  const allowed = await mayWrite(store.read, row.by, row)
  return allowed.ok ? null : { ...allowed.fault, upload }
}

function errorsOf(upload: Upload) {
  return upload.problems.items
    .filter((p) => p.severity === 'error')
    .slice(0, 20)
    .map((p) => ({
      pointer: `/rows/${String(p.row ?? 0)}/columns/${String(p.column ?? 0)}`,
      message: p.message.en,
    }))
}

/** A refusal to commit, with the upload that can still be mended. */
export async function withUpload(deps: Deps, id: string, fault: Fault): Promise<Fault> {
  const row = await findUpload(deps.store.read, id)
  if (row === null || fault.code !== 'unusable') return fault
  const upload = await presentUpload(deps, row)
  return { ...fault, errors: errorsOf(upload), upload }
}

const TROUBLES = {
  'no-room': 'The disk is full; nothing of the file was taken. Free some space and send it again.',
  internal: 'The file could not be read because of an error here, which was logged.',
} as const

/** What kept the server from reading a file, where it was not the file; null where nothing did. */
export function trouble(deps: Deps, upload: Upload): Fault | null {
  const code = deps.intake.trouble(upload.id)
  return code === null ? null : { code, detail: TROUBLES[code], upload }
}

/** Why a file that failed could not be used, with the upload itself. */
export function unusable(upload: Upload): Fault {
  const errors = upload.problems.items.filter((p) => p.severity === 'error')
  if (upload.file === null && errors.length === 0) {
    return { code: 'internal', detail: TROUBLES.internal, upload }
  }
  const table = !errors.some((p) => p.code === 'not-a-table')
  return {
    code: table ? 'unusable' : 'unsupported-type',
    detail: errors[0] ? `${errors[0].message.en} ${errors[0].hint.en}` : 'No value was found.',
    errors: errorsOf(upload),
    upload,
  }
}
