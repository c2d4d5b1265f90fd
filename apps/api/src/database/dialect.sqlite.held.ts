import { closeSync, openSync } from 'node:fs'

/** Files of an open database, to be read beside the engine. */
export interface Held {
  database: number
  /** Null where there is no write-ahead log, and so no index of it. */
  index: number | null
}

/**
 * Opens them; only while a connection is open. They stay open until all connections are closed: on POSIX,
 * whoever closes a file lets go of every lock that the process has on it, those of the engine, too.
 */
export function holdFiles(path: string): Held {
  const database = openSync(path, 'r')
  try {
    return { database, index: openSync(`${path}-shm`, 'r') }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    return { database, index: null }
  }
}

/** Closes them, after the connections. */
export function letGo({ database, index }: Held): void {
  closeSync(database)
  if (index !== null) closeSync(index)
}
