import { hasPostgres, startPostgres } from '../../scripts/lib/postgres.mjs'
import { ask, send, withdraw } from '../client.ts'
import { makeFile, type Standing } from '../kills/ledger.ts'
import { judgeAnswers, openWorld, type World } from '../kills/world.ts'
import type { Row, Subject } from '../row.ts'
import { serve } from '../server.ts'
import { blocksAt, spread } from './spread.ts'

const FILES = 12
const ROWS = 50

async function upload(world: World, url: string): Promise<string[]> {
  const faults: string[] = []
  for (const file of world.files) {
    const { status, body } = await send(url, file.text, { name: file.name, mode: 'commit' })
    file.may = new Set<Standing>(['committed'])
    file.id = body.id
    if (status !== 201) faults.push(`${file.name}: ${String(status)}`)
  }
  return faults
}

/** The leader of a ranking, and where its number stands in its file. */
async function rankAndTrace(url: string): Promise<string[]> {
  const by = 'period=2022&by=tax:1'
  const ranked = await ask<{ rows?: unknown[] }>(`${url}/api/v1/rankings?${by}`)
  const zone = encodeURIComponent('甲3园7')
  const traced = await ask<{ value: number; inputs: { source: { row: number } | null }[] }>(
    `${url}/api/v1/trace?zone=${zone}&period=2022&indicator=tax`,
  )
  return [
    ...(ranked.status === 200 ? [] : [`the ranking answered ${String(ranked.status)}`]),
    ...(traced.body.value === 300_070 ? [] : [`traced: ${JSON.stringify(traced).slice(0, 200)}`]),
    ...(traced.body.inputs?.[0]?.source?.row === 16 ? [] : ['the trace names another row']),
  ]
}

async function withdrawHalf(world: World, url: string): Promise<string[]> {
  for (const file of world.files.slice(0, FILES / 2)) {
    await withdraw(url, file.id ?? '')
    file.may = new Set<Standing>(['withdrawn'])
  }
  return judgeAnswers(world, url)
}

async function trial(world: World, one: { url: string }, other: { url: string; port: number }) {
  const settings = { PERMU_DATABASE: one.url, PERMU_RATE_UPLOAD: 'off' }
  const first = await serve({ data: world.data, settings })
  await first.stop()
  await spread(one, other)
  const server = await serve({ data: world.data, settings })
  try {
    const faults = await upload(world, server.url)
    faults.push(...(await judgeAnswers(world, server.url)))
    faults.push(...(await rankAndTrace(server.url)))
    faults.push(...(await withdrawHalf(world, server.url)))
    const [here, there] = [
      await blocksAt(one.url, 'blocks_here'),
      await blocksAt(other.url, 'blocks'),
    ]
    if (here === 0 || there === 0) faults.push('all cells are at one server')
    return { faults, here, there }
  } finally {
    await server.stop()
  }
}

const WHAT = 'cells over two servers by postgres_fdw'

/** The product over cells that stand at two servers. */
export const servers: Subject = async () => {
  if (!hasPostgres()) return [{ what: WHAT, figure: 'not tried: no PostgreSQL server', faults: [] }]
  const one = await startPostgres()
  const other = await startPostgres()
  const world = openWorld()
  world.files.push(...Array.from({ length: FILES }, (_, i) => makeFile(i + 1, ROWS)))
  try {
    const { faults, here, there } = await trial(world, one, other)
    const figure = `${String(here)} blocks here, ${String(there)} there: ${String(faults.length)} faults`
    return [{ what: WHAT, figure, faults } satisfies Row]
  } finally {
    world.remove()
    one.remove()
    other.remove()
  }
}
