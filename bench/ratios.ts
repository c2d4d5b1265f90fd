import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { median } from './report.ts'

/** Times of ours beside those of a peer in the same run, as a table. */

export interface Line {
  what: string
  /** Seconds of each round. */
  ours: readonly number[]
  /** Null where nobody was measured beside it. */
  peer: { name: string; seconds: readonly number[] } | null
  remark?: string
}

const shown = (seconds: number) => (seconds < 0.1 ? seconds.toFixed(4) : seconds.toFixed(3))

const spread = (times: readonly number[]) =>
  times.length === 0
    ? '–'
    : `${shown(median(times))} (${shown(Math.min(...times))}–${shown(Math.max(...times))})`

function row({ what, ours, peer, remark = '' }: Line): string {
  const beside =
    peer === null
      ? ['–', '–', '–']
      : [peer.name, spread(peer.seconds), (median(peer.seconds) / median(ours)).toFixed(1)]
  return `| ${[what, spread(ours), ...beside, remark].join(' | ')} |`
}

const HEAD = `| what | ours, s | peer | peer, s | times as fast | remark |
| --- | --- | --- | --- | --- | --- |`

/** Prints the table, and writes it where `--json` and `--markdown` say. */
export function publish(title: string, lines: readonly Line[], before: number): void {
  const at = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0]?.model ?? '?'} × ${String(availableParallelism())}`,
    node: process.versions.node,
    load: [before, loadavg()[0] ?? 0].map((load) => Number(load.toFixed(2))),
  }
  const { values } = parseArgs({
    options: { json: { type: 'string' }, markdown: { type: 'string' } },
  })
  const where =
    `${at.date}, ${at.machine}, Node ${at.node}; medians of interleaved rounds, and from the fastest ` +
    `to the slowest; load ${at.load.join(' before and ')} after.`
  const text = [`# ${title}`, where, [HEAD, ...lines.map(row)].join('\n')].join('\n\n')
  console.log(text)
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ ...at, lines }, null, 2)}\n`)
  }
  if (values.markdown !== undefined) writeFileSync(values.markdown, `${text}\n`)
}
