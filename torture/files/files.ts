import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createChance } from '../chance.ts'
import { ask, send } from '../client.ts'
import { peakOf } from '../load/memory.ts'
import type { Row, Size, Subject, Tell } from '../row.ts'
import { serve } from '../server.ts'
import { generate, type Made } from './grammar.ts'
import { mutate, realFiles } from './mutate.ts'
import { isHonest } from './oracle.ts'
import type { Accepted } from './read.child.ts'
import { Reader } from './reader.ts'
import { specials } from './specials.ts'

const FILES = 12_000
/** Of all files, how many also go through a server. */
const OVER_HTTP = 1 / 30
/** MB that reading may take, in a process that has a heap of 256. */
const MEMORY = 700
const SERVER_MEMORY = 900

const hex = (made: Made) => Buffer.from(made.bytes.subarray(0, 120)).toString('latin1')

/** The cell as the generator wrote it, or as the reader found it where the bytes were changed. */
function cellOf(made: Made, { zone, column, cell }: Accepted): string {
  return made.cells?.get(zone)?.[column - 1] ?? cell
}

function changed(made: Made, accepted: readonly Accepted[]): string[] {
  return accepted
    .filter((one) => !isHonest(cellOf(made, one), one.value))
    .map((one) => `“${cellOf(made, one).slice(0, 60)}” became ${String(one.value)} (${made.what})`)
}

interface Counted {
  files: number
  numbers: number
  memory: number
  crashes: string[]
  changed: string[]
}

async function readMany(all: Iterable<Made>, tell: Tell): Promise<Counted> {
  const counted: Counted = { files: 0, numbers: 0, memory: 0, crashes: [], changed: [] }
  const reader = new Reader()
  for (const made of all) {
    const read = await reader.read(made.bytes)
    counted.files++
    if (counted.files % 2000 === 0) tell(`${String(counted.files)} files`)
    if ('died' in read) counted.crashes.push(`${made.what}: ${read.died}: ${hex(made)}`)
    else if (read.threw !== null)
      counted.crashes.push(`${made.what}: threw ${read.threw}: ${hex(made)}`)
    else {
      counted.numbers += read.accepted.length
      counted.memory = Math.max(counted.memory, read.memory / 1024 / 1024)
      counted.changed.push(...changed(made, read.accepted))
    }
  }
  reader.stop()
  return counted
}

function* filesFor(count: number, seed: number): Generator<Made> {
  const chance = createChance(seed)
  const real = realFiles()
  yield* specials()
  yield* generate(Math.ceil(count / 2), seed)
  for (let i = 0; i < count / 2; i++) yield mutate(real, chance)
}

async function overHttp(all: readonly Made[]): Promise<Row> {
  const data = mkdtempSync(join(tmpdir(), 'permu-files-'))
  const server = await serve({ data })
  const faults: string[] = []
  try {
    for (const [i, made] of all.entries()) {
      const body = Uint8Array.from(made.bytes)
      const mode = i % 2 === 0 ? 'commit' : 'preview'
      const { status } = await send(server.url, body, { name: `${String(i)}.csv`, mode }).catch(
        () => ({
          status: 0,
        }),
      )
      if (status === 0 || status >= 500)
        faults.push(`${made.what}: answered ${String(status)}: ${hex(made)}`)
    }
    const { status } = await ask(`${server.url}/api/v1/values`)
    if (status !== 200 && status !== 404) faults.push(`values answer ${String(status)} afterwards`)
    const peak = peakOf(server.pid)
    if (peak > SERVER_MEMORY) faults.push(`the server held ${peak.toFixed(0)} MB`)
    const figure = `${String(all.length)} files: ${String(faults.length)} faults, at most ${peak.toFixed(0)} MB`
    return { what: 'hostile files over HTTP', figure, faults }
  } finally {
    await server.kill()
    rmSync(data, { recursive: true, force: true })
  }
}

/** Reads files that are broken or hostile, and holds every number that was accepted against its cell. */
export const files: Subject = async (size: Size, tell) => {
  const count = size.count ?? FILES
  const counted = await readMany(filesFor(count, size.seed), tell)
  const memory = counted.memory > MEMORY ? [`reading took ${counted.memory.toFixed(0)} MB`] : []
  const { files: n, numbers } = counted
  const http = [...filesFor(Math.ceil(count * OVER_HTTP), size.seed + 1)]
  return [
    {
      what: 'hostile and broken files: crashes, hangs, memory',
      figure: `${String(n)} files: ${String(counted.crashes.length)} crashes or hangs, at most ${counted.memory.toFixed(0)} MB`,
      faults: [...counted.crashes, ...memory],
    },
    {
      what: 'numbers accepted of them, each against its cell',
      figure: `${String(numbers)} numbers: ${String(counted.changed.length)} changed`,
      faults: counted.changed,
    },
    await overHttp(http),
  ]
}
