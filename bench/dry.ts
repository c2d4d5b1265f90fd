import { closeSync, openSync, readSync } from 'node:fs'
import { createProbe, createReader, inspect, type Block } from '../packages/intake/src/index.ts'
import { createByteLanes, createRowKernel } from '../packages/kernel/src/index.ts'
import { besideFile } from '../apps/api/src/reading/marks-file.ts'
import { readPeak } from './server.ts'

/** Reads one file by `packages/intake` and the kernel alone, in one thread and one pass, and stores nothing. */

const [path = ''] = process.argv.slice(2)
const HEAD = 1 << 20
const CHUNK = 1 << 18

const began = performance.now()
const file = openSync(path, 'r')
const probe = createProbe({ lanes: createByteLanes })
const head = new Uint8Array(HEAD)
const first = head.subarray(0, readSync(file, head, 0, HEAD, null))
probe.push(first)
const plan = inspect(probe.end(), { name: 'panel.csv' })
let rows = 0
let problems = 0
const sink = {
  block: (block: Block) => (rows += block.count),
  problem: () => problems++,
}
const reader = createReader(plan, sink, { kernel: createRowKernel, scratch: besideFile(path) })
reader.push(first)
const buffer = new Uint8Array(CHUNK)
for (let n = readSync(file, buffer, 0, CHUNK, null); n > 0;) {
  probe.push(buffer.subarray(0, n))
  reader.push(buffer.subarray(0, n))
  n = readSync(file, buffer, 0, CHUNK, null)
}
const proved = inspect(probe.end(), { name: 'panel.csv' })
const summary = reader.end()
closeSync(file)
if (proved.encoding !== plan.encoding || rows !== summary.rows) throw new Error('misread')
const seconds = (performance.now() - began) / 1000
console.log(JSON.stringify({ seconds, peak: readPeak('self'), problems }))
