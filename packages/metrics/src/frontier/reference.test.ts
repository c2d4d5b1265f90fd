import { expect, test } from 'vitest'
import { columnOf } from '../column.ts'
import { benefitOfTheDoubt } from './benefit-of-the-doubt.ts'
import { DEAP_EG1, DEAP_EG1_WEIGHTS, DEAP_EG2 } from './fixtures/deap.ts'
import { DEPARTMENTS } from './fixtures/departments.ts'
import {
  ELEVEN_UNITS,
  ELEVEN_UNITS_BCC_WEIGHTS,
  ELEVEN_UNITS_WEIGHTS,
} from './fixtures/eleven-units.ts'
import { GOLANY_ROLL } from './fixtures/golany-roll.ts'
import { LIBRARIES } from './fixtures/libraries.ts'
import { PLANTS } from './fixtures/plants.ts'
import { REGIONS } from './fixtures/regions.ts'
import { TONE_2001, TONE_2002 } from './fixtures/tone.ts'
import { solveFrontier } from './frontier.ts'
import type { FrontierOptions } from './method.ts'
import { RETURNS_TO_SCALE, peersAt, type FrontierResult } from './result.ts'

/** Published results. */

type Table = readonly (readonly (number | string)[])[]

const values = (table: Table, i: number) => table.map((row) => Number(row[i]))
const columns = (table: Table, from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => columnOf(values(table, from + i), null))

function solve(table: Table, [inputs, outputs]: [number, number], options: FrontierOptions) {
  const result = solveFrontier(
    columns(table, 0, inputs),
    columns(table, inputs, inputs + outputs),
    { detail: true, ...options },
  )
  if ('error' in result) throw new Error(result.error)
  return result
}

function close(given: ArrayLike<number>, expected: readonly number[], tolerance = 1e-8) {
  const off = expected.map((value, i) => Math.abs((given[i] ?? NaN) - value))
  expect(off.length).toBe(given.length)
  off.forEach((difference, i) => expect(difference, `row ${String(i)}`).toBeLessThan(tolerance))
}

const allSlacks = ({ slacks }: FrontierResult) => [
  ...(slacks?.inputs ?? []),
  ...(slacks?.outputs ?? []),
]

const inverse = (list: readonly number[]) => list.map((phi) => 1 / phi)

test('eleven units: CCR and BCC in both orientations', () => {
  const at = (i: number) => values(ELEVEN_UNITS, i)
  const shape: [number, number] = [2, 1]
  close(solve(ELEVEN_UNITS, shape, { model: 'ccr' }).scores, at(3))
  const out = { orientation: 'output' } as const
  close(solve(ELEVEN_UNITS, shape, { model: 'ccr', ...out }).scores, inverse(at(4)))
  close(solve(ELEVEN_UNITS, shape, { model: 'bcc' }).scores, at(5))
  close(solve(ELEVEN_UNITS, shape, { model: 'bcc', ...out }).scores, inverse(at(6)))
})

const order = (a: readonly number[], b: readonly number[]) => a[0]! - b[0]! || a[1]! - b[1]!

test.each([
  ['ccr', 10, ELEVEN_UNITS_WEIGHTS],
  ['bcc', 13, ELEVEN_UNITS_BCC_WEIGHTS],
] as const)('eleven units: slacks and peers of %s', (model, from, weights) => {
  const result = solve(ELEVEN_UNITS, [2, 1], { model })
  allSlacks(result).forEach((slack, i) => close(slack, values(ELEVEN_UNITS, from + i), 1e-7))
  const listed = ELEVEN_UNITS.flatMap((_, unit) =>
    peersAt(result, unit).map(({ zone, weight }) => [unit, zone, weight] as const),
  )
  // The package gives unit 10, which has slack, its first-phase weight of 1; here it has its target's.
  const given = listed.filter(([unit]) => unit < 10).sort(order)
  const expected = weights.filter(([unit]) => unit! < 10).sort(order)
  expect(given.map(([unit, peer]) => [unit, peer])).toEqual(expected.map((row) => row.slice(0, 2)))
  close(
    given.map(([, , weight]) => weight),
    expected.map((row) => row[2]!),
  )
})

test('a unit of score 1 with slack is weakly efficient', () => {
  const { status } = solve(ELEVEN_UNITS, [2, 1], { model: 'ccr' })
  expect([...status]).toEqual([1, 3, 3, 1, 3, 3, 1, 3, 3, 3, 2])
})

test('DEAP, example 1: efficiency, slacks, targets and peers', () => {
  const result = solve(DEAP_EG1, [2, 1], { model: 'ccr' })
  close(result.scores, values(DEAP_EG1, 3), 6e-4)
  const { slacks, targets } = result
  slacks!.inputs.forEach((slack, i) => close(slack, values(DEAP_EG1, 4 + i), 6e-4))
  targets!.inputs.forEach((target, i) => close(target, values(DEAP_EG1, 6 + i), 6e-4))
  const times = DEAP_EG1.map(
    (_, firm) =>
      DEAP_EG1.filter((_, o) => o !== firm && peersAt(result, o).some((p) => p.zone === firm))
        .length,
  )
  expect(times).toEqual(values(DEAP_EG1, 8))
  for (const [firm = 0, peer, weight = NaN] of DEAP_EG1_WEIGHTS) {
    const found = peersAt(result, firm).find(({ zone }) => zone === peer)
    expect(Math.abs((found?.weight ?? NaN) - weight)).toBeLessThan(6e-4)
  }
})

test('DEAP, example 2: scale efficiency and returns to scale', () => {
  const options = { model: 'bcc', scaleEfficiency: true } as const
  const result = solve(DEAP_EG2, [1, 1], options)
  close(result.scores, values(DEAP_EG2, 2), 1e-6)
  const output = solve(DEAP_EG2, [1, 1], { model: 'bcc', orientation: 'output' })
  close(output.scores, inverse(values(DEAP_EG2, 3)), 1e-6)
  close(solve(DEAP_EG2, [1, 1], { model: 'ccr' }).scores, values(DEAP_EG2, 4), 1e-6)
  close(result.scale?.efficiency ?? [], values(DEAP_EG2, 5), 1e-6)
  const names = { irs: 'increasing', crs: 'constant', drs: 'decreasing' } as const
  const returns = [...(result.scale?.returns ?? [])].map((code) => RETURNS_TO_SCALE[code])
  expect(returns).toEqual(DEAP_EG2.map((row) => names[row[6] as keyof typeof names]))
})

test('Tone 2001: SBM and its slacks', () => {
  const shape: [number, number] = [2, 2]
  close(solve(TONE_2001, shape, { model: 'ccr' }).scores, values(TONE_2001, 4))
  const sbm = solve(TONE_2001, shape, { model: 'sbm' })
  close(sbm.scores, values(TONE_2001, 5))
  allSlacks(sbm).forEach((slack, i) => close(slack, values(TONE_2001, 6 + i)))
  const oriented = (orientation: 'input' | 'output') =>
    solve(TONE_2001, shape, { model: 'sbm', orientation }).scores
  close(oriented('input'), values(TONE_2001, 10))
  close(oriented('output'), values(TONE_2001, 11))
})

test('Tone 2002: super-efficiency and super-SBM', () => {
  const shape: [number, number] = [4, 2]
  close(solve(TONE_2002, shape, { model: 'ccr' }).scores, values(TONE_2002, 6))
  close(solve(TONE_2002, shape, { model: 'super' }).scores, values(TONE_2002, 7))
  const input = solve(TONE_2002, shape, { model: 'super-sbm', orientation: 'input' })
  close(input.scores, values(TONE_2002, 8))
  close(solve(TONE_2002, shape, { model: 'super-sbm' }).scores, values(TONE_2002, 9))
})

test('Tone 2002: under variable returns two of the six are infeasible', () => {
  const { scores } = solve(TONE_2002, [4, 2], { model: 'super', scale: 'variable' })
  expect([...scores].filter(Number.isNaN)).toHaveLength(2)
})

test('libraries of Tokyo', () => {
  const shape: [number, number] = [4, 2]
  close(solve(LIBRARIES, shape, { model: 'ccr' }).scores, values(LIBRARIES, 6))
  close(solve(LIBRARIES, shape, { model: 'bcc' }).scores, values(LIBRARIES, 7))
  const output = solve(LIBRARIES, shape, { model: 'ccr', orientation: 'output' })
  close(output.scores, inverse(values(LIBRARIES, 8)))
})

test('electric plants', () => {
  close(solve(PLANTS, [3, 1], { model: 'bcc' }).scores, values(PLANTS, 4))
  close(solve(PLANTS, [3, 1], { model: 'ccr' }).scores, values(PLANTS, 5))
})

test('departments with outputs of zero', () => {
  close(solve(DEPARTMENTS, [1, 4], { model: 'ccr' }).scores, values(DEPARTMENTS, 5))
})

test('cross-efficiency, Golany and Roll', () => {
  const shape: [number, number] = [3, 2]
  close(solve(GOLANY_ROLL, shape, { model: 'ccr' }).scores, values(GOLANY_ROLL, 5))
  const by = (goal: 'aggressive' | 'benevolent') =>
    solve(GOLANY_ROLL, shape, { model: 'cross', goal }).scores
  close(by('aggressive'), values(GOLANY_ROLL, 6))
  close(by('benevolent'), values(GOLANY_ROLL, 7))
})

test('benefit of the doubt, regions of Europe', () => {
  const indicators = columns(REGIONS, 0, 2).map((column) => column.values)
  const result = benefitOfTheDoubt(indicators)
  if ('error' in result) throw new Error(result.error)
  close(result.scores, values(REGIONS, 2))
})
