import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readUntil, upload, withdraw } from './client.ts'
import { writePanel, type PanelOptions } from './panel.ts'
import { importByShell, peerMissing } from './peer.ts'
import { toMarkdown } from './report.ts'
import { startBenchServer } from './server.ts'

/** How long files take from the first byte of an upload to the commit, and what that costs. */

export type Panel = Pick<PanelOptions, 'encoding' | 'order'>
type Way = 'import' | 'wal' | 'script' | 'insert' | 'commit' | 'preview' | 'dry'

interface Size {
  rows: number
  zones: number
}

export interface Result {
  panel: Panel
  rows: number
  bytes: number
  cells: number
  seconds: Record<Way, number[]>
  /** Megabytes. */
  peak: Partial<Record<Way, number>>
  /** Milliseconds. */
  reads: number[]
  /** Milliseconds. */
  withdraw: number[]
}

const ROWS = Number(process.env['ROWS'] ?? 1_000_000)
const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
const ZONES = Number(process.env['ZONES'] ?? Math.max(1, Math.round(ROWS / 40)))
/** A gigabyte: 25,000 zones over 280 quarters. */
const LARGE = { rows: 7_000_000, zones: 25_000 }
const { values: flags } = parseArgs({
  options: { json: { type: 'string' }, markdown: { type: 'string' } },
})

const PANELS: Panel[] = [
  { encoding: 'utf-8', order: 'ordered' },
  { encoding: 'utf-8', order: 'shuffled' },
  { encoding: 'gb18030', order: 'ordered' },
  { encoding: 'gb18030', order: 'shuffled' },
]

const folder = mkdtempSync(join(tmpdir(), 'permu-panel-'))
const pathOf = ({ encoding, order }: Panel) => join(folder, `${encoding}-${order}.csv`)
const missing = peerMissing()

function higher(result: Result, way: Way, peak: number | null) {
  if (peak !== null) result.peak[way] = Math.max(result.peak[way] ?? 0, peak)
}

async function overHttp(result: Result, way: 'commit' | 'preview', path: string) {
  const server = await startBenchServer()
  try {
    const sent = await upload(server.url, path, way)
    result.seconds[way].push(sent.seconds)
    result.cells = sent.counts.cells
    higher(result, way, server.peakMemory())
    if (way === 'commit') result.withdraw.push(await withdraw(server.url, sent.id))
  } finally {
    await server.stop()
  }
}

const SCRIPTS = { dry: 'dry.ts', script: 'script-peer.ts', insert: 'insert-limit.ts' }

/** In a process of its own, which says how long it took and how much memory. */
function alone(result: Result, way: keyof typeof SCRIPTS, args: string[]) {
  const script = fileURLToPath(new URL(SCRIPTS[way], import.meta.url))
  const { stdout } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
  const { seconds, peak } = JSON.parse(stdout) as { seconds: number; peak: number | null }
  result.seconds[way].push(seconds)
  higher(result, way, peak)
}

async function round(result: Result) {
  const path = pathOf(result.panel)
  const { encoding, order } = result.panel
  if (missing === null) {
    result.seconds.import.push(await importByShell({ path, encoding, journal: 'plain' }))
    result.seconds.wal.push(await importByShell({ path, encoding, journal: 'wal' }))
  }
  // To these the order of rows is all one.
  if (order === 'ordered') {
    alone(result, 'script', [path, encoding])
    alone(result, 'insert', [String(result.rows)])
  }
  await overHttp(result, 'commit', path)
  await overHttp(result, 'preview', path)
  alone(result, 'dry', [path])
}

/** One more upload, to a server that has data, while somebody reads them. */
async function whileReading(result: Result) {
  const server = await startBenchServer({ PERMU_SAMPLE: 'city-66' })
  try {
    let over = false
    const sending = upload(server.url, pathOf(result.panel), 'commit').finally(() => (over = true))
    result.reads = (await Promise.all([readUntil(server.url, () => over), sending]))[0]
  } finally {
    await server.stop()
  }
}

function prepare(panel: Panel, { rows, zones }: Size): Result {
  const bytes = writePanel(pathOf(panel), { ...panel, rows, zones })
  const seconds = { import: [], wal: [], script: [], insert: [], commit: [], preview: [], dry: [] }
  return { panel, rows, bytes, cells: 0, seconds, peak: {}, reads: [], withdraw: [] }
}

async function measure(panels: Panel[], size: Size, rounds: number): Promise<Result[]> {
  const results = panels.map((panel) => prepare(panel, size))
  for (let i = 0; i < rounds; i++) {
    for (const result of results) await round(result)
    console.error(`round ${String(i + 1)} of ${String(rounds)}, load ${String(loadavg()[0])}`)
  }
  for (const result of results) await whileReading(result)
  return results
}

async function main() {
  const load = loadavg()[0] ?? 0
  const results = await measure(PANELS, { rows: ROWS, zones: ZONES }, ROUNDS)
  const large = process.env['GB'] === '1' ? await measure(PANELS.slice(0, 1), LARGE, 1) : []
  const circumstances = {
    machine: `${cpus()[0]?.model ?? '?'} × ${String(availableParallelism())}`,
    node: process.versions.node,
    date: new Date().toISOString().slice(0, 10),
    load: [load, loadavg()[0] ?? 0] as [number, number],
    rounds: ROUNDS,
    remark: missing === null ? null : `No ratios: ${missing}.`,
  }
  const tables = [results, large].filter((list) => list.length > 0)
  const text = tables.map((list) => toMarkdown(list, circumstances)).join('\n\n')
  console.log(text)
  if (flags.json !== undefined) {
    writeFileSync(flags.json, `${JSON.stringify({ ...circumstances, results, large }, null, 2)}\n`)
  }
  if (flags.markdown !== undefined) writeFileSync(flags.markdown, `# Ingestion\n\n${text}\n`)
}

try {
  await main()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
