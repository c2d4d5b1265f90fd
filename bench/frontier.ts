import { availableParallelism, loadavg } from 'node:os'
import { columnOf, solveFrontier, type FrontierOptions } from '../packages/metrics/src/index.ts'
import { createComputing } from '../apps/api/src/computing/pool.ts'
import { highsPeer, yalpsPeer, type Data, type Peer } from './frontier-peers.ts'
import { publish, type Line } from './ratios.ts'
import { median } from './report.ts'

/**
 * Efficiency of n zones (3 inputs, 2 outputs): ours, HiGHS with one warm model, and YALPS, in rounds
 * one after the other. A peer solves all zones or is not measured: nothing is multiplied up.
 */

const SIZES = (process.env['SIZES'] ?? '66,500,2543,10000').split(',').map(Number)
const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
const INPUTS = 3
// Beyond so many zones a peer takes minutes a round.
const MOST_BY_PEER = { highs: 2543, yalps: 500 }
// Beyond so many zones one round has to do.
const MANY = 2543

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

interface Solved {
  readonly scores: Float64Array
  readonly numerical: number
}

const columnsOf = (data: Data) =>
  (data[0] ?? []).map((_, i) =>
    columnOf(
      data.map((row) => row[i] ?? NaN),
      null,
    ),
  )

function ours(data: Data, options: FrontierOptions): Solved {
  const columns = columnsOf(data)
  const result = solveFrontier(columns.slice(0, INPUTS), columns.slice(INPUTS), options)
  if ('error' in result) throw new Error(result.error)
  const numerical = result.warnings.filter(({ code }) => code === 'numerical').length
  return { scores: result.scores, numerical }
}

function timed<T>(work: () => T): { seconds: number; value: T } {
  const start = performance.now()
  const value = work()
  return { seconds: (performance.now() - start) / 1000, value }
}

const roundsAt = (size: number) => (size > MANY ? 1 : ROUNDS)

function compare(data: Data, all: readonly Peer[]): Line[] {
  const size = data.length
  const peers = all.filter(({ name }) => size <= MOST_BY_PEER[name])
  const times = new Map<Peer['name'], number[]>(peers.map(({ name }) => [name, []]))
  const own: number[] = []
  let furthest = 0
  for (let round = 0; round < roundsAt(size); round++) {
    const mine = timed(() => ours(data, { model: 'ccr' }))
    own.push(mine.seconds)
    for (const { name, solve } of peers) {
      const found = timed(() => solve(data, [...data.keys()], INPUTS))
      times.get(name)?.push(found.seconds)
      found.value.forEach((score, k) => {
        furthest = Math.max(furthest, Math.abs(score - (mine.value.scores[k] ?? NaN)))
      })
    }
  }
  const what = `CCR, n = ${String(size)}`
  const remark = `largest difference of a score ${furthest.toExponential(1)}`
  if (peers.length === 0) return [{ what, ours: own, peer: null, remark: 'peers take minutes' }]
  return peers.map(({ name, label }) => {
    return { what, ours: own, peer: { name: label, seconds: times.get(name) ?? [] }, remark }
  })
}

interface Every {
  lines: Line[]
  /** Seconds that all of them take one after the other. */
  total: number
}

function everyModel(data: Data): Every {
  const size = `n = ${String(data.length)}`
  const lines = MODELS.map(({ name, ...options }): Line => {
    const runs = Array.from({ length: Math.min(roundsAt(data.length), 3) }, () =>
      timed(() => ours(data, options)),
    )
    const numerical = runs[0]?.value.numerical ?? 0
    const remark = numerical > 0 ? `${String(numerical)} without a proved score` : ''
    return {
      what: `${name}, ${size}`,
      ours: runs.map(({ seconds }) => seconds),
      peer: null,
      remark,
    }
  })
  const total = lines.reduce((sum, line) => sum + median(line.ours), 0)
  return { lines, total }
}

/** All models at once as the server computes them: one task each, in its threads. */
async function inThreads(data: Data, alone: number): Promise<Line> {
  const threads = Math.max(2, Math.min(4, availableParallelism()))
  const computing = createComputing({ threads })
  const columns = columnsOf(data)
  const [inputs, outputs] = [columns.slice(0, INPUTS), columns.slice(INPUTS)]
  const { signal } = new AbortController()
  const all = async () => {
    const start = performance.now()
    await Promise.all(
      MODELS.map(({ name: _, ...options }) =>
        computing.run('frontier', { inputs, outputs, options }, { signal }),
      ),
    )
    return (performance.now() - start) / 1000
  }
  // Threads start and compile in the first round, which is not counted.
  await all()
  const times: number[] = []
  for (let round = 0; round < Math.min(roundsAt(data.length), 3); round++) times.push(await all())
  await computing.close()
  return {
    what: `all models, n = ${String(data.length)}, ${String(threads)} threads`,
    ours: times,
    peer: { name: 'ours in one thread', seconds: [alone] },
  }
}

const before = loadavg()[0] ?? 0
const peers = [await highsPeer(), yalpsPeer()]
const lines: Line[] = []
for (const size of SIZES) {
  const data = zonesOf(size)
  lines.push(...compare(data, peers))
  const every = everyModel(data)
  lines.push(...every.lines, await inThreads(data, every.total))
  console.error(`n = ${String(size)} is done`)
}
publish('Frontier models', lines, before)
