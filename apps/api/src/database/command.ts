import { fileURLToPath } from 'node:url'
import { copyFromFile } from '#dialect'
import { databaseOf } from '../backup/folder.ts'
import type { Config } from '../config.ts'
import { DatabaseRefused } from './refusal.ts'
import { MIGRATIONS } from './store.ts'
import { UNWATCHED, WATCHED } from './watched.ts'

/** `npm run db`: moves everything to another engine. */

const DB_USAGE = 'npm run db -- copy --to postgres://…'

const OF_FILES = fileURLToPath(new URL('../../migrations', import.meta.url))
const HASH_SHOWN = 16

type Say = (line: string) => void

async function copy(config: Pick<Config, 'data'>, to: string, say: Say) {
  await copyFromFile({
    from: databaseOf(config),
    to,
    tables: [...WATCHED.map(({ table }) => table), ...UNWATCHED],
    migrations: { from: OF_FILES, to: MIGRATIONS },
    copied: ({ name, rows, hash }) =>
      say(`${name.padEnd(16)} ${String(rows).padStart(10)}  ${hash.slice(0, HASH_SHOWN)}`),
  })
  say(
    'Everything is there, and what was read back is what was sent. Start with PERMU_DATABASE from now on; ' +
      `the uploaded files stay in ${config.data}.`,
  )
}

/** Runs one command; answers the exit code. */
export async function runDbCommand(
  config: Pick<Config, 'data' | 'database'>,
  [verb = '']: readonly string[],
  say: Say,
): Promise<number> {
  if (verb !== 'copy' || config.database === null) {
    say(DB_USAGE)
    return 2
  }
  try {
    await copy(config, config.database, say)
    return 0
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error
    say(error.message)
    return 1
  }
}
