import { parentPort, workerData } from 'node:worker_threads'
import { createProbe } from '../packages/intake/src/index.ts'
import { createByteLanes } from '../packages/kernel/src/index.ts'
import { eachChunk } from './chunks.ts'

/** Proves a file when it is told to begin. */

const probe = createProbe({ lanes: createByteLanes })
parentPort?.once('message', () => {
  eachChunk(String(workerData), probe.push)
  parentPort?.postMessage(probe.end())
})
parentPort?.postMessage('ready')
