import { beforeAll, expect, test, vi } from 'vitest'
import { columnOf } from '../column.ts'
import { openOracle, type Oracle, type OracleProgram } from '../testing/oracle.ts'
import { HARD_KINDS, hardZones, type Zones } from '../testing/random.ts'
import { cross, doubt, radial, sbm, superSbm } from '../testing/textbook.ts'
import { benefitOfTheDoubt, doubtReasonAt } from './benefit-of-the-doubt.ts'
import { crossWeights } from './cross.ts'
import { radialScores, superScores } from './radial-scores.ts'
import { FRONTIER_REASONS, readSample } from './sample.ts'
import { sbmScores } from './sbm.ts'
import { superSbmOf } from './super-sbm.ts'

/**
 * Every model against HiGHS, which solves the programs as the papers write them: other variables,
 * other rows, another method. Neither may differ by more than 1e-8, nor may a score be unproved.
 */

// On a busy machine a thousand problems may take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const SCALES = ['constant', 'variable', 'non-increasing', 'non-decreasing'] as const
const TOLERANCE = 1e-8
const SEEDS = 4

let oracle: Oracle
beforeAll(async () => {
  oracle = await openOracle()
})

const samples = HARD_KINDS.flatMap((kind) =>
  Array.from({ length: SEEDS }, (_, k) => ({ kind, seed: 1000 * k + kind.length * 17 + k })),
).map(({ kind, seed }) => ({ kind, seed, zones: hardZones(kind, seed) }))

const columns = (rows: readonly number[][]) =>
  rows[0]!.map((_, i) =>
    columnOf(
      rows.map((row) => row[i]!),
      null,
    ),
  )
const sampleOf = ({ x, y }: Zones) => readSample(columns(x), columns(y))

interface Answer {
  readonly scores: Float64Array
  readonly codes: Uint8Array
}

/** Compares each score with what the oracle makes of its program; gives how many were compared. */
function compare(
  answerOf: (zones: Zones) => Answer,
  programOf: (zones: Zones, o: number) => OracleProgram,
  scoreOf: (objective: number) => number | string,
): number {
  const wrong: string[] = []
  let compared = 0
  for (const { kind, seed, zones } of samples) {
    const { scores, codes } = answerOf(zones)
    scores.forEach((score, o) => {
      const found = oracle(programOf(zones, o))
      const expected = typeof found === 'number' ? scoreOf(found) : found
      const given = codes[o] === 0 ? score : (FRONTIER_REASONS[codes[o]! - 1] ?? '')
      compared++
      if (!same(given, expected)) wrong.push(`${kind} ${seed} zone ${o}: ${given} not ${expected}`)
    })
  }
  expect(wrong).toEqual([])
  return compared
}

function same(given: number | string, expected: number | string): boolean {
  if (typeof given === 'string' || typeof expected === 'string') return given === expected
  return Math.abs(given - expected) <= TOLERANCE * Math.max(1, Math.abs(expected))
}

test.each(SCALES)('radial efficiency under %s returns to scale', (scale) => {
  for (const orientation of ['input', 'output'] as const) {
    const input = orientation === 'input'
    const compared = compare(
      (zones) => radialScores(sampleOf(zones), { orientation, scale, held: [] }, false),
      (zones, o) => radial({ zones, o, scale, alone: false }, input),
      (objective) => (input ? objective : -1 / objective),
    )
    expect(compared).toBeGreaterThan(300)
  }
})

test.each(['constant', 'variable'] as const)('super-efficiency under %s returns', (scale) => {
  for (const orientation of ['input', 'output'] as const) {
    const input = orientation === 'input'
    compare(
      (zones) => superScores(sampleOf(zones), { orientation, scale, held: [] }, false),
      (zones, o) => radial({ zones, o, scale, alone: true }, input),
      (objective) => (input ? objective : objective > -1e-9 ? 'infeasible' : -1 / objective),
    )
  }
})

test('an input that is not discretionary', () => {
  const heldOf = ({ x }: Zones) => (x.every((row) => row.slice(1).some((v) => v > 0)) ? [0] : [])
  compare(
    (zones) => {
      const held = heldOf(zones)
      const sample = readSample(columns(zones.x), columns(zones.y), held)
      return radialScores(sample, { orientation: 'input', scale: 'variable', held }, false)
    },
    (zones, o) => radial({ zones, o, scale: 'variable', alone: false }, true, heldOf(zones)),
    (objective) => objective,
  )
})

test.each(['none', 'input', 'output'] as const)('slacks-based measure, orientation %s', (way) => {
  for (const scale of ['constant', 'variable'] as const) {
    compare(
      (zones) => sbmScores(sampleOf(zones), { orientation: way, scale }, false),
      (zones, o) => sbm({ zones, o, scale, alone: false }, way),
      (objective) => objective,
    )
  }
})

test.each(['none', 'input', 'output'] as const)('super-SBM, orientation %s', (way) => {
  for (const scale of ['constant', 'variable'] as const) {
    compare(
      (zones) => superSbmOf(sampleOf(zones), { orientation: way, scale }, [...zones.x.keys()]),
      (zones, o) => superSbm({ zones, o, scale, alone: true }, way),
      (objective) => objective,
    )
  }
})

test('benefit of the doubt, free and with bounds', () => {
  for (const [low, high] of [
    [0, 1],
    [0.1, 0.6],
  ] as const) {
    const bounds = ({ y }: Zones) => y[0]!.map(() => ({ low, high: y[0]!.length > 1 ? high : 1 }))
    compare(
      (zones) => {
        const limits = low === 0 ? [] : bounds(zones)
        const found = benefitOfTheDoubt(
          columns(zones.y).map(({ values }) => values),
          limits,
        )
        if ('error' in found) throw new Error(found.error)
        // Bounds that only weights of 0 can meet: the program itself gives 0.
        const scores = found.scores.map((score, zone) =>
          doubtReasonAt(found, zone) === 'infeasible' ? 0 : score,
        )
        return { scores, codes: found.reasons.map((code) => (code === 5 ? 0 : code)) }
      },
      (zones, o) => doubt(zones.y, o, low === 0 ? [] : bounds(zones)),
      (objective) => -objective,
    )
  }
})

test.each(['aggressive', 'benevolent'] as const)('the weights of %s cross-efficiency', (goal) => {
  compare(
    (zones) => {
      const sample = sampleOf(zones)
      const weightsOf = crossWeights(sample, goal)
      const made = zones.x.map((_, o) => othersBy(zones, o, toData(weightsOf(o), sample.units)))
      return { scores: Float64Array.from(made), codes: new Uint8Array(made.length) }
    },
    (zones, o) => {
      const model = { orientation: 'input', scale: 'constant', held: [] } as const
      const { scores } = radialScores(sampleOf(zones), model, false)
      return cross(zones, o, { score: scores[o]!, most: goal === 'benevolent' })
    },
    (objective) => Math.abs(objective),
  )
})

function toData(weights: Float64Array | null, units: Float64Array): number[] {
  return [...units].map((unit, k) => (weights?.[k] ?? NaN) / unit)
}

// Outputs of all others for each unit of their inputs, by these weights.
function othersBy({ x, y }: Zones, o: number, weights: readonly number[]): number {
  const total = (rows: readonly number[][], from: number) =>
    rows.reduce(
      (sum, row, j) =>
        j === o ? sum : sum + row.reduce((part, value, i) => part + value * weights[from + i]!, 0),
      0,
    )
  return total(y, x[0]!.length) / total(x, 0)
}
