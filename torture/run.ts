import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { attacks } from './attacks/attacks.ts'
import { faults } from './faults/faults.ts'
import { files } from './files/files.ts'
import { flips } from './flips/flips.ts'
import { kills } from './kills/kills.ts'
import { load } from './load/load.ts'
import { processes } from './processes/processes.ts'
import { servers } from './servers/servers.ts'
import { soak } from './load/soak.ts'
import { toMarkdown, type Circumstances, type Told } from './report.ts'
import type { Subject } from './row.ts'

/**
 * `npm run torture [-- name …] [--count n] [--minutes n] [--seed n] [--json f]
 * [--markdown f] [--from f …]`; `--from` adds what an earlier run has found.
 */

const SUBJECTS: Record<string, Subject> = {
  kills,
  faults,
  flips,
  files,
  load,
  soak,
  processes,
  servers,
  attacks,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string' },
    minutes: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    markdown: { type: 'string' },
    from: { type: 'string', multiple: true, default: [] },
  },
})

const number = (text: string | undefined) => (text === undefined ? null : Number(text))

const commit = () => execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim()

const circumstances = (): Circumstances => ({
  date: new Date().toISOString().slice(0, 10),
  commit: commit(),
  machine: `${cpus()[0]?.model ?? '?'} × ${String(availableParallelism())}`,
  node: process.versions.node,
  seed: Number(values.seed),
  load: loadavg()[0] ?? 0,
})

async function runAll(names: readonly string[]): Promise<Told[]> {
  const told: Told[] = []
  for (const name of names) {
    const at = circumstances()
    const began = performance.now()
    const size = {
      count: number(values.count),
      minutes: number(values.minutes),
      seed: Number(values.seed),
    }
    const tell = (line: string) => console.error(`${name}: ${line}`)
    const rows = (await SUBJECTS[name]?.(size, tell)) ?? []
    told.push({ name, rows, seconds: Math.round((performance.now() - began) / 1000), at })
  }
  return told
}

const unknown = positionals.filter((name) => !(name in SUBJECTS))
if (unknown.length > 0) {
  console.error(
    `permu: there is no “${unknown.join(', ')}”; there are ${Object.keys(SUBJECTS).join(', ')}.`,
  )
  process.exit(1)
}
function earlier(path: string): Told[] {
  return (JSON.parse(readFileSync(path, 'utf8')) as { told: Told[] }).told
}

const all = values.from.length > 0 ? [] : Object.keys(SUBJECTS)
const before = values.from.flatMap(earlier)
const told = [...before, ...(await runAll(positionals.length > 0 ? positionals : all))]
console.log(toMarkdown(told))
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ told }, null, 2)}\n`)
if (values.markdown !== undefined) {
  writeFileSync(values.markdown, `# Torture\n\n${toMarkdown(told)}`)
}
process.exitCode = told.some(({ rows }) => rows.some(({ faults }) => faults.length > 0)) ? 1 : 0
