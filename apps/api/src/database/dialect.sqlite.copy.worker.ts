import { closeSync, fsyncSync, openSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import type { CopySummary, CopyTask, CopyTold } from './dialect.sqlite.copy.ts'
import { isEngineFull } from './dialect.sqlite.fault.ts'
import { faultOf, schemaOf } from './dialect.sqlite.opening.ts'
import { fingerprint, sizeOf } from './seal.ts'

/** Copies a database as of one moment, or looks at a copy, away from the thread that answers. */

const ALL_PAGES = 0x7fffffff

async function copy(source: string, target: string) {
  const connection = new Sqlite(source, { readonly: true })
  try {
    await connection.backup(target, { progress: () => ALL_PAGES })
  } finally {
    connection.close()
  }
  // A copy is one file: without a log it can be read where nothing may be written.
  const made = new Sqlite(target)
  made.pragma('journal_mode = DELETE')
  made.close()
  const file = openSync(target, 'r+')
  fsyncSync(file)
  closeSync(file)
}

interface Look {
  number(table: string, source: string): number
  connection: Sqlite.Database
  has(table: string): boolean
}

function look(connection: Sqlite.Database): Look {
  const named = connection.prepare(
    "select count(*) from sqlite_schema where type = 'table' and name = ?",
  )
  const has = (table: string) => named.pluck().get(table) === 1
  const number = (table: string, source: string) =>
    has(table) ? Number(connection.prepare(source).pluck().get() ?? 0) : 0
  return { connection, has, number }
}

const count = ({ number }: Look, table: string) => number(table, `select count(*) from ${table}`)

function auditOf({ connection, has }: Look): CopySummary['audit'] {
  if (!has('audit')) return { entries: 0, head: null }
  const newest = connection.prepare('select seq, hash from audit order by seq desc limit 1').get()
  const { seq, hash } = (newest ?? { seq: 0, hash: null }) as { seq: number; hash: string | null }
  return { entries: seq, head: hash }
}

function originalsOf({ connection, has }: Look): CopySummary['originals'] {
  if (!has('uploads')) return []
  const rows = connection.prepare('select sha256, max(bytes) as bytes from uploads group by sha256')
  return rows.all() as CopySummary['originals']
}

function summaryOf(path: string, connection: Sqlite.Database): CopySummary {
  const schema = schemaOf(connection)
  const seen = look(connection)
  return {
    ...fingerprint(path),
    schema,
    fault: schema === null ? 'no database of permu' : faultOf(connection, sizeOf(path)),
    dataVersion: seen.number('workspaces', 'select max(data_version) from workspaces'),
    counts: {
      uploads: count(seen, 'uploads'),
      zones: count(seen, 'zones'),
      people: count(seen, 'people'),
    },
    audit: auditOf(seen),
    originals: originalsOf(seen),
  }
}

function inspect(path: string): CopySummary {
  const connection = new Sqlite(path, { readonly: true, fileMustExist: true })
  try {
    return summaryOf(path, connection)
  } finally {
    connection.close()
  }
}

async function work({ source, target }: CopyTask): Promise<CopyTold> {
  try {
    if (target !== null) await copy(source, target)
    return { summary: inspect(target ?? source) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { error: { message, isFull: isEngineFull(error) } }
  }
}

parentPort?.postMessage(await work(workerData as CopyTask))
