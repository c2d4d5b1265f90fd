import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { ask, send, withdraw } from '../client.ts'
import { makeFile } from '../kills/ledger.ts'
import type { Row, Subject } from '../row.ts'
import { serve, type Server } from '../server.ts'
import { slopeOf } from './fit.ts'
import { memoryOf } from './memory.ts'

const MINUTES = 30
const READERS = 8
/** All zones are there soon, so that only what leaks can grow. */
const FILES = 10
const ZONES_OF_A_FILE = 300
/** MB that may come in an hour before it counts as a leak, and descriptors. */
const MEMORY_AN_HOUR = 60
const FILES_AN_HOUR = 4
/** Hours before which slopes say nothing: caches and the compiler still fill memory, sockets still open. */
const LONG_ENOUGH = 1 / 6
/** Descriptors that so few clients can never need, however short it was. */
const MOST_FILES = 150
/** Of the samples, the share at the beginning that is left out: caches fill. */
const WARM_UP = 0.3

const READINGS = [
  '/zones',
  '/values',
  '/series',
  '/rankings?by=tax-per-land:1',
  '/uploads',
  '/coverage',
  '/history',
]
const PAGES = ['/', '/rank', '/data', '/coverage']

interface Sample {
  hours: number
  memory: number
  files: number
}

function sample({ pid }: Server, began: number): Sample {
  const hours = (performance.now() - began) / 3_600_000
  return { hours, memory: memoryOf(pid), files: readdirSync(`/proc/${String(pid)}/fd`).length }
}

interface Mixed {
  requests: number
  errors: string[]
}

async function readOn(url: string, mixed: Mixed, over: () => boolean, from: number) {
  for (let i = from; !over(); i++) {
    const path =
      i % 9 === 0
        ? (PAGES[i % PAGES.length] ?? '/')
        : `/api/v1${READINGS[i % READINGS.length] ?? ''}`
    const { status } = await ask(url + path)
    mixed.requests++
    if (status >= 500) mixed.errors.push(`${path} answered ${String(status)}`)
    await after(10)
  }
}

/** The same zones again and again, each time with other numbers: the same bytes would be read once only. */
function nextFile(round: number): { name: string; text: string } {
  const { name, text } = makeFile(round % FILES, ZONES_OF_A_FILE)
  return { name, text: text.replaceAll(/\d+$/gmu, (value) => String(Number(value) + round)) }
}

/** A file comes, is committed and withdrawn again, so that the data do not grow. */
async function writeOn(url: string, mixed: Mixed, over: () => boolean) {
  for (let round = 1; !over(); round++) {
    const { name, text } = nextFile(round)
    const { status, body } = await send(url, text, { name, mode: 'commit' })
    if (status >= 500) mixed.errors.push(`an upload answered ${String(status)}`)
    else await withdraw(url, body.id)
    mixed.requests += 2
    await after(300)
  }
}

// Over a short time a garbage collection more or less is a steep slope: the rise itself counts as well.
const grows = (slope: number, hours: number, { an, atLeast }: { an: number; atLeast: number }) =>
  slope > an && slope * hours > atLeast

function rowOf(samples: readonly Sample[], { requests, errors }: Mixed): Row {
  const steady = samples.slice(Math.floor(samples.length * WARM_UP))
  const memory = slopeOf(steady.map((s) => [s.hours, s.memory]))
  const files = slopeOf(steady.map((s) => [s.hours, s.files]))
  const { hours, ...last } = samples.at(-1) ?? { hours: 0, memory: 0, files: 0 }
  const figure =
    `${(hours * 60).toFixed(1)} min, ${String(requests)} requests, ${String(errors.length)} errors; ` +
    `memory ${memory.toFixed(1)} MB/h at ${last.memory.toFixed(0)} MB, ` +
    `descriptors ${files.toFixed(1)}/h at ${String(last.files)}`
  const faults = errors.slice(0, 5)
  if (last.files > MOST_FILES) faults.push(`${String(last.files)} descriptors are open`)
  if (hours >= LONG_ENOUGH && grows(memory, hours, { an: MEMORY_AN_HOUR, atLeast: 25 })) {
    faults.push(`memory grows by ${memory.toFixed(0)} MB an hour`)
  }
  if (hours >= LONG_ENOUGH && grows(files, hours, { an: FILES_AN_HOUR, atLeast: 2 })) {
    faults.push(`descriptors grow by ${files.toFixed(1)} an hour`)
  }
  return { what: 'mixed load: slopes of memory and descriptors by linear fit', figure, faults }
}

/** Reads, writes and withdraws for a long time, and looks whether anything grows. */
export const soak: Subject = async ({ minutes }, tell) => {
  const data = mkdtempSync(join(tmpdir(), 'permu-soak-'))
  const server = await serve({ data, settings: { PERMU_SAMPLE: 'city-66' } })
  const mixed: Mixed = { requests: 0, errors: [] }
  const began = performance.now()
  const end = began + (minutes ?? MINUTES) * 60_000
  const over = () => performance.now() > end
  const samples: Sample[] = []
  try {
    const work = [writeOn(server.url, mixed, over)]
    for (let i = 0; i < READERS; i++) work.push(readOn(server.url, mixed, over, i * 3))
    while (!over()) {
      await after(Math.min(5_000, ((minutes ?? MINUTES) * 60_000) / 40))
      samples.push(sample(server, began))
      if (samples.length % 60 === 0) tell(JSON.stringify(samples.at(-1)))
    }
    await Promise.all(work)
    return [rowOf(samples, mixed)]
  } finally {
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
