import { createReadStream } from 'node:fs'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import {
  createProbe,
  createReader,
  inspect,
  type InspectOptions,
  type Plan,
  type Probe,
  type Problem,
  type Sink,
} from '@permu/intake'
import { createByteLanes, createRowKernel } from '@permu/kernel'
import { matchField } from '@permu/metrics'
import { chooseMapping, headersOf, withMapping } from '../mappings/document.ts'
import { Abandoned, openFeed, type Coming } from './arrival.ts'
import { createBuckets } from './buckets.ts'
import { ledgerPlan, readProjects } from './ledger.ts'
import { besideFile } from './marks-file.ts'
import {
  MAX_IN_FLIGHT,
  type PackedRows,
  type ReadingMessage,
  type ReadingTask,
} from './messages.ts'
import { warmUp } from './warm-up.ts'

/** Reads one file: proof and plan in a first pass over its bytes, observations in a second. */

const CHUNK = 1 << 20
/** Bytes taken at once while a file is being received: they are scanned twice, so they stay small. */
const AHEAD = 1 << 18
const PROBLEM_BATCH = 500
const PROBLEM_LIMIT = 100_000
const PROGRESS_ROWS = 20_000

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

/** How a file is to be read: by its remembered mapping, where there is one. */
function planOf(proved: Probe, task: ReadingTask, lookup: Lookup): Plan {
  const plan = inspect(proved, { ...task.options, matchField: lookup })
  const ledger = ledgerPlan(proved, plan, task)
  if (ledger !== null) return ledger
  const headers = headersOf(plan)
  const mapping = plan.readable ? chooseMapping(headers, task.mappings) : null
  if (mapping === null) return plan
  const choices = withMapping(task.options, mapping, headers)
  return inspect(proved, { ...choices, matchField: lookup })
}

async function probeFile(task: ReadingTask, lookup: Lookup): Promise<Plan> {
  const probe = createProbe({ lanes: createByteLanes })
  await eachChunk(task.path, probe.push)
  return planOf(probe.end(), task, lookup)
}

/** Reads bytes by a plan and sends off what they say. */
function createReading(plan: Plan, lookup: Lookup, { inFlight, path }: ReadingTask) {
  const gate = new Int32Array(inFlight)
  const problems = createProblems()
  let told = 0
  let zonesTold = 0
  function tellZones() {
    const zones = reader.zones.slice(zonesTold)
    if (zones.length > 0) send({ kind: 'zones', from: zonesTold, zones })
    zonesTold += zones.length
  }
  const sink: Sink = {
    block: (block) => buckets.add(block),
    problem: problems.add,
    progress: (bytes, rows) => {
      if (rows - told < PROGRESS_ROWS) return
      told = rows
      tellZones()
      send({ kind: 'progress', bytes, rows })
    },
  }
  const reader = createReader(plan, sink, {
    matchField: lookup,
    kernel: createRowKernel,
    scratch: besideFile(path),
  })
  const buckets = createBuckets(reader.periods, (rows) => sendBlock(rows, gate))
  return {
    push: reader.push,
    /** `proved` is the plan as the whole file has proved it. */
    end(proved: Plan) {
      const summary = reader.end()
      buckets.end()
      problems.flush()
      tellZones()
      const slots = [...reader.slots]
      send({ kind: 'end', plan: { ...proved, slots }, summary, periods: [...reader.periods] })
    },
  }
}

/** Reads a file that is all there. */
async function run(asked: ReadingTask) {
  // Only here, for the code that reads workbooks takes a while to load.
  const { readableOf } = await import('./workbook.ts')
  const { task, describe, refused } = await readableOf(asked)
  const lookup = lookupOf(task.knownFields)
  const plan = refused ?? describe(await probeFile(task, lookup))
  if (!plan.readable) {
    send({ kind: 'unreadable', plan })
    return
  }
  send({ kind: 'plan', plan })
  if (plan.ledger !== undefined) {
    await readProjects(plan, { send, eachChunk: (take) => eachChunk(task.path, take) })
    return
  }
  const reading = createReading(plan, lookup, task)
  await eachChunk(task.path, reading.push)
  reading.end(plan)
}

/** How the file is cut and understood, without what is merely told of it. */
const essence = (plan: Plan) => JSON.stringify({ ...plan, newline: null, problems: [] })

/** All of a proof that a plan depends on, but for the head, which stays. */
const proved = ({ encoding, newline, container, hasNul }: Probe) =>
  JSON.stringify([encoding, newline, container, hasNul])

/** The proof of a head: where it ends in the middle of a character, the file does not. */
const ofHead = (probe: Probe): Probe => ({
  ...probe,
  encoding: { ...probe.encoding, cut: false },
})

/**
 * Reads a file while it is being received: by the plan of its head, and valid only if the whole
 * file, as whoever receives it has proved, has the same plan.
 */
function runAhead(task: ReadingTask, arrival: Coming) {
  const lookup = lookupOf(task.knownFields)
  const probe = createProbe({ lanes: createByteLanes })
  const planFor = (proof: Probe) => planOf(proof, task, lookup)
  const feed = openFeed(task.path, arrival)
  try {
    const head = new Uint8Array(CHUNK)
    probe.push(head.subarray(0, feed.fill(head)))
    const start = ofHead(probe.end())
    const guess = planFor(start)
    if (!guess.readable || guess.ledger !== undefined) return send({ kind: 'misjudged' })
    const reading = createReading(guess, lookup, task)
    reading.push(head)
    const buffer = new Uint8Array(AHEAD)
    for (let count = feed.fill(buffer); count > 0; count = feed.fill(buffer)) {
      reading.push(buffer.subarray(0, count))
    }
    const whole = feed.proof()
    const plan = proved(whole) === proved(start) ? guess : planFor(whole)
    if (essence(plan) !== essence(guess)) return send({ kind: 'misjudged' })
    send({ kind: 'plan', plan })
    reading.end(plan)
  } catch (error) {
    if (!(error instanceof Abandoned)) throw error
  } finally {
    feed.close()
  }
}

async function work(task: ReadingTask) {
  if (task.arrival === null) await run(task)
  else runAhead(task, task.arrival)
}

/** The one task of this thread; until it comes there is time to try the code. */
async function serve(port: MessagePort) {
  let asked = false
  const task = new Promise<ReadingTask>((resolve) => {
    port.once('message', (message: ReadingTask) => {
      asked = true
      resolve(message)
    })
  })
  if (workerData === true) await warmUp(() => !asked)
  await work(await task)
}

if (parentPort !== null) void serve(parentPort)
