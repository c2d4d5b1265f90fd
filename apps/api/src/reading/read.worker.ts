import { createReadStream } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import {
  createProbe,
  createReader,
  inspect,
  type InspectOptions,
  type Plan,
  type Problem,
  type Sink,
} from '@permu/intake'
import { matchField } from '@permu/metrics'
import { chooseMapping, headersOf, withMapping } from '../mappings/document.ts'
import { createBuckets } from './buckets.ts'
import {
  MAX_IN_FLIGHT,
  type PackedRows,
  type ReadingMessage,
  type ReadingTask,
} from './messages.ts'

/** Reads one file: proof and plan in a first pass over its bytes, observations in a second. */

const CHUNK = 1 << 20
const PROBLEM_BATCH = 500
const PROBLEM_LIMIT = 100_000
const PROGRESS_ROWS = 20_000

function isTask(data: unknown): data is ReadingTask {
  return typeof data === 'object' && data !== null && 'path' in data && 'inFlight' in data
}

function send(message: ReadingMessage, transfer: ArrayBuffer[] = []) {
  parentPort?.postMessage(message, transfer)
}

function sendBlock(block: PackedRows, gate: Int32Array) {
  let waiting = Atomics.add(gate, 0, 1) + 1
  const parts = [block.slots, block.zones, block.rows, block.values, block.reasons]
  send(
    { kind: 'block', block },
    parts.map((part) => part.buffer),
  )
  while (waiting > MAX_IN_FLIGHT) {
    Atomics.wait(gate, 0, waiting)
    waiting = Atomics.load(gate, 0)
  }
}

function createProblems() {
  let batch: Problem[] = []
  let sent = 0
  let dropped = 0
  function flush() {
    if (batch.length === 0 && dropped === 0) return
    send({ kind: 'problems', problems: batch, dropped })
    batch = []
    dropped = 0
  }
  function add(problem: Problem) {
    if (sent >= PROBLEM_LIMIT) {
      dropped++
      return
    }
    sent++
    batch.push(problem)
    if (batch.length >= PROBLEM_BATCH) flush()
  }
  return { add, flush }
}

async function eachChunk(path: string, take: (chunk: Uint8Array) => void) {
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) take(chunk)
}

type Lookup = NonNullable<InspectOptions['matchField']>

/** Fields by label: built in, or made by earlier files. */
function lookupOf(knownFields: ReadingTask['knownFields']): Lookup {
  const known = new Map(knownFields)
  return (label) => {
    const builtIn = matchField(label)
    if (builtIn) return { id: builtIn.id, unit: builtIn.unit?.id ?? null }
    const id = known.get(label)
    return id === undefined ? null : { id }
  }
}

async function probeFile(task: ReadingTask, lookup: Lookup): Promise<Plan> {
  const probe = createProbe()
  await eachChunk(task.path, probe.push)
  const proved = probe.end()
  const plan = inspect(proved, { ...task.options, matchField: lookup })
  const headers = headersOf(plan)
  const mapping = plan.readable ? chooseMapping(headers, task.mappings) : null
  if (mapping === null) return plan
  const choices = withMapping(task.options, mapping, headers)
  return inspect(proved, { ...choices, matchField: lookup })
}

async function run(task: ReadingTask) {
  const lookup = lookupOf(task.knownFields)
  const plan = await probeFile(task, lookup)
  if (!plan.readable) {
    send({ kind: 'unreadable', plan })
    return
  }
  send({ kind: 'plan', plan })
  const gate = new Int32Array(task.inFlight)
  const problems = createProblems()
  let told = 0
  const sink: Sink = {
    block: (block) => buckets.add(block),
    problem: problems.add,
    progress: (bytes, rows) => {
      if (rows - told < PROGRESS_ROWS) return
      told = rows
      send({ kind: 'progress', bytes, rows })
    },
  }
  const reader = createReader(plan, sink, { matchField: lookup })
  const buckets = createBuckets(reader.periods, (rows) => sendBlock(rows, gate))
  await eachChunk(task.path, reader.push)
  const summary = reader.end()
  buckets.end()
  problems.flush()
  const slots = [...reader.slots]
  const found = { zones: [...reader.zones], periods: [...reader.periods] }
  send({ kind: 'end', plan: { ...plan, slots }, summary, ...found })
}

if (isTask(workerData)) await run(workerData)
