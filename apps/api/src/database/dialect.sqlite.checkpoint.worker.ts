import Sqlite from 'better-sqlite3'
import { workerData } from 'node:worker_threads'

/** Copies the write-ahead log into the database while others go on reading and writing. */

if (typeof workerData === 'string') {
  const connection = new Sqlite(workerData, { timeout: 0 })
  connection.pragma('synchronous = NORMAL')
  connection.pragma('wal_checkpoint(PASSIVE)')
  connection.close()
}
