import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row, Size, Subject } from '../row.ts'
import { serve } from '../server.ts'
import { pressBare } from './bare.ts'
import { fillPanel, keepSending, QUANTITIES, ZONES, type Loaded } from './panel.ts'
import { others, press, type Pressed } from './press.ts'

const CONNECTIONS = 50
const SECONDS = 10

/** What has to be reached. */
interface Goal {
  what: string
  url: string
  /** The status that is meant. */
  status: number
  headers?: Record<string, string>
  rate: number
  p99: number
}

async function tagOf(url: string): Promise<string> {
  const response = await fetch(url)
  await response.arrayBuffer()
  return response.headers.get('etag') ?? ''
}

/** As browsers ask. */
const SHORT = { 'accept-encoding': 'gzip' }

async function goals({ ranking, values, page, home }: Loaded): Promise<Goal[]> {
  const matrix = `${String(ZONES)} × ${String(QUANTITIES)}`
  const known = { 'if-none-match': await tagOf(ranking) }
  const cached = { status: 200, rate: 800, p99: 150 }
  const rendered = { status: 200, rate: 50, p99: 500 }
  return [
    { what: `rankings of ${matrix}, cached`, url: ranking, headers: SHORT, ...cached },
    { what: 'the same, not compressed', url: ranking, ...cached },
    { what: `values of ${matrix}, cached`, url: values, headers: SHORT, ...cached },
    { what: 'the same, not compressed', url: values, ...cached },
    {
      ...{ what: 'rankings with a known ETag', url: ranking, headers: known },
      ...{ status: 304, rate: 10_000, p99: 150 },
    },
    { what: `/rank of ${matrix}`, url: page, headers: SHORT, ...rendered },
    { what: 'the overview', url: home, headers: SHORT, ...rendered },
  ]
}

const wrong = (goal: Goal, pressed: Pressed) => others(pressed, goal.status) + pressed.errors

/** Where the machine itself does not reach a goal, this share of what it does reach is enough. */
const NEAR = 0.8

/** What a goal misses; not what a server that does nothing misses on this machine just as well. */
function missed(goal: Goal, pressed: Pressed, bare: Pressed): string[] {
  const { rate, p99 } = pressed
  const errors = wrong(goal, pressed)
  return [
    ...(rate < Math.min(goal.rate, bare.rate * NEAR) ? [`${rate.toFixed(0)}/s`] : []),
    ...(p99 > Math.max(goal.p99, bare.p99 / NEAR) ? [`p99 ${String(p99)} ms`] : []),
    ...(errors > 0 ? [`${String(errors)} errors ${JSON.stringify(pressed.codes)}`] : []),
  ]
}

function rowOf(goal: Goal, pressed: Pressed, bare: Pressed): Row {
  const { rate, p50, p99, megabytes } = pressed
  const errors = wrong(goal, pressed)
  const figure =
    `${rate.toFixed(0)}/s (goal ${String(goal.rate)}; a bare server ${bare.rate.toFixed(0)}), ` +
    `p50 ${String(p50)} ms, p99 ${String(p99)} ms (goal ${String(goal.p99)}; bare ${String(bare.p99)}), ` +
    `${megabytes.toFixed(0)} MB/s, ${String(errors)} errors`
  const faults = missed(goal, pressed, bare).map((one) => `${goal.what}: ${one}`)
  return { what: `${goal.what}, ${String(CONNECTIONS)} connections`, figure, faults }
}

/** One goal after the other, each while files of a million cells come in. */
async function pressAll(url: string, folder: string, size: Size): Promise<Row[]> {
  const loaded = await fillPanel(url, folder)
  const rows: Row[] = []
  const sending = keepSending(url, folder)
  for (const goal of await goals(loaded)) {
    const seconds = size.count ?? SECONDS
    const { headers } = goal
    const pressing = {
      url: goal.url,
      seconds,
      connections: CONNECTIONS,
      ...(headers && { headers }),
    }
    rows.push(rowOf(goal, await press(pressing), await pressBare(pressing)))
  }
  const sent = await sending.stop()
  const slowest = Math.max(...sent.map(({ seconds }) => seconds))
  const cells = Math.min(...sent.map((one) => one.cells))
  const figure = `${String(sent.length)} files of at least ${String(cells)} cells, each within ${slowest.toFixed(1)} s`
  return [...rows, { what: 'files read and checked meanwhile', figure, faults: [] }]
}

/** How many can read while a million cells come in. */
export const load: Subject = async (size) => {
  const folder = mkdtempSync(join(tmpdir(), 'permu-load-'))
  const server = await serve({ data: join(folder, 'data') })
  try {
    return await pressAll(server.url, folder, size)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
