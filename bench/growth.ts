import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { upload } from './client.ts'
import { writePanel } from './panel.ts'
import { fixed, median, range } from './report.ts'
import { startBenchServer } from './server.ts'

/** How the time from the first byte to the commit grows with the rows of a file. */

const SIZES = (process.env['SIZES'] ?? '10000,30000,100000,300000,1000000,3000000,10000000')
  .split(',')
  .map(Number)
/** Files that would take longer than this, with all that belongs to it, are left out. */
const LONGEST_SECONDS = Number(process.env['LONGEST_SECONDS'] ?? 120)
const MOST_ZONES = 25_000
const PERIODS = 40
const { values: flags } = parseArgs({
  options: { json: { type: 'string' }, markdown: { type: 'string' } },
})

interface Point {
  rows: number
  zones: number
  bytes: number
  seconds: number[]
  peak: number | null
}

const folder = mkdtempSync(join(tmpdir(), 'permu-growth-'))
const path = join(folder, 'panel.csv')

const roundsOf = (rows: number) => (rows <= 300_000 ? 5 : rows <= 1_000_000 ? 3 : 1)

async function measure(rows: number): Promise<Point> {
  const zones = Math.min(MOST_ZONES, Math.max(1, Math.round(rows / PERIODS)))
  const bytes = writePanel(path, { rows, zones, order: 'ordered', encoding: 'utf-8' })
  const point: Point = { rows, zones, bytes, seconds: [], peak: null }
  for (let i = 0; i < roundsOf(rows); i++) {
    const server = await startBenchServer()
    try {
      point.seconds.push((await upload(server.url, path, 'commit')).seconds)
      point.peak = Math.max(point.peak ?? 0, server.peakMemory() ?? 0) || null
    } finally {
      await server.stop()
    }
  }
  rmSync(path)
  return point
}

/** Of the line of least squares through the logarithms: 1 where twice the rows take twice as long. */
function slopeOf(points: readonly Point[]): number {
  const at = points.map(({ rows, seconds }) => [Math.log(rows), Math.log(median(seconds))] as const)
  const mean = (axis: 0 | 1) => at.reduce((sum, point) => sum + point[axis], 0) / at.length
  const [x0, y0] = [mean(0), mean(1)]
  const above = at.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0)
  return above / at.reduce((sum, [x]) => sum + (x - x0) ** 2, 0)
}

function line({ rows, zones, bytes, seconds, peak }: Point): string {
  const middle = median(seconds)
  const cells = [String(rows), String(zones), fixed(bytes / 1e6, 1), fixed(middle, 2)]
  const speed = [fixed(rows / middle / 1000, 0), fixed(bytes / middle / 1e6, 0), fixed(peak, 0)]
  return `| ${[...cells, range(seconds), ...speed].join(' | ')} |`
}

const HEAD = `| rows | zones | MB | median s | min–max | thousand rows/s | MB/s | peak RSS MB |
| --- | --- | --- | --- | --- | --- | --- | --- |`

const STEADY = 100_000

function textOf(points: readonly Point[], leftOut: readonly number[], load: number): string {
  const machine = `${cpus()[0]?.model ?? '?'} × ${String(availableParallelism())}`
  const date = new Date().toISOString().slice(0, 10)
  const steady = points.filter(({ rows }) => rows >= STEADY)
  return [
    `${date}, ${machine}, Node ${process.versions.node}; UTF-8, ordered, 16 columns, upload → commit; ` +
      `load ${fixed(load, 2)} before and ${fixed(loadavg()[0] ?? null, 2)} after.`,
    [HEAD, ...points.map(line)].join('\n'),
    `Slope of log seconds over log rows: ${fixed(slopeOf(points), 2)} over all, ` +
      `${fixed(slopeOf(steady), 2)} from ${String(STEADY)} rows on (1 is proportional).`,
    ...leftOut.map((rows) => `${String(rows)} rows were left out: they would take too long here.`),
  ].join('\n\n')
}

async function main() {
  const load = loadavg()[0] ?? 0
  const points: Point[] = []
  const leftOut: number[] = []
  let perRow = 0
  for (const rows of SIZES) {
    if (perRow * rows > LONGEST_SECONDS) {
      leftOut.push(rows)
      continue
    }
    const began = performance.now()
    const point = await measure(rows)
    points.push(point)
    perRow = (performance.now() - began) / 1000 / rows / point.seconds.length
    console.error(`${String(rows)} rows: ${point.seconds.map((s) => s.toFixed(2)).join(', ')} s`)
  }
  const text = textOf(points, leftOut, load)
  console.log(text)
  if (flags.json !== undefined) {
    writeFileSync(
      flags.json,
      `${JSON.stringify({ load, points, slope: slopeOf(points) }, null, 2)}\n`,
    )
  }
  if (flags.markdown !== undefined) writeFileSync(flags.markdown, `# Growth\n\n${text}\n`)
}

try {
  await main()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
