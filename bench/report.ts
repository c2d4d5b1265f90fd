import type { Panel, Result } from './ingest.ts'

/** Figures as a person reads them. */

export const median = (list: readonly number[]) => {
  const sorted = [...list].sort((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2
}

export const quantile = (list: readonly number[], q: number) => {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

export const fixed = (value: number | null, digits: number) =>
  value === null || Number.isNaN(value) ? '–' : value.toFixed(digits)

export const range = (list: readonly number[]) =>
  list.length === 0 ? '–' : `${fixed(Math.min(...list), 2)}–${fixed(Math.max(...list), 2)}`

const NAMES = {
  import: '`sqlite3 .import`',
  wal: 'the same with a write-ahead log',
  script: '`csv-parse` and prepared inserts',
  insert: 'bare inserts of numbers in memory',
  commit: 'permu, upload → commit',
  preview: 'permu, upload → preview',
  dry: 'permu, intake alone',
}

function line(result: Result, way: keyof typeof NAMES, panel: Panel): string {
  const times = result.seconds[way]
  const middle = median(times)
  const unit = median(result.seconds.import)
  return [
    ...['', `${panel.encoding}, ${panel.order}`, NAMES[way], fixed(middle, 2), range(times)],
    ...[fixed(unit / middle, 2), fixed(result.rows / middle / 1000, 0)],
    ...[fixed(result.bytes / middle / 1e6, 0), fixed(result.peak[way] ?? null, 0), ''],
  ]
    .join(' | ')
    .trim()
}

const HEAD = `| file | way | median s | min–max | ratio | thousand rows/s | MB/s | peak RSS MB |
| --- | --- | --- | --- | --- | --- | --- | --- |`

const MEANWHILE = `| file | read p50 ms | p99 | slowest | reads | withdraw ms |
| --- | --- | --- | --- | --- | --- |`

function meanwhile({ panel, reads, withdraw }: Result): string {
  const cells = [quantile(reads, 0.5), quantile(reads, 0.99), Math.max(...reads)]
  const shown = cells.map((ms) => fixed(ms, 1)).join(' | ')
  const name = `${panel.encoding}, ${panel.order}`
  return `| ${name} | ${shown} | ${String(reads.length)} | ${fixed(median(withdraw), 0)} |`
}

export interface Circumstances {
  machine: string
  node: string
  date: string
  load: [before: number, after: number]
  rounds: number
  remark: string | null
}

export function toMarkdown(results: readonly Result[], at: Circumstances): string {
  const ways = Object.keys(NAMES) as (keyof typeof NAMES)[]
  const [first] = results
  const rows = String(first?.rows ?? 0)
  const lines = results.flatMap((r) =>
    ways.filter((way) => r.seconds[way].length > 0).map((way) => line(r, way, r.panel)),
  )
  return [
    `${at.date}, ${at.machine}, Node ${at.node}; ${rows} rows × 16 columns, ${String(at.rounds)} interleaved rounds; ` +
      `load ${fixed(at.load[0], 2)} before and ${fixed(at.load[1], 2)} after.`,
    ...(at.remark === null ? [] : [at.remark]),
    `${HEAD}\n${lines.join('\n')}`,
    `Reads of \`/api/v1/zones\` every 10 ms during one more upload → commit:`,
    `${MEANWHILE}\n${results.map(meanwhile).join('\n')}`,
  ].join('\n\n')
}
