import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Policy } from '../contract.ts'
import { WORKSPACE } from '../database/store.ts'
import { NO_COUNTS, type SampleKind, type UploadMode } from '../database/vocabulary.ts'
import type { Deps } from '../env.ts'
import type { Follower } from '../reading/ahead.ts'
import { done, type Outcome } from '../problem.ts'
import { release } from './claims.ts'
import { findSameBytes, insertUpload, isKept, type UploadRow } from './queries.ts'
import { receive, type Received, type Source } from './receive.ts'
import { checkReading, filesFolder, readingOf } from './service.ts'

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

/** Sorts by time: 12 hexadecimal digits of milliseconds, then chance. */
export function newUploadId(now: Date): string {
  return `${now.getTime().toString(16).padStart(12, '0')}-${randomBytes(6).toString('hex')}`
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

/** Keeps the bytes of a request and queues them for reading; known bytes are told, not kept twice. */
export async function acceptUpload(
  deps: Deps,
  source: Source | null,
  sending: Sending,
): Promise<Outcome<{ row: UploadRow; known: boolean }>> {
  const checked = await checkReading(deps, { mapping: sending.mapping })
  if (!checked.ok) return checked
  const since = deps.now()
  const id = newUploadId(since)
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
    const accepted = await register(deps, row, since)
    if (accepted.known) await (ahead as Follower | null)?.abandon()
    return done(accepted)
  } catch (error) {
    await (ahead as Follower | null)?.abandon()
    throw error
  } finally {
    await letGo(deps, received.value)
  }
}

/** Whether another upload is the same file sent by the same person at the same time, in the same way. */
function isTwin(row: UploadRow, other: UploadRow, since: Date): boolean {
  if (other.by !== row.by || other.mode !== row.mode) return false
  if (other.status === 'ready' && other.createdAt < since.toISOString()) return false
  return JSON.stringify(other.reading) === JSON.stringify(row.reading)
}

/** Enters an upload whose bytes are in their place, unless they are in the data already or on the way. */
async function register(
  deps: Deps,
  row: UploadRow,
  since: Date,
): Promise<{ row: UploadRow; known: boolean }> {
  // One transaction: of two that look at the same time, both would find nothing.
  const accepted = await deps.store.write(async (db) => {
    const before = await findSameBytes(db, row.sha256)
    const same = before.find((other) =>
      other.status === 'committed' ? isRepeat(row, other) : isTwin(row, other, since),
    )
    if (same) return { row: same, known: true }
    await insertUpload(db, row)
    return { row, known: false }
  })
  if (!accepted.known) deps.intake.enqueue(row.id)
  return accepted
}

/**
 * The bytes stay where an upload stands for them, another is about to, or they were there before; at a
 * shared database always, for of another server nobody here knows what it is about to do.
 */
async function letGo(deps: Deps, { sha256, isNew }: Received) {
  if (!isNew || deps.store.kind === 'postgresql') return void release(sha256)
  // In its turn: no upload is entered between the question and the answer.
  const isKeptNow = deps.store.stage(async (db) => {
    const isNeeded = await isKept(db, sha256)
    if (!release(sha256) && !isNeeded) rmSync(join(filesFolder(deps), sha256), { force: true })
  })
  await isKeptNow.catch(() => void release(sha256))
}
