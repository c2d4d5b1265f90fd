import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect } from '../apps/api/src/database/dialect.pg.pool.ts'
import { hasPostgres, startPostgres } from '../scripts/lib/postgres.mjs'
import { engineFlags } from '../scripts/lib/run.mjs'
import { upload } from './client.ts'
import { writePanel } from './panel.ts'
import { publish, type Line } from './ratios.ts'
import { startBenchServer } from './server.ts'

/**
 * Storing many rows at a PostgreSQL server on this machine: the same upload there and in an embedded
 * database, and small rows as the product sends them beside how one sends them otherwise.
 */

const ROWS = Number(process.env['ROWS'] ?? 1_000_000)
const SMALL_ROWS = Number(process.env['SMALL_ROWS'] ?? 25_000)
const ROUNDS = Number(process.env['ROUNDS'] ?? 5)

const folder = mkdtempSync(join(tmpdir(), 'permu-postgres-bench-'))
const panel = join(folder, 'panel.csv')

let made = 0

/** With the address of a database of its own, which is gone afterwards. */
async function withDatabase<T>(server: string, work: (address: string) => Promise<T>): Promise<T> {
  const name = `bench_${String(made++)}`
  const { read, close } = connect(server)
  try {
    await read.execute(`create database ${name}`)
    return await work(Object.assign(new URL(server), { pathname: `/${name}` }).href)
  } finally {
    await read.execute(`drop database if exists ${name} with (force)`)
    await close()
  }
}

async function uploadTo(settings: Record<string, string>): Promise<number> {
  const server = await startBenchServer(settings)
  try {
    return (await upload(server.url, panel, 'commit')).seconds
  } finally {
    await server.stop()
  }
}

const SCRIPT = fileURLToPath(new URL('small-rows.ts', import.meta.url))

/** In a process of its own, which says how long it took. */
function smallRows(place: string, way: string): number {
  const flags = place.startsWith('postgres:') ? engineFlags({ PERMU_DATABASE: place }) : []
  const args = [...flags, SCRIPT, place, '--way', way, '--rows', String(SMALL_ROWS)]
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (stdout === '') throw new Error(stderr)
  return (JSON.parse(stdout) as { seconds: number }).seconds
}

interface Times {
  uploads: { postgres: number[]; sqlite: number[] }
  small: { ours: number[]; places: number[]; lists: number[]; sqlite: number[] }
}

async function round(url: string, { uploads, small }: Times) {
  uploads.sqlite.push(await uploadTo({}))
  await withDatabase(url, async (address) => {
    uploads.postgres.push(await uploadTo({ PERMU_DATABASE: address }))
  })
  await withDatabase(url, async (address) => {
    for (const way of ['ours', 'places', 'lists'] as const) {
      small[way].push(smallRows(address, way))
    }
  })
  const file = join(folder, `small-${String(small.sqlite.length)}.db`)
  small.sqlite.push(smallRows(file, 'ours'))
}

function linesOf({ uploads, small }: Times): Line[] {
  const what = `${String(SMALL_ROWS)} small rows of 11 columns`
  const beside = (name: string, seconds: readonly number[]): Line => {
    return { what, ours: small.ours, peer: { name, seconds } }
  }
  return [
    {
      what: `${String(ROWS)} rows × 16, upload → commit`,
      ours: uploads.postgres,
      peer: { name: 'the same, ours on SQLite', seconds: uploads.sqlite },
    },
    beside('`insert … values`, 1000 rows a statement', small.places),
    beside('`insert … select from unnest`, one statement', small.lists),
    beside('the same, ours on SQLite', small.sqlite),
  ]
}

async function measure(): Promise<Line[]> {
  writePanel(panel, {
    ...{ rows: ROWS, zones: Math.max(1, Math.round(ROWS / 40)) },
    ...{ order: 'ordered', encoding: 'utf-8' },
  })
  // As a server is run that keeps what it was given.
  const durable = { fsync: 'on', full_page_writes: 'on', shared_buffers: '256MB' }
  const server = await startPostgres({ ...durable, max_wal_size: '4GB' })
  const times: Times = {
    uploads: { postgres: [], sqlite: [] },
    small: { ours: [], places: [], lists: [], sqlite: [] },
  }
  try {
    for (let i = 0; i < ROUNDS; i++) {
      await round(server.url, times)
      console.error(`round ${String(i + 1)} of ${String(ROUNDS)}, load ${String(loadavg()[0])}`)
    }
  } finally {
    server.remove()
  }
  return linesOf(times)
}

const before = loadavg()[0] ?? 0
try {
  const none = { what: 'not measured: no PostgreSQL server here', ours: [], peer: null }
  publish('PostgreSQL', hasPostgres() ? await measure() : [none], before)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
