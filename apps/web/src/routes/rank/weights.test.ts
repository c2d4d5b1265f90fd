import { expect, test } from 'vitest'
import type { Choice } from './state.ts'
import { seeded } from './testing.ts'
import { addChoice, moveShare, removeChoice, sharesOf, turnChoice } from './weights.ts'

const made = (...weights: number[]): Choice[] =>
  weights.map((weight, i) => ({ id: `c${String(i)}`, weight }))
const weightsOf = (criteria: readonly Choice[]) => criteria.map(({ weight }) => weight)
const none = new Set<string>()

test('shares sum to 100 whatever the weights', () => {
  expect(sharesOf(made(1, 1, 2))).toEqual([25, 25, 50])
  expect(sharesOf(made(0, 0))).toEqual([0, 0])
})

test('moving one rescales the others in proportion', () => {
  expect(weightsOf(moveShare(made(20, 30, 50), { id: 'c0', share: 60 }, none))).toEqual([
    60, 15, 25,
  ])
})

test('a locked share stays and bounds the move', () => {
  const moved = moveShare(made(20, 30, 50), { id: 'c0', share: 90 }, new Set(['c2']))
  expect(weightsOf(moved)).toEqual([50, 0, 50])
})

test('with nobody to make room the share cannot move', () => {
  expect(weightsOf(moveShare(made(1), { id: 'c0', share: 10 }, none))).toEqual([100])
})

test('zero is allowed, and what others lack in proportion they share alike', () => {
  expect(weightsOf(moveShare(made(100, 0, 0), { id: 'c0', share: 0 }, none))).toEqual([0, 50, 50])
})

test('whatever is moved, shares are non-negative and sum to 100', () => {
  for (let seed = 0; seed < 500; seed++) {
    const random = seeded(seed)
    const criteria = made(
      ...Array.from({ length: 2 + Math.floor(random() * 7) }, () => random() * 9),
    )
    const locked = new Set(criteria.slice(2).flatMap(({ id }) => (random() < 0.3 ? [id] : [])))
    const next = weightsOf(moveShare(criteria, { id: 'c0', share: random() * 120 - 10 }, locked))
    expect(Math.min(...next), `seed ${String(seed)}`).toBeGreaterThanOrEqual(0)
    const total = next.reduce((sum, weight) => sum + weight, 0)
    expect(Math.abs(total - 100), `seed ${String(seed)}`).toBeLessThan(0.011)
  }
})

test('a criterion is added with an average weight, once, and removed', () => {
  const added = addChoice(made(1, 3), 'x')
  expect(weightsOf(added)).toEqual([1, 3, 2])
  expect(addChoice(added, 'x')).toEqual(added)
  expect(removeChoice(added, 'x')).toEqual(made(1, 3))
})

test('a direction turned twice leaves no mark', () => {
  const once = turnChoice(made(1), 'c0', { own: 'more', now: 'more' })
  expect(once).toEqual([{ id: 'c0', weight: 1, better: 'less' }])
  expect(turnChoice(once, 'c0', { own: 'more', now: 'less' })).toEqual(made(1))
})
