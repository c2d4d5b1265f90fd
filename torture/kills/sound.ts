import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** What must hold of a data folder while nothing is under way; nothing of it is asked of the product. */

const CHILDREN = ['blocks', 'problems', 'upload_zones', 'projects', 'project_values']
/** Uploads whose reading is kept. */
const KEPT = "'ready', 'committed', 'withdrawn', 'failed'"

type Row = Record<string, unknown>

function rows(db: Sqlite.Database, sql: string): Row[] {
  return db.prepare(sql).all() as Row[]
}

function checkEngine(db: Sqlite.Database): string[] {
  const said = db.pragma('integrity_check', { simple: true })
  const broken = db.pragma('foreign_key_check') as unknown[]
  return [
    ...(said === 'ok' ? [] : [`integrity_check: ${String(said)}`]),
    ...(broken.length === 0 ? [] : ['a foreign key points nowhere']),
  ]
}

/** A layer has all the cells that its summary counted, or none. */
function checkLayers(db: Sqlite.Database): string[] {
  const faults: string[] = []
  const found = rows(
    db,
    `select u.id, u.status, json_extract(u.summary, '$.cells') as said,
       (select count(*) from blocks b where b.upload = u.id) as blocks from uploads u`,
  )
  for (const { id, status, said, blocks } of found) {
    const cells = countCells(db, String(id))
    const none = cells === 0 && blocks === 0
    const whole = typeof said === 'number' && cells === said
    const fine = status === 'committed' ? whole : none || whole
    if (!fine)
      faults.push(`${String(id)} (${String(status)}): ${String(cells)} cells of ${String(said)}`)
  }
  return faults
}

const SILENT = 255

function countCells(db: Sqlite.Database, upload: string): number {
  const blocks = db.prepare('select reasons from blocks where upload = ?').all(upload)
  return (blocks as { reasons: Uint8Array }[])
    .flatMap(({ reasons }) => [...reasons])
    .filter((reason) => reason !== SILENT).length
}

function checkStrays(db: Sqlite.Database): string[] {
  return CHILDREN.flatMap((table) => {
    const sql = `select count(*) as n from ${table} where upload not in
      (select id from uploads where status in (${KEPT}))`
    const n = Number(rows(db, sql)[0]?.['n'])
    return n === 0 ? [] : [`${table}: ${String(n)} rows of no upload`]
  })
}

/** Each data version has one entry, without a gap, and the newest is the one that counts. */
function checkVersions(db: Sqlite.Database): string[] {
  const [found] = rows(
    db,
    `select (select data_version from workspaces) as version, count(*) as n,
       coalesce(max(version), 0) as top from changes`,
  )
  const fine = found?.['version'] === found?.['n'] && found?.['n'] === found?.['top']
  return fine ? [] : [`data version and history differ: ${JSON.stringify(found)}`]
}

const KEPT_FILE = /^[0-9a-f]{64}(\.\d+\.csv)?$/u

/** Only whole files stand in the folder, under their hash. */
function checkFiles(data: string): string[] {
  const folder = join(data, 'files')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => !KEPT_FILE.test(name))
    .map((name) => `a stray file: ${name}`)
}

/** Half-made copies; those of backups are taken away by a later one, for a command may be at work. */
function checkFolder(data: string): string[] {
  return readdirSync(data, { recursive: true })
    .map(String)
    .filter(
      (name) => !name.startsWith('backups/.part-') && /\.(part|tmp)$|m\.db-journal$/u.test(name),
    )
    .map((name) => `a stray file: ${name}`)
}

export function unsound(data: string): string[] {
  const db = new Sqlite(join(data, 'permu.db'), { readonly: true })
  try {
    return [
      ...checkEngine(db),
      ...checkLayers(db),
      ...checkStrays(db),
      ...checkVersions(db),
      ...checkFiles(data),
      ...checkFolder(data),
    ]
  } finally {
    db.close()
  }
}
