import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { CopyOptions } from './copied.ts'

/** A file is the place that things are copied from. */
export const copyFromFile: (options: CopyOptions<SQLiteTable>) => Promise<void> = async () => {
  throw new Error('a database file is filled by restoring a backup')
}
