import { availableParallelism, cpus, loadavg } from 'node:os'
import { columnOf, solveFrontier, type FrontierOptions } from '../packages/metrics/src/index.ts'
import { highsPeer, yalpsPeer, type Data, type Peer } from './frontier-peers.ts'

/**
 * Efficiency of n zones (3 inputs, 2 outputs): ours, HiGHS with one warm model, and YALPS, in rounds
 * one after the other. Peers solve a sample of the zones where n is large, and their time is
 * multiplied up, which is said.
 */

const SIZES = (process.env['SIZES'] ?? '66,500,2543,10000').split(',').map(Number)
const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
const INPUTS = 3
const MOST_BY_PEER = { highs: 500, yalps: 60 }

function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

// Zones of very different size whose outputs follow their inputs, more or less efficiently.
function zonesOf(size: number): Data {
  const next = random(size)
  return Array.from({ length: size }, () => {
    const scale = Math.exp(1.5 * (next() + next() + next()))
    const inputs = Array.from({ length: INPUTS }, () => scale * (0.5 + next()))
    const yields = inputs.reduce((product, x) => product * x ** (1 / INPUTS), 1)
    const efficiency = 0.3 + 0.7 * next() ** 0.5
    return [...inputs, yields * efficiency * (0.7 + 0.6 * next()), yields * efficiency * next()]
  })
}

const MODELS: readonly (FrontierOptions & { name: string })[] = [
  { name: 'CCR', model: 'ccr' },
  { name: 'CCR, output', model: 'ccr', orientation: 'output' },
  { name: 'CCR + peers, slacks, targets', model: 'ccr', detail: true },
  { name: 'BCC', model: 'bcc' },
  { name: 'BCC + scale efficiency', model: 'bcc', scaleEfficiency: true },
  { name: 'NIRS', model: 'nirs' },
  { name: 'NDRS', model: 'ndrs' },
  { name: 'super-efficiency', model: 'super' },
  { name: 'super-efficiency, variable', model: 'super', scale: 'variable' },
  { name: 'SBM', model: 'sbm' },
  { name: 'SBM, variable', model: 'sbm', scale: 'variable' },
  { name: 'super-SBM', model: 'super-sbm' },
  { name: 'cross-efficiency', model: 'cross' },
  { name: 'cross-efficiency, benevolent', model: 'cross', goal: 'benevolent' },
]

const median = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[times.length >> 1] ?? NaN

function ours(data: Data, options: FrontierOptions): Float64Array {
  const columns = (data[0] ?? []).map((_, i) =>
    columnOf(
      data.map((row) => row[i] ?? NaN),
      null,
    ),
  )
  const result = solveFrontier(columns.slice(0, INPUTS), columns.slice(INPUTS), options)
  if ('error' in result) throw new Error(result.error)
  if (result.warnings.some(({ code }) => code === 'numerical')) throw new Error('numerical')
  return result.scores
}

function timed<T>(work: () => T): { seconds: number; cpu: number; value: T } {
  const start = performance.now()
  const used = process.cpuUsage()
  const value = work()
  const cpu = process.cpuUsage(used).user / 1e6
  return { seconds: (performance.now() - start) / 1000, cpu, value }
}

/** Every k-th zone, so that the sample spans the data. */
function sampled(size: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(size / most))
  return Array.from({ length: Math.ceil(size / step) }, (_, k) => k * step)
}

function compare(data: Data, peers: readonly Peer[]): void {
  const size = data.length
  const times = new Map<string, number[]>([['ours', []]])
  for (const { name } of peers) times.set(name, [])
  let furthest = 0
  for (let round = 0; round < ROUNDS; round++) {
    const own = timed(() => ours(data, { model: 'ccr' }))
    times.get('ours')?.push(own.seconds)
    for (const peer of peers) {
      const places = sampled(size, MOST_BY_PEER[peer.name])
      const found = timed(() => peer.solve(data, places, INPUTS))
      times.get(peer.name)?.push((found.seconds * size) / places.length)
      found.value.forEach((score, k) => {
        furthest = Math.max(furthest, Math.abs(score - (own.value[places[k] ?? 0] ?? NaN)))
      })
    }
  }
  const own = median(times.get('ours') ?? [])
  console.log(`\nCCR, n = ${size}: ours ${own.toFixed(3)} s (median of ${ROUNDS} rounds)`)
  for (const { name, label } of peers) {
    const time = median(times.get(name) ?? [])
    const places = sampled(size, MOST_BY_PEER[name]).length
    const said = places < size ? `, from ${places} zones, multiplied up` : ''
    console.log(`  ${label}: ${time.toFixed(3)} s, ${(time / own).toFixed(1)} × ours${said}`)
  }
  console.log(`  largest difference of a score: ${furthest.toExponential(1)}`)
}

function everyModel(data: Data): void {
  const runs = MODELS.map(() => [] as { seconds: number; cpu: number }[])
  for (let round = 0; round < Math.min(ROUNDS, 3); round++) {
    MODELS.forEach(({ name: _, ...options }, k) => runs[k]?.push(timed(() => ours(data, options))))
  }
  console.log(`\nEvery model, n = ${data.length}: seconds, and of processor time`)
  const line = (name: string, times: { seconds: number; cpu: number }) => {
    console.log(`  ${name.padEnd(32)} ${times.seconds.toFixed(3)}  ${times.cpu.toFixed(3)}`)
  }
  const total = { seconds: 0, cpu: 0 }
  MODELS.forEach(({ name }, k) => {
    const times = {
      seconds: median((runs[k] ?? []).map(({ seconds }) => seconds)),
      cpu: median((runs[k] ?? []).map(({ cpu }) => cpu)),
    }
    line(name, times)
    total.seconds += times.seconds
    total.cpu += times.cpu
  })
  line('all together', total)
}

console.log(
  `Node ${process.version}, ${cpus()[0]?.model ?? ''} × ${availableParallelism()}, load ${loadavg()[0]?.toFixed(2) ?? ''}`,
)
const peers = [await highsPeer(), yalpsPeer()]
for (const size of SIZES) {
  const data = zonesOf(size)
  compare(data, peers)
  everyModel(data)
}
