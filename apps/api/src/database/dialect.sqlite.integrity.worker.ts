import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { whileReading } from './dialect.sqlite.checkpoint.ts'
import type { Held } from './dialect.sqlite.held.ts'
import { changedPage } from './dialect.sqlite.sums.ts'

/** Looks whether the pages of a database are as they were written and hold together, off the event loop. */

const { path, held } = workerData as { path: string; held: Held }

const quickCheck = () => {
  const database = new Sqlite(path, { readonly: true })
  const found = database.pragma('quick_check(1)', { simple: true })
  database.close()
  return found === 'ok'
}

// While a reader stays, no page is written that is not in the log.
const isAsWritten = whileReading(path, () => changedPage(path, held) === null)
parentPort?.postMessage(isAsWritten && quickCheck())
