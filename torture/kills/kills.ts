import { setTimeout as after } from 'node:timers/promises'
import { createChance, type Chance } from '../chance.ts'
import { openShim, type Shim } from '../faults/shim.ts'
import type { Row, Size, Subject } from '../row.ts'
import { launch, serve, type Server } from '../server.ts'
import { ACTS, prepare, type Act } from './acts.ts'
import { killMigrations } from './migrations.ts'
import { judge, openWorld, type World } from './world.ts'

const KILLS = 1000
/** Kills of one data folder, before the next begins empty. */
const A_LIFE = 40
/** One kill in so many is of a server that is starting after a kill. */
const START_EVERY = 6
/** One kill in so many is of a migration. */
const MIGRATION_EVERY = 8

interface Counted {
  kills: Map<string, number>
  faults: string[]
}

interface Run {
  /** No kill is begun after it; milliseconds of the clock of this process. */
  end: number
  chance: Chance
  shim: Shim | null
  counted: Counted
  /** How long each act takes, and how many calls to the system it makes, as far as is known. */
  spans: Map<string, number>
  calls: Map<string, number>
}

const CALLS = ['write', 'sync', 'rename', 'truncate'] as const

function note({ counted }: Run, kind: string, faults: readonly string[]) {
  counted.kills.set(kind, (counted.kills.get(kind) ?? 0) + 1)
  counted.faults.push(...faults.map((fault) => `${kind}: ${fault}`))
}

const settingsOf = ({ shim }: Run, { data }: World) => shim?.settings(data) ?? {}

/** Kills at a random call to the system, or after it is over where it makes fewer. */
async function killAtCall(
  run: Run,
  server: Server,
  act: { kind: Act; begin: () => Promise<unknown> },
) {
  const { shim, chance, calls } = run
  const limit = calls.get(act.kind) ?? 40
  shim?.arm({ calls: CALLS, at: 1 + chance.below(limit), error: null })
  const work = act.begin().catch(() => undefined)
  await Promise.race([work, server.ended])
  const fired = shim?.fired() ?? false
  calls.set(act.kind, fired ? limit + 1 : Math.max(4, Math.round(limit * 0.9)))
  await server.kill()
  await work
  shim?.disarm()
}

/** Kills at a random moment of the time that it usually takes. */
async function killInTime(
  run: Run,
  server: Server,
  act: { kind: Act; begin: () => Promise<unknown> },
) {
  const { chance, spans } = run
  const span = spans.get(act.kind) ?? 60
  const began = performance.now()
  let took: number | null = null
  const work = act
    .begin()
    .then(() => (took = performance.now() - began))
    .catch(() => undefined)
  await after(chance.next() * span * 1.1)
  await server.kill()
  await work
  spans.set(act.kind, took ?? span * 1.05)
}

async function killStart(run: Run, world: World): Promise<void> {
  const starting = launch({ data: world.data, settings: settingsOf(run, world) })
  if (run.shim !== null && run.chance.next() < 0.5) {
    run.shim.arm({ calls: CALLS, at: 1 + run.chance.below(12), error: null })
    await Promise.race([starting.ready, starting.ended])
  } else {
    await after(run.chance.next() * 1200)
  }
  await starting.kill()
  run.shim?.disarm()
}

async function round(run: Run, world: World, server: Server): Promise<Server> {
  const kind = run.chance.pick(ACTS)
  const begin = await prepare(kind, { world, url: server.url, chance: run.chance })
  const byCall = run.shim !== null && run.chance.next() < 0.5
  await (byCall ? killAtCall : killInTime)(run, server, { kind, begin })
  if (run.chance.below(START_EVERY) === 0) {
    await killStart(run, world)
    note(run, 'start', [])
  }
  const next = await serve({ data: world.data, settings: settingsOf(run, world) })
  note(run, kind, await judge(world, next.url))
  return next
}

const total = ({ kills }: Counted) => [...kills.values()].reduce((sum, n) => sum + n, 0)

const isOn = ({ counted, end }: Run, until: number) =>
  total(counted) < until && performance.now() < end

/** One data folder through many deaths. */
async function life(run: Run, until: number): Promise<void> {
  const world = openWorld()
  let server = await serve({ data: world.data, settings: settingsOf(run, world) })
  try {
    for (let i = 0; i < A_LIFE && isOn(run, until); i++) {
      server = await round(run, world, server)
    }
    await server.stop()
  } finally {
    await server.kill()
    world.remove()
  }
}

function rowsOf({ kills, faults }: Counted): Row[] {
  const parts = [...kills].map(([kind, n]) => `${kind} ${String(n)}`).join(', ')
  const figure = `${String(total({ kills, faults }))} kills (${parts}): ${String(faults.length)} faults`
  return [{ what: 'kill -9 at random points', figure, faults }]
}

/** Kills the server in the middle of what it does, and holds what is left against what it had said. */
export const kills: Subject = async (size: Size, tell) => {
  const count = size.count ?? KILLS
  const shim = openShim()
  const counted: Counted = { kills: new Map(), faults: [] }
  const chance = createChance(size.seed)
  const end = performance.now() + (size.minutes ?? Number.POSITIVE_INFINITY) * 60_000
  const run: Run = { end, chance, shim, counted, spans: new Map(), calls: new Map() }
  try {
    // A third of the time at most, where there is little of it.
    const third = performance.now() + (end - performance.now()) / 3
    const most = Math.ceil(count / MIGRATION_EVERY)
    const migrations = await killMigrations({ chance, shim, count: most, end: third })
    counted.kills.set('migration', migrations.count)
    counted.faults.push(...migrations.faults.map((fault) => `migration: ${fault}`))
    tell(`${String(migrations.count)} migrations, ${String(counted.faults.length)} faults`)
    while (isOn(run, count)) {
      await life(run, count)
      tell(`${String(total(counted))} kills, ${String(counted.faults.length)} faults`)
    }
  } finally {
    shim?.remove()
  }
  return rowsOf(counted)
}
