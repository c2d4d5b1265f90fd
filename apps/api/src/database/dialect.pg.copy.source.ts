import { existsSync, statSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { lockDatabase } from './dialect.sqlite.lock.ts'
import { faultOf, schemaOf } from './dialect.sqlite.opening.ts'
import { migrationsKnown } from './migrations.ts'
import { refusals } from './refusal.ts'

/** The file that everything is copied from, as raw rows. */
export interface Source {
  rows(table: string, columns: readonly string[]): Iterable<unknown[]>
  close(): void
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

function check(connection: Sqlite.Database, path: string, migrations: string) {
  const known = migrationsKnown(migrations)
  const had = schemaOf(connection)
  if (had === null) throw refusals.foreign(path, 'it has other tables')
  if (had > known) throw refusals.newer(path, had, known)
  if (had < known) throw refusals.older(path)
  const fault = faultOf(connection, statSync(path).size)
  if (fault !== null) throw refusals.damaged(path, fault)
}

/** Opens a file that is sound and of this version, and keeps everybody else away from it. */
export function openSource(path: string, migrations: string): Source {
  if (!existsSync(path)) throw refusals.missing(path)
  const unlock = lockDatabase(path)
  let connection: Sqlite.Database | null = null
  try {
    const opened = (connection = new Sqlite(path, { readonly: true }))
    check(opened, path, migrations)
    return {
      rows: (table, columns) => {
        const named = columns.map(quoted).join(', ')
        const statement = opened.prepare(`select ${named} from ${quoted(table)}`)
        return statement.raw().iterate() as Iterable<unknown[]>
      },
      close: () => {
        opened.close()
        unlock()
      },
    }
  } catch (error) {
    connection?.close()
    unlock()
    throw error
  }
}
