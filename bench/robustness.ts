import { loadavg } from 'node:os'
import { drawRanks, rankIntervals, scoreTable } from '../packages/metrics/src/index.ts'
import { publish } from './ratios.ts'

/**
 * Ranks under weights drawn at random: DRAWS × ZONES × CRITERIA with intervals, and how many times as
 * long the plain way takes in the same run, which sorts an array of indices in every draw.
 */

const DRAWS = Number(process.env['DRAWS'] ?? 1000)
const ZONES = Number(process.env['ZONES'] ?? 2543)
const CRITERIA = Number(process.env['CRITERIA'] ?? 10)
const REPEATS = Number(process.env['REPEATS'] ?? 5)

let state = 20191227
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 4294967296
}
const columns = Array.from({ length: CRITERIA }, () => {
  return Float64Array.from({ length: ZONES }, () => random() * 100)
})
const weights = new Float64Array(CRITERIA).fill(1 / CRITERIA)

function quick() {
  return rankIntervals(
    drawRanks([scoreTable(columns)], weights, { draws: DRAWS, concentration: 'any' }),
  )
}

function plain() {
  const ranks: number[][] = columns[0] ? [...columns[0]].map(() => []) : []
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = columns.map(() => -Math.log(1 - random()))
    const total = drawn.reduce((sum, x) => sum + x, 0)
    const scores = ranks.map((_, zone) => {
      return columns.reduce(
        (sum, column, j) => sum + ((drawn[j] ?? 0) / total) * (column[zone] ?? 0),
        0,
      )
    })
    const order = scores.map((_, zone) => zone).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    order.forEach((zone, place) => ranks[zone]?.push(place + 1))
  }
  return ranks.map((own) => {
    const sorted = [...own].sort((a, b) => a - b)
    return [0.05, 0.5, 0.95].map((p) => sorted[Math.floor(p * (sorted.length - 1))])
  })
}

function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return (performance.now() - start) / 1000
}

const before = loadavg()[0] ?? 0
const own: number[] = []
const other: number[] = []
for (let round = 0; round < REPEATS; round++) {
  own.push(timed(quick))
  other.push(timed(plain))
}
const what = `${String(DRAWS)} draws × ${String(ZONES)} zones × ${String(CRITERIA)} criteria`
const peer = { name: 'plain loops, sorting in each draw', seconds: other }
publish('Rank uncertainty', [{ what, ours: own, peer }], before)
