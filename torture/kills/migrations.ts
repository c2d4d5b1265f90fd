import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import type { Chance } from '../chance.ts'
import { send, withdraw } from '../client.ts'
import type { Shim } from '../faults/shim.ts'
import { launch, serve } from '../server.ts'
import { makeFile } from './ledger.ts'
import { judge, openWorld, type World } from './world.ts'

const MIGRATIONS = fileURLToPath(new URL('../../apps/api/migrations', import.meta.url))

interface Entry {
  tag: string
  when: number
}

const entries = (): Entry[] =>
  (
    JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')) as {
      entries: Entry[]
    }
  ).entries

/** A database of a schema as it was after so many migrations. */
function createOld(path: string, count: number): Sqlite.Database {
  const db = new Sqlite(path)
  db.pragma('page_size = 16384')
  db.pragma('journal_mode = WAL')
  db.exec(`create table "__drizzle_migrations"
    (id integer primary key autoincrement, hash text not null, created_at numeric)`)
  for (const { tag, when } of entries().slice(0, count)) {
    const sql = readFileSync(join(MIGRATIONS, `${tag}.sql`), 'utf8')
    for (const statement of sql.split('--> statement-breakpoint')) db.exec(statement)
    const hash = createHash('sha256').update(sql).digest('hex')
    db.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run(hash, when)
  }
  return db
}

const namesOf = (db: Sqlite.Database, sql: string) =>
  (db.prepare(sql).all() as { name: string }[]).map(({ name }) => name)

/** Fills the old tables with what they could already hold of the new ones. */
function copyRows(old: Sqlite.Database, from: string) {
  old.prepare('attach ? as newer').run(from)
  const tables = "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
  for (const table of namesOf(old, `${tables} and name not like '\\_\\_%' escape '\\'`)) {
    const newer = new Set(namesOf(old, `pragma newer.table_info("${table}")`))
    const shared = namesOf(old, `pragma main.table_info("${table}")`).filter((c) => newer.has(c))
    const columns = shared.map((c) => `"${c}"`).join(', ')
    if (shared.length > 0) {
      old.exec(`insert into main."${table}" (${columns}) select ${columns} from newer."${table}"`)
    }
  }
  old.exec('detach newer')
}

/** Data as this version keeps them: committed files only, for the oldest schemas know no others. */
async function fill(world: World): Promise<void> {
  const server = await serve({ data: world.data })
  for (const rows of [3, 400, 2]) {
    const file = makeFile(world.files.length + 1, rows)
    world.files.push(file)
    await send(server.url, file.text, { name: file.name, mode: 'commit' })
    file.may = new Set(['committed'])
  }
  const extra = makeFile(99, 1)
  const { body } = await send(server.url, extra.text, { name: extra.name, mode: 'preview' })
  await withdraw(server.url, body.id)
  await server.stop()
}

interface Killing {
  chance: Chance
  shim: Shim | null
  count: number
  /** None is begun after it; milliseconds of the clock of this process. */
  end: number
}

/** How many were killed, and what did not hold. */
export interface Killed {
  count: number
  faults: string[]
}

async function kill(killing: Killing, data: string): Promise<void> {
  const { chance, shim } = killing
  const starting = launch({ data, settings: shim?.settings(data) ?? {} })
  if (shim !== null && chance.next() < 0.8) {
    const calls = ['write', 'sync', 'rename', 'truncate'] as const
    shim.arm({ calls, at: 1 + chance.below(90), error: null })
    await Promise.race([starting.ready, starting.ended])
  } else {
    await after(200 + chance.next() * 700)
  }
  await starting.kill()
  shim?.disarm()
}

/** Kills servers that bring an older database up to date; all that does not hold of what is left. */
export async function killMigrations(killing: Killing): Promise<Killed> {
  const world = openWorld()
  const faults: string[] = []
  let killed = 0
  try {
    await fill(world)
    for (; killed < killing.count && performance.now() < killing.end; killed++) {
      const count = 1 + killing.chance.below(entries().length - 1)
      const trial = { ...world, data: join(world.data, 'trial'), version: 0, files: world.files }
      mkdirSync(trial.data)
      cpSync(join(world.data, 'files'), join(trial.data, 'files'), { recursive: true })
      const old = createOld(join(trial.data, 'permu.db'), count)
      copyRows(old, join(world.data, 'permu.db'))
      old.close()
      await kill(killing, trial.data)
      const server = await serve({ data: trial.data })
      const found = await judge(trial, server.url)
      faults.push(...found.map((fault) => `from ${String(count)}: ${fault}`))
      await server.stop()
      rmSync(trial.data, { recursive: true })
    }
  } finally {
    world.remove()
  }
  return { count: killed, faults }
}
