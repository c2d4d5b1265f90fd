import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { pressBare } from '../torture/load/bare.ts'
import { keepSending } from '../torture/load/panel.ts'
import { others, press, type Pressed } from '../torture/load/press.ts'
import { restore, upload, withdraw } from './client.ts'
import { writePanel } from './panel.ts'
import { drawPlainly, rankPlainly, seconds } from './query-peers.ts'
import { toMarkdown, type Asked, type Crowd, type QueryResult } from './query-report.ts'
import { startBenchServer } from './server.ts'

/** How long questions take, cold, known and with a tag, and how many can ask. */

const SIZES = (process.env['SIZES'] ?? '66,2543,100000').split(',').map(Number)
const ROUNDS = Number(process.env['ROUNDS'] ?? 3)
const SECONDS = Number(process.env['SECONDS'] ?? 3)
const INDICATORS = 12
const AGAIN = 10
const PATIENCE = 3000
const CONNECTIONS = 50
/** Beyond it an answer is made anew for everybody, and a crowd would measure only that. */
const KEPT_BYTES = 8 * 1024 * 1024
/** Beyond it a script would need minutes and gigabytes. */
const PEER_ZONES = 2543

const SHORT = { 'accept-encoding': 'gzip' }

/** One answer on a connection of its own: how long it took from the question to its last byte. */
async function once(url: string, headers: Record<string, string> = {}) {
  const began = performance.now()
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { ...SHORT, ...headers }, agent: false }, resolve).once('error', reject)
  })
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part as Buffer)
  const ms = performance.now() - began
  const { statusCode: status = 0 } = answer
  const body = Buffer.concat(parts)
  const bytes = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
  return { ms, status, text: bytes.toString(), tag: answer.headers.etag ?? '' }
}

/** So often, or as often as goes in some seconds. */
async function several(url: string, headers?: Record<string, string>): Promise<number[]> {
  const times: number[] = []
  const began = performance.now()
  while (times.length < AGAIN && (times.length === 0 || performance.now() - began < PATIENCE)) {
    times.push((await once(url, headers)).ms)
  }
  return times
}

interface Question {
  name: string
  url: string
  peer: (() => number) | null
}

interface About {
  ids: readonly string[]
  period: string
}

function questionsOf(url: string, zones: number, { ids, period }: About): Question[] {
  const of = `period=${encodeURIComponent(period)}`
  const listed = ids.map(encodeURIComponent)
  const ranking = `${url}/api/v1/rankings?${of}&by=${listed.map((id) => `${id}:1`).join(',')}`
  const peer = (run: () => unknown) => (zones > PEER_ZONES ? null : () => seconds(run) * 1000)
  const size = { zones, criteria: INDICATORS }
  return [
    {
      name: 'values',
      url: `${url}/api/v1/values?${of}&indicators=${listed.join(',')}`,
      peer: null,
    },
    { name: 'ranking', url: ranking, peer: () => seconds(() => rankPlainly(size)) * 1000 },
    ...[200, 1000].map((draws) => ({
      name: `ranking, ${String(draws)} draws`,
      url: `${ranking}&draws=${String(draws)}`,
      peer: peer(() => drawPlainly({ ...size, draws })),
    })),
  ]
}

/** Asks for the first time; what was known before is forgotten with the layer that goes and comes. */
async function coldly(url: string, id: string, question: Question) {
  await withdraw(url, id)
  await restore(url, id)
  // The list of zones is everybody's, and not what is measured.
  await once(`${url}/api/v1/periods`)
  return once(question.url)
}

async function ask(url: string, id: string, question: Question): Promise<Asked> {
  const asked: Asked = {
    ...{ name: question.name, refused: null, bytes: 0 },
    ...{ cold: [], warm: [], known: [], peer: [], stringify: [] },
  }
  for (let i = 0; i < ROUNDS; i++) {
    const { ms, status, text, tag } = await coldly(url, id, question)
    if (status !== 200) {
      const { detail } = JSON.parse(text) as { detail: string }
      return { ...asked, refused: `${String(status)}: ${detail}` }
    }
    asked.bytes = Buffer.byteLength(text)
    asked.cold.push(ms)
    asked.warm.push(...(await several(question.url)))
    asked.known.push(...(await several(question.url, { 'if-none-match': tag })))
    if (question.peer) asked.peer.push(question.peer())
    const answer: unknown = JSON.parse(text)
    asked.stringify.push(seconds(() => JSON.stringify(answer)) * 1000)
  }
  return asked
}

const faultsOf = (pressed: Pressed, status: number) => others(pressed, status) + pressed.errors

interface Pressing {
  name: string
  url: string
  headers: Record<string, string>
  status: number
}

async function crowd({ name, url, headers, status }: Pressing, during: boolean): Promise<Crowd> {
  const result: Crowd = { name, during, rate: [], p99: [], bareRate: [], bareP99: [], errors: 0 }
  for (let i = 0; i < ROUNDS; i++) {
    const pressing = { url, headers, seconds: SECONDS, connections: CONNECTIONS }
    const own = await press(pressing)
    const bare = await pressBare(pressing)
    result.rate.push(own.rate)
    result.p99.push(own.p99)
    result.bareRate.push(bare.rate)
    result.bareP99.push(bare.p99)
    result.errors += faultsOf(own, status)
  }
  return result
}

async function crowds(url: string, asked: Question[], folder: string): Promise<Crowd[]> {
  const pressed: Pressing[] = []
  for (const { name, url: to } of asked) {
    const { status, tag, text } = await once(to)
    if (status !== 200 || Buffer.byteLength(text) > KEPT_BYTES) continue
    pressed.push({ name, url: to, headers: SHORT, status: 200 })
    const known = { 'if-none-match': tag }
    if (name === 'ranking')
      pressed.push({ name: 'ranking, 304', url: to, headers: known, status: 304 })
  }
  const results: Crowd[] = []
  for (const one of pressed) results.push(await crowd(one, false))
  const sending = keepSending(url, folder)
  for (const one of pressed) results.push(await crowd(one, true))
  await sending.stop()
  return results
}

async function about(url: string) {
  const period = (JSON.parse((await once(`${url}/api/v1/periods`)).text) as string[]).at(-1) ?? ''
  const { text } = await once(`${url}/api/v1/values?period=${encodeURIComponent(period)}`)
  const { indicators } = JSON.parse(text) as { indicators: { id: string }[] }
  return { period, ids: indicators.map(({ id }) => id).slice(0, INDICATORS) }
}

async function measure(zones: number, folder: string): Promise<QueryResult> {
  const server = await startBenchServer()
  try {
    const path = join(folder, `${String(zones)}.csv`)
    writePanel(path, { rows: zones, zones, order: 'ordered', encoding: 'utf-8' })
    const { id } = await upload(server.url, path, 'commit')
    const { period, ids } = await about(server.url)
    const questions = questionsOf(server.url, zones, { ids, period })
    const asked: Asked[] = []
    for (const question of questions) asked.push(await ask(server.url, id, question))
    const pressed = await crowds(server.url, questions.slice(0, 2), folder)
    return { zones, indicators: ids.length, asked, crowds: pressed, peak: server.peakMemory() }
  } finally {
    await server.stop()
  }
}

const { values: flags } = parseArgs({
  options: { json: { type: 'string' }, markdown: { type: 'string' } },
})
const folder = mkdtempSync(join(tmpdir(), 'permu-query-'))
const load = loadavg()[0] ?? 0
const results: QueryResult[] = []

function tell() {
  const circumstances = {
    machine: `${cpus()[0]?.model ?? '?'} × ${String(availableParallelism())}`,
    node: process.versions.node,
    date: new Date().toISOString().slice(0, 10),
    load: [load, loadavg()[0] ?? 0] as [number, number],
    rounds: ROUNDS,
    remark: null,
  }
  const text = toMarkdown(results, circumstances)
  if (flags.json !== undefined) {
    writeFileSync(flags.json, `${JSON.stringify({ ...circumstances, results }, null, 2)}\n`)
  }
  if (flags.markdown !== undefined) writeFileSync(flags.markdown, `# Questions\n\n${text}\n`)
  return text
}

try {
  let text = ''
  for (const zones of SIZES) {
    results.push(await measure(zones, folder))
    text = tell()
    console.error(`${String(zones)} zones, load ${String(loadavg()[0])}`)
  }
  console.log(text)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
