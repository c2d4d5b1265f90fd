import Sqlite from 'better-sqlite3'
import { isBusy } from './dialect.sqlite.fault.ts'
import { DatabaseRefused, refusals } from './refusal.ts'

/**
 * Keeps every other process away from a database; answers how to let go. The lock is one of the
 * operating system: it goes with the process, however that ends.
 */
export function lockDatabase(path: string): () => void {
  const connection = new Sqlite(`${path}.lock`, { timeout: 0 })
  try {
    // Nothing is ever written: no journal is needed, nor room for one.
    connection.pragma('journal_mode = MEMORY')
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    if (isBusy(error)) throw refusals.locked(path)
    throw error
  }
  return () => connection.close()
}

/** As `lockDatabase`; null where another process has it. */
export function lockIfFree(path: string): (() => void) | null {
  try {
    return lockDatabase(path)
  } catch (error) {
    if (error instanceof DatabaseRefused) return null
    throw error
  }
}
