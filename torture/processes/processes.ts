import { setTimeout as after } from 'node:timers/promises'
import { hasPostgres, startPostgres } from '../../scripts/lib/postgres.mjs'
import { createChance, type Chance } from '../chance.ts'
import { send } from '../client.ts'
import { makeFile, type Sent, type Standing } from '../kills/ledger.ts'
import { judgeAnswers, openWorld, type World } from '../kills/world.ts'
import type { Row, Subject } from '../row.ts'
import { serve, type Server } from '../server.ts'
import { unsoundAt } from './sound.ts'

const KILLS = 20
/** Uploads at the same time, half of them to each process. */
const AT_ONCE = 20
/** Zones of a file; each has two values. */
const ROWS = 400
/** Milliseconds in which a process is killed after the files were sent. */
const WITHIN = 4000

interface Place {
  database: string
  world: World
  settings: Record<string, string>
}

interface Told {
  file: Sent
  to: Server
  /** Null where no answer came. */
  status: number | null
}

const COMMITTED = new Set<Standing>(['committed'])

const AGAIN = 50

/** As a client that is told to come back does; the answer, null where none came. */
async function sendPatiently({ url }: Server, { text, name }: Sent): Promise<number | null> {
  for (;;) {
    const answer = await send(url, text, { name, mode: 'commit' }).catch(() => null)
    if (answer?.status !== 429) return answer?.status ?? null
    await after(AGAIN)
  }
}

/** Sends files to two processes by turns; what was answered binds all of them. */
function sendAll(files: readonly Sent[], servers: readonly [Server, Server]): Promise<Told[]> {
  const sending = files.map(async (file, i): Promise<Told> => {
    const to = servers[i % 2] ?? servers[0]
    file.may = new Set<Standing>(['absent', 'committed'])
    const status = await sendPatiently(to, file)
    if (status === 201) file.may = COMMITTED
    return { file, to, status }
  })
  return Promise.all(sending)
}

function filesFor({ world }: Place): Sent[] {
  const files = Array.from({ length: AT_ONCE }, (_, i) => {
    return makeFile(world.files.length + i + 1, ROWS)
  })
  world.files.push(...files)
  return files
}

const serveAt = ({ world, settings }: Place) => serve({ data: world.data, settings })

const refused = (told: readonly Told[], except: Server | null): string[] =>
  told
    .filter(({ to, status }) => to !== except && status !== 201)
    .map(({ file, status }) => `${file.name}: ${String(status)}`)

async function judge(place: Place, servers: readonly Server[]): Promise<string[]> {
  const faults: string[] = []
  for (const { url } of servers) faults.push(...(await judgeAnswers(place.world, url)))
  await after(500)
  return [...faults, ...(await unsoundAt(place.database))]
}

/** Nobody dies: all is taken, once, and both processes show it. */
async function together(place: Place, servers: readonly [Server, Server]): Promise<Row> {
  const began = performance.now()
  const told = await sendAll(filesFor(place), servers)
  const seconds = (performance.now() - began) / 1000
  const faults = [...refused(told, null), ...(await judge(place, servers))]
  const taken = told.filter(({ status }) => status === 201).length
  const figure = `${String(taken)} of ${String(AT_ONCE)} committed in ${seconds.toFixed(1)} s: ${String(faults.length)} faults`
  return { what: `${String(AT_ONCE)} uploads at once through two processes`, figure, faults }
}

/** One dies: the other finishes what was acknowledged or stored, and the next one starts beside it. */
async function killOne(place: Place, chance: Chance, servers: [Server, Server]): Promise<string[]> {
  const victim = chance.below(2)
  const [dying, living] = victim === 0 ? servers : [servers[1], servers[0]]
  const sending = sendAll(filesFor(place), servers)
  await after(chance.next() * WITHIN)
  await dying.kill()
  const told = await sending
  const faults = [...refused(told, dying), ...(await judge(place, [living]))]
  servers[victim] = await serveAt(place)
  return faults
}

async function trial(place: Place, size: { count: number; seed: number }): Promise<Row[]> {
  const servers: [Server, Server] = [await serveAt(place), await serveAt(place)]
  const chance = createChance(size.seed)
  try {
    const rows = [await together(place, servers)]
    const faults: string[] = []
    for (let i = 0; i < size.count; i++) faults.push(...(await killOne(place, chance, servers)))
    const figure = `${String(size.count)} kills, ${String(size.count * AT_ONCE)} uploads: ${String(faults.length)} faults`
    return [...rows, { what: 'kill -9 of one of two processes', figure, faults }]
  } finally {
    await Promise.all(servers.map((server) => server.kill()))
  }
}

/** Several processes on one database: nothing is lost or doubled, whoever dies. */
export const processes: Subject = async ({ count, seed }) => {
  if (!hasPostgres()) {
    return [{ what: 'several processes', figure: 'not tried: no PostgreSQL server', faults: [] }]
  }
  const postgres = await startPostgres()
  const world = openWorld()
  const settings = {
    PERMU_DATABASE: postgres.url,
    PERMU_RATE_UPLOAD: 'off',
    PERMU_UPLOADS_AT_ONCE: '100',
  }
  try {
    const place = { database: postgres.url, world, settings }
    return await trial(place, { count: count ?? KILLS, seed })
  } finally {
    world.remove()
    postgres.remove()
  }
}
