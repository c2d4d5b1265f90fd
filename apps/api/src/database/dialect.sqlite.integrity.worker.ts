import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

/** Looks whether the pages of a database hold together, off the event loop. */

const database = new Sqlite(String(workerData), { readonly: true })
const found = database.pragma('quick_check(1)', { simple: true })
database.close()
parentPort?.postMessage(found === 'ok')
