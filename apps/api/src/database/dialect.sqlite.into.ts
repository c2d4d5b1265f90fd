import type { copyFromFile as Copy } from './dialect.pg.copy.ts'

/** A file is the place that things are copied from. */
export const copyFromFile: typeof Copy = async () => {
  throw new Error('a database file is filled by restoring a backup')
}
