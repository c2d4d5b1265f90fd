import { expect, test } from 'vitest'
import { newBasis, objectiveOf } from './basis.ts'
import { ELEVEN_UNITS } from './fixtures/eleven-units.ts'
import { poolOf, type Pool, type Program } from './program.ts'
import { minimise } from './simplex.ts'

/** The core on programs that are no model of their own. */

function programOf(pool: Pool, rows: number, given: Partial<Program>): Program {
  return {
    rows,
    pool,
    factors: new Float64Array(pool.stride).fill(1),
    poolCosts: new Float64Array(pool.stride),
    own: new Float64Array(0),
    ownCosts: new Float64Array(0),
    rhs: new Float64Array(rows),
    barred: -1,
    fixed: -1,
    start: null,
    ...given,
  }
}

function solve(program: Program) {
  const basis = newBasis(program.rows, program.pool.stride)
  const status = minimise(program, basis)
  return { status, objective: objectiveOf(basis) }
}

const units = Float64Array.from(ELEVEN_UNITS.flatMap(([x1, x2, y]) => [x1!, x2!, y!, 1]))

// Σλx + s = x, Σλy − s = y, and the sum of λ under variable returns.
test.each([
  ['constant', 3, 7],
  ['variable', 4, 8],
] as const)('the additive model under %s returns', (_, rows, column) => {
  const pool = poolOf(units, 4)
  for (const unit of ELEVEN_UNITS) {
    const own = new Float64Array(3 * rows)
    for (const i of [0, 1, 2]) own[i * rows + i] = i < 2 ? 1 : -1
    const rhs = Float64Array.from([...unit.slice(0, 3), 1].slice(0, rows))
    const ownCosts = Float64Array.of(-1, -1, -1)
    const { status, objective } = solve(programOf(pool, rows, { own, ownCosts, rhs }))
    expect(status).toBe('optimal')
    expect(-objective).toBeCloseTo(unit[column]!, 7)
  }
})

// Σλx + βx + s = x, Σλy − βy − s = y.
test('the directional distance function along the own figures', () => {
  const pool = poolOf(units, 4)
  for (const unit of ELEVEN_UNITS) {
    const [x1, x2, y] = [unit[0]!, unit[1]!, unit[2]!]
    const own = Float64Array.of(x1, x2, -y, 1, 0, 0, 0, 1, 0, 0, 0, -1)
    const ownCosts = Float64Array.of(-1, 0, 0, 0)
    const rhs = Float64Array.of(x1, x2, y)
    const { status, objective } = solve(programOf(pool, 3, { own, ownCosts, rhs }))
    expect(status).toBe('optimal')
    expect(-objective).toBeCloseTo(unit[9]!, 7)
  }
})

test('costs of shared columns', () => {
  // 2 a + 3 b + 4 c, a + b + c = 1 and a ≤ 0.25.
  const pool = poolOf(Float64Array.of(1, 1, 2, 1, 0, 3, 1, 0, 4), 3)
  const given = { poolCosts: Float64Array.of(0, 0, 1), own: Float64Array.of(0, 1) }
  const rhs = Float64Array.of(1, 0.25)
  const found = solve(programOf(pool, 2, { ...given, ownCosts: Float64Array.of(0), rhs }))
  expect(found.status).toBe('optimal')
  expect(found.objective).toBeCloseTo(0.25 * 2 + 0.75 * 3, 12)
})

test('what cannot be met is infeasible, what has no least value unbounded', () => {
  const pool = poolOf(Float64Array.of(1, 2, 1, 3), 2)
  expect(solve(programOf(pool, 2, { rhs: Float64Array.of(1, 5) })).status).toBe('infeasible')
  expect(solve(programOf(pool, 2, { rhs: Float64Array.of(-1, 1) })).status).toBe('infeasible')
  const free = { own: Float64Array.of(-1, 0, 0, 1), ownCosts: Float64Array.of(-1, 0) }
  const open = programOf(pool, 2, { ...free, factors: Float64Array.of(1, 0) })
  expect(solve({ ...open, rhs: Float64Array.of(1, 1) }).status).toBe('unbounded')
})

// Beale 1955: Dantzig's rule with ties by the smallest index turns in a circle here.
test('the example that makes the textbook rule cycle', () => {
  const rows = 3
  const pool = poolOf(new Float64Array(0), rows)
  const own = Float64Array.of(
    ...[0.25, 0.5, 0],
    ...[-60, -90, 0],
    ...[-1 / 25, -1 / 50, 1],
    ...[9, 3, 0],
    ...[1, 0, 0, 0, 1, 0, 0, 0, 1],
  )
  const ownCosts = Float64Array.of(-0.75, 150, -1 / 50, 6, 0, 0, 0)
  const rhs = Float64Array.of(0, 0, 1)
  const { status, objective } = solve(programOf(pool, rows, { own, ownCosts, rhs }))
  expect(status).toBe('optimal')
  expect(objective).toBeCloseTo(-0.05, 12)
})

test('a shared column that is barred stays out', () => {
  const pool = poolOf(Float64Array.of(1, 1, 1, 2), 2)
  const given = { poolCosts: Float64Array.of(0, 1), rhs: Float64Array.of(1) }
  const found = (barred: number) => solve(programOf(pool, 1, { ...given, barred })).objective
  expect([found(-1), found(0)]).toEqual([1, 2])
})
