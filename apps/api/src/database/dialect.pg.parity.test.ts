import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi, type Api } from '../testing.ts'

/** What the two sets of migrations make, each as its own engine tells it. */

interface Shape {
  columns: Record<string, { type: string; required: boolean; fallback: string | null }>
  key: string[]
  unique: string[]
  indexes: string[]
}
type Schema = Record<string, Shape>

/** Types of both engines by one name; a flag is a number, and JSON a text, for SQLite. */
const SQLITE_TYPES: Record<string, string> = {
  text: 'text',
  integer: 'whole',
  real: 'decimal',
  blob: 'bytes',
}
const PG_TYPES: Record<string, string> = {
  ...{ text: 'text', bigint: 'whole', boolean: 'whole', bytea: 'bytes' },
  'double precision': 'decimal',
}

const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url))

function migrated(): Sqlite.Database {
  const database = new Sqlite(':memory:')
  const journal = JSON.parse(readFileSync(join(FOLDER, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string }[]
  }
  for (const { tag } of journal.entries) {
    database.exec(readFileSync(join(FOLDER, `${tag}.sql`), 'utf8'))
  }
  return database
}

interface SqliteColumn {
  name: string
  type: string
  notnull: number
  dflt_value: string | null
  pk: number
}

function ofSqlite(database: Sqlite.Database): Schema {
  const all = <T>(source: string) => database.prepare(source).all() as T[]
  const columnsOf = (index: string) =>
    all<{ name: string }>(`pragma index_info('${index}')`)
      .map(({ name }) => name)
      .join(',')
  const shape = (table: string): Shape => {
    const columns = all<SqliteColumn>(`pragma table_info('${table}')`)
    const indexes = all<{ name: string; unique: number; origin: string }>(
      `pragma index_list('${table}')`,
    )
    const made = indexes.filter(({ origin }) => origin === 'c')
    return {
      columns: Object.fromEntries(
        columns.map(({ name, type, notnull, dflt_value: fallback }) => [
          name,
          { type: SQLITE_TYPES[type.toLowerCase()] ?? type, required: notnull === 1, fallback },
        ]),
      ),
      key: columns
        .filter(({ pk }) => pk > 0)
        .sort((a, b) => a.pk - b.pk)
        .map(({ name }) => name),
      unique: made
        .filter(({ unique }) => unique === 1)
        .map(({ name }) => `${name}: ${columnsOf(name)}`)
        .sort(),
      indexes: made
        .filter(({ unique }) => unique === 0)
        .map(({ name }) => `${name}: ${columnsOf(name)}`)
        .sort(),
    }
  }
  const tables = all<{ name: string }>(
    "select name from sqlite_schema where type = 'table' order by name",
  )
  return Object.fromEntries(tables.map(({ name }) => [name, shape(name)]))
}

let api: Api
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const rows = (text: string) =>
  api.deps.store.read.$client.named(text) as Promise<Record<string, string>[]>

const COLUMNS = `
  select table_name as "table", column_name as name, data_type as type, is_nullable, column_default as fallback
  from information_schema.columns where table_schema = 'public' and table_name not like 'permu\\_%'
  order by table_name, ordinal_position`

const INDEXES = `
  select t.relname as "table", i.relname as name, x.indisprimary as is_key, x.indisunique as is_unique,
    (select string_agg(a.attname, ',' order by k.n) from unnest(x.indkey) with ordinality as k (attribute, n)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attribute) as columns
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    join pg_namespace s on s.oid = t.relnamespace
  where s.nspname = 'public' and t.relname not like 'permu\\_%'`

async function ofPostgres(): Promise<Schema> {
  const columns = await rows(COLUMNS)
  const indexes = await rows(INDEXES)
  const shape = (table: string): Shape => {
    const own = indexes.filter((index) => index['table'] === table)
    const listed = (isUnique: boolean) =>
      own
        .filter((index) => !index['is_key'] && Boolean(index['is_unique']) === isUnique)
        .map(({ name, columns: list }) => `${String(name)}: ${String(list)}`)
        .sort()
    return {
      columns: Object.fromEntries(
        columns
          .filter((column) => column['table'] === table)
          .map(({ name, type, is_nullable: nullable, fallback }) => [
            name,
            { type: PG_TYPES[String(type)] ?? type, required: nullable === 'NO', fallback },
          ]),
      ) as Shape['columns'],
      key: own.find((index) => index['is_key'])?.['columns']?.split(',') ?? [],
      unique: listed(true),
      indexes: listed(false),
    }
  }
  const tables = [...new Set(columns.map((column) => String(column['table'])))].sort()
  return Object.fromEntries(tables.map((table) => [table, shape(table)]))
}

test('both sets of migrations make the same tables, columns, keys, defaults and indexes', async () => {
  const here = await ofPostgres()
  const there = ofSqlite(migrated())
  expect(Object.keys(here).length).toBeGreaterThan(15)
  expect(here).toEqual(there)
})

test('every large table has the workspace first in its key', async () => {
  const here = await ofPostgres()
  const large = [
    'blocks',
    'problems',
    'upload_zones',
    'projects',
    'project_values',
    'changes',
    'audit',
  ]
  expect(large.map((table) => here[table]?.key[0])).toEqual(large.map(() => 'workspace'))
})
