import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { besideFile } from '../apps/api/src/reading/marks-file.ts'
import { warmUp } from '../apps/api/src/reading/warm-up.ts'
import { createProbe, createReader, inspect } from '../packages/intake/src/index.ts'
import type { Block, Probe } from '../packages/intake/src/index.ts'
import { createByteLanes, createRowKernel } from '../packages/kernel/src/index.ts'
import { eachChunk, headOf } from './chunks.ts'
import { readPeak } from './server.ts'

/**
 * Reads one file by `packages/intake` and the kernel alone and stores nothing. As in the server one
 * thread proves the bytes, and one that has tried its code reads them by the plan of their head.
 */

const [path = ''] = process.argv.slice(2)
const HEAD = 1 << 20

const prover = new Worker(new URL('./dry-proof.worker.ts', import.meta.url), {
  workerData: path,
  resourceLimits: { maxYoungGenerationSizeMb: 2 },
})
await Promise.all([once(prover, 'message'), warmUp(() => true)])

const began = performance.now()
const proof = once(prover, 'message') as Promise<[Probe]>
prover.postMessage('begin')
const probe = createProbe({ lanes: createByteLanes })
probe.push(headOf(path, HEAD))
const plan = inspect(probe.end(), { name: 'panel.csv' })
let rows = 0
let problems = 0
const sink = {
  block: (block: Block) => (rows += block.count),
  problem: () => problems++,
}
const reader = createReader(plan, sink, { kernel: createRowKernel, scratch: besideFile(path) })
eachChunk(path, reader.push)
const summary = reader.end()
const [whole] = await proof
const proved = inspect(whole, { name: 'panel.csv' })
if (proved.encoding !== plan.encoding || rows !== summary.rows) throw new Error('misread')
const seconds = (performance.now() - began) / 1000
console.log(JSON.stringify({ seconds, peak: readPeak('self'), problems }))
