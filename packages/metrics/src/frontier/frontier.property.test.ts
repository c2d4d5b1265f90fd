import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnOf } from '../column.ts'
import { FRONTIER_CATALOGUE } from './catalogue.ts'
import { newBasis, objectiveOf } from './basis.ts'
import { dualObjective } from './certify.ts'
import { solveFrontier } from './frontier.ts'
import type { FrontierOptions } from './method.ts'
import { radialProgram, radialRows, targetAt } from './radial.ts'
import { frontierReasonAt } from './result.ts'
import { readSample } from './sample.ts'
import { minimise } from './simplex.ts'

interface Zones {
  readonly x: readonly (readonly number[])[]
  readonly y: readonly (readonly number[])[]
}

// Six digits: figures that differ in the last bit only leave what is a tie to the unit of the data.
const figure = fc.oneof(
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 100, max: 999_999 }).map((thousandths) => thousandths / 1000),
)

const zones: fc.Arbitrary<Zones> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([inputs, outputs]) => {
    const row = (length: number) => fc.array(figure, { minLength: length, maxLength: length })
    return fc.array(fc.tuple(row(inputs), row(outputs)), { minLength: 2, maxLength: 10 })
  })
  .map((list) => ({ x: list.map(([x]) => x), y: list.map(([, y]) => y) }))

const options: fc.Arbitrary<FrontierOptions> = fc
  .constantFrom(...FRONTIER_CATALOGUE)
  .chain((model) =>
    fc.record({
      model: fc.constant(model.id),
      orientation: fc.constantFrom(...model.orientations),
      scale: fc.constantFrom(...model.scales),
      goal: fc.constantFrom('aggressive' as const, 'benevolent' as const),
      self: fc.boolean(),
    }),
  )

const columns = (rows: readonly (readonly number[])[]) =>
  rows[0]!.map((_, i) =>
    columnOf(
      rows.map((row) => row[i]!),
      null,
    ),
  )

function solve({ x, y }: Zones, chosen: FrontierOptions) {
  const result = solveFrontier(columns(x), columns(y), chosen)
  if ('error' in result) throw new Error(result.error)
  return result
}

function expectSame(given: Float64Array, expected: Float64Array) {
  expected.forEach((value, i) => {
    if (Number.isNaN(value)) expect(given[i]).toBeNaN()
    else expect(Math.abs(given[i]! - value)).toBeLessThanOrEqual(1e-8 * Math.max(1, value))
  })
}

// Weights of cross-efficiency need not be unique: other units may choose another of the best.
const unique = options.filter(({ model }) => model !== 'cross')

test('a score is above 0 and, but for super models, at most 1; else there is a reason', () => {
  fc.assert(
    fc.property(zones, options, (data, chosen) => {
      const result = solve(data, chosen)
      const most = chosen.model.startsWith('super') ? Infinity : 1
      result.scores.forEach((score, zone) => {
        const reason = frontierReasonAt(result, zone)
        if (reason === null) {
          expect(score).toBeGreaterThan(0)
          expect(score).toBeLessThanOrEqual(most)
        } else {
          expect(score).toBeNaN()
          expect(reason).toBe('infeasible')
          expect(chosen.model).toMatch(/^super/)
        }
      })
    }),
    { numRuns: 300, seed: 16 },
  )
})

test('the unit of a column changes nothing', () => {
  const factor = fc.double({ min: 1e-6, max: 1e6, noNaN: true })
  const units = fc.array(factor, { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(zones, unique, units, ({ x, y }, chosen, by) => {
      const other = {
        x: x.map((row) => row.map((value, i) => value * by[i]!)),
        y: y.map((row) => row.map((value, i) => value * by[3 + i]!)),
      }
      expectSame(solve(other, chosen).scores, solve({ x, y }, chosen).scores)
    }),
  )
})

test('the order of the zones changes nothing', () => {
  fc.assert(
    fc.property(zones, unique, ({ x, y }, chosen) => {
      const turned = solve({ x: [...x].reverse(), y: [...y].reverse() }, chosen).scores
      expectSame(turned.reverse(), solve({ x, y }, chosen).scores)
    }),
  )
})

test('a zone that another one dominates changes no other score', () => {
  fc.assert(
    fc.property(zones, unique, fc.nat(), ({ x, y }, chosen, pick) => {
      const o = pick % x.length
      const more = {
        x: [...x, x[o]!.map((value) => value * 1.5)],
        y: [...y, y[o]!.map((value) => value * 0.75)],
      }
      const before = solve({ x, y }, chosen).scores
      const after = solve(more, chosen).scores
      // Super models measure by the second best, which the new zone may be.
      const kept = before.map((score) => (score >= 1 || Number.isNaN(score) ? NaN : score))
      const same = chosen.model.startsWith('super') ? kept : before
      same.forEach((score, zone) => {
        if (!Number.isNaN(score)) expect(Math.abs(after[zone]! - score)).toBeLessThanOrEqual(1e-8)
      })
      expect(after[x.length]).toBeLessThan(1)
    }),
  )
})

test('more freedom of scale never raises a score', () => {
  const direction = fc.constantFrom('input' as const, 'output' as const)
  fc.assert(
    fc.property(zones, direction, (data, orientation) => {
      const [ccr, bcc, nirs, ndrs] = (['ccr', 'bcc', 'nirs', 'ndrs'] as const).map(
        (model) => solve(data, { model, orientation }).scores,
      )
      ccr!.forEach((score, zone) => {
        const between = [nirs![zone]!, ndrs![zone]!]
        expect(Math.min(...between)).toBeGreaterThanOrEqual(score - 1e-9)
        expect(Math.abs(Math.min(...between) - score)).toBeLessThan(1e-8)
        expect(Math.max(...between)).toBeLessThanOrEqual(bcc![zone]! + 1e-9)
      })
    }),
  )
})

test('both orientations agree under constant returns', () => {
  fc.assert(
    fc.property(zones, (data) => {
      const output = solve(data, { model: 'ccr', orientation: 'output' }).scores
      expectSame(output, solve(data, { model: 'ccr' }).scores)
    }),
  )
})

test('targets are inputs and outputs after radial change and slack, and lie on the frontier', () => {
  fc.assert(
    fc.property(zones, ({ x, y }) => {
      const result = solve({ x, y }, { model: 'bcc', detail: true })
      const { slacks, targets, scores } = result
      const projected = x.map((row, zone) =>
        row.map((value, i) => {
          const target = targets!.inputs[i]![zone]!
          const sum = target + slacks!.inputs[i]![zone]!
          expect(Math.abs(sum - scores[zone]! * value)).toBeLessThanOrEqual(1e-6 * value)
          return target
        }),
      )
      const made = y.map((row, zone) => row.map((_, r) => targets!.outputs[r]![zone]!))
      const both = { x: [...x, ...projected], y: [...y, ...made] }
      const again = solve(both, { model: 'bcc', detail: true })
      projected.forEach((_, zone) => {
        expect(again.scores[x.length + zone]).toBeGreaterThan(1 - 1e-6)
      })
    }),
  )
})

test('the duals of a program have the objective of its solution', () => {
  fc.assert(
    fc.property(zones, fc.constantFrom('constant', 'variable'), ({ x, y }, scale) => {
      const sample = readSample(columns(x), columns(y))
      const model = { orientation: 'input', scale, held: [] } as const
      const basis = newBasis(radialRows(sample, model.scale), sample.pool.stride)
      sample.zones.forEach((_, o) => {
        const program = radialProgram(sample, targetAt(sample, o, false), model)
        expect(minimise(program, basis)).toBe('optimal')
        const gap = objectiveOf(basis) - dualObjective(program, basis)
        expect(Math.abs(gap)).toBeLessThanOrEqual(1e-8)
      })
    }),
  )
})
