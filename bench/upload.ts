import { availableParallelism, cpus, loadavg } from 'node:os'
import { generatePanel } from './panel.ts'
import { startBenchServer } from './server.ts'

/** Uploads a large file while reading: rows per second, peak memory, and how long reads take. */

const ROWS = Number(process.env['ROWS'] ?? 100_000)
const ZONES = Number(process.env['ZONES'] ?? 2_500)

const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0

async function post(url: string, body: Uint8Array<ArrayBuffer>, name: string) {
  const response = await fetch(`${url}/api/v1/uploads?name=${name}`, {
    method: 'POST',
    body,
    headers: { prefer: 'wait=300' },
  })
  const upload = (await response.json()) as { counts: { rows: number; cells: number } }
  if (response.status !== 201) throw new Error(`upload: ${String(response.status)}`)
  return upload.counts
}

async function readUntil(url: string, over: () => boolean): Promise<number[]> {
  const times: number[] = []
  while (!over()) {
    const start = performance.now()
    const response = await fetch(`${url}/api/v1/zones`)
    await response.arrayBuffer()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)
}

const server = await startBenchServer()
try {
  const small = generatePanel(1_000, 250)
  await post(server.url, new Uint8Array(small), 'warm.csv')
  const file = new Uint8Array(generatePanel(ROWS, ZONES))
  const before = server.peakMemory()
  let over = false
  const start = performance.now()
  const uploading = post(server.url, file, 'panel.csv').finally(() => (over = true))
  const [counts, times] = await Promise.all([uploading, readUntil(server.url, () => over)])
  const seconds = (performance.now() - start) / 1000
  const peak = server.peakMemory()
  console.log(`machine        ${cpus()[0]?.model ?? '?'} × ${String(availableParallelism())}`)
  console.log(`load           ${loadavg()[0]?.toFixed(2) ?? '?'}`)
  console.log(
    `file           ${String(counts.rows)} rows × 15, ${(file.length / 1e6).toFixed(1)} MB`,
  )
  console.log(
    `upload→commit  ${seconds.toFixed(2)} s, ${(counts.rows / seconds).toFixed(0)} rows/s`,
  )
  console.log(`cells          ${String(counts.cells)}`)
  console.log(
    `peak memory    ${peak?.toFixed(0) ?? '?'} MB (before: ${before?.toFixed(0) ?? '?'} MB)`,
  )
  console.log(`reads          ${String(times.length)} of /api/v1/zones meanwhile`)
  console.log(
    `read p50/p99   ${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.99).toFixed(1)} ms, ` +
      `slowest ${(times.at(-1) ?? 0).toFixed(1)} ms`,
  )
} finally {
  await server.stop()
}
