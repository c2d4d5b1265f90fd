import { parentPort } from 'node:worker_threads'
import { readAll, readTable } from '../src/index.ts'

/** Reads the bytes it is given both as a table and for its meaning; answers what was thrown. */
parentPort?.on('message', (bytes: Uint8Array) => {
  parentPort?.postMessage(attempt(bytes))
})

function attempt(bytes: Uint8Array): string | null {
  try {
    readTable(bytes)
    readAll(bytes)
    return null
  } catch (error) {
    return String(error)
  }
}
