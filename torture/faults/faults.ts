import { createChance } from '../chance.ts'
import { valuesOf } from '../client.ts'
import { ACTS, prepare, Refused, type Act } from '../kills/acts.ts'
import { judge, openWorld, type World } from '../kills/world.ts'
import type { Row, Size, Subject, Tell } from '../row.ts'
import { serve, type Server } from '../server.ts'
import { fillDisk } from './full.ts'
import { openShim, type Order, type Shim } from './shim.ts'

/** How calls fail: one of them, or all from one on, as on a disk that has become full. */
const WAYS: { name: string; order: Omit<Order, 'at'> }[] = [
  { name: 'write: EIO', order: { calls: ['write'], error: 'EIO' } },
  { name: 'fsync: EIO', order: { calls: ['sync'], error: 'EIO' } },
  { name: 'rename: EIO', order: { calls: ['rename'], error: 'EIO' } },
  { name: 'write: ENOSPC', order: { calls: ['write', 'truncate', 'open'], error: 'ENOSPC' } },
  {
    name: 'full from there on',
    order: { calls: ['write', 'truncate', 'open', 'rename'], error: 'ENOSPC', lasting: true },
  },
]

/** Beyond this an act makes no more calls: something is wrong with the counting. */
const MOST = 400

interface Bench {
  world: World
  server: Server
  shim: Shim
}

interface Failing {
  way: string
  act: Act
  order: Order
}

/** A failure that a person is told: a full disk by its own code, anything else as a fault here. */
function judgeRefusal(error: unknown, { order }: Failing): string[] {
  if (!(error instanceof Refused)) return [`no answer: ${String(error)}`]
  const { code, detail } = error.body as { code?: string; detail?: string }
  if (order.error === 'ENOSPC') {
    return error.status === 507 && code === 'no-room'
      ? []
      : [`a full disk is told as ${error.message}`]
  }
  const fine = (error.status === 500 || error.status === 507) && typeof detail === 'string'
  return fine ? [] : [`a failing disk is told as ${error.message}`]
}

async function stillReads(url: string): Promise<string[]> {
  const { status } = await valuesOf(url, '2023')
  return status === 200 ? [] : [`reading answers ${String(status)} meanwhile`]
}

/** One act with one failing call: what did not hold, or null where the call was never made. */
async function trial({ world, server, shim }: Bench, failing: Failing): Promise<string[] | null> {
  const stage = { world, url: server.url, chance: createChance(failing.order.at) }
  const begin = await prepare(failing.act, stage)
  shim.arm(failing.order)
  const refusal = await begin().then(
    () => null,
    (error: unknown) => error,
  )
  const fired = shim.fired()
  const meanwhile = await stillReads(server.url)
  shim.disarm()
  if (!fired) return refusal === null ? null : [`failed by itself: ${String(refusal)}`]
  for (const file of world.files) if (file.may.size > 1) file.may = new Set([...file.may, 'failed'])
  const faults = [
    ...meanwhile,
    ...(refusal === null ? [] : judgeRefusal(refusal, failing)),
    ...(await judge(world, server.url)),
  ]
  const again = await prepare(failing.act, stage)
    .then((next) => next())
    .then(() => null)
    .catch((error: unknown) => `does not recover: ${String(error)}`)
  return again === null ? faults : [...faults, again]
}

async function openBench(shim: Shim): Promise<Bench> {
  const world = openWorld()
  const server = await serve({ data: world.data, settings: shim.settings(world.data) })
  const stage = { world, url: server.url, chance: createChance(1) }
  await (
    await prepare('upload', stage)
  )()
  return { world, server, shim }
}

async function closeBench({ world, server }: Bench) {
  await server.kill()
  world.remove()
}

interface Loop {
  tried: number
  faults: string[]
}

/** The first, the second, the third … call fails, until the act makes fewer. */
async function everyCall(shim: Shim, failing: Omit<Failing, 'order'>, step: (n: number) => number) {
  const order = WAYS.find(({ name }) => name === failing.way)?.order ?? WAYS[0]?.order
  const loop: Loop = { tried: 0, faults: [] }
  let bench = await openBench(shim)
  try {
    for (let at = 1; order !== undefined && at < MOST; at = step(at)) {
      const found = await trial(bench, { ...failing, order: { ...order, at } }).catch(
        (error: unknown) => [
          `the trial broke: ${String(error)} ${bench.server.said().slice(-200)}`,
        ],
      )
      if (found === null) break
      loop.tried++
      loop.faults.push(...found.map((f) => `${failing.way} ${String(at)} of ${failing.act}: ${f}`))
      if (found.length === 0) continue
      shim.disarm()
      await closeBench(bench)
      bench = await openBench(shim)
    }
  } finally {
    shim.disarm()
    await closeBench(bench)
  }
  return loop
}

async function failCalls({ count }: Size, tell: Tell): Promise<Row[]> {
  const shim = openShim()
  if (shim === null)
    return [{ what: 'failing calls', figure: 'not tried: no gcc here', faults: [] }]
  const acts: readonly Act[] = count === null ? ACTS : ['upload']
  const step = (at: number) => (count === null ? at + 1 : at * 4 + 1)
  const rows: Row[] = []
  try {
    for (const { name } of WAYS) {
      const all: Loop = { tried: 0, faults: [] }
      for (const act of acts) {
        const { tried, faults } = await everyCall(shim, { way: name, act }, step)
        all.tried += tried
        all.faults.push(...faults)
        tell(`${name}, ${act}: ${String(tried)} calls, ${String(faults.length)} faults`)
      }
      const figure = `${String(all.tried)} calls, each failing once: ${String(all.faults.length)} faults`
      rows.push({ what: `the n-th ${name}, until success`, figure, faults: all.faults })
    }
  } finally {
    shim.remove()
  }
  return rows
}

/** Lets the disk fail at every call there is, and holds what is left against what was told. */
export const faults: Subject = async (size, tell) => [
  ...(await failCalls(size, tell)),
  await fillDisk(size, tell),
]
