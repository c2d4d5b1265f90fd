import { describe, expect, test } from 'vitest'
import { whatItTakes, type CompositeMethod } from '../index.ts'
import { held } from '../testing/close.ts'
import { inputOf, leaf } from '../testing/compose.ts'

const method: CompositeMethod = { version: 1, of: [leaf('a'), leaf('b')] }

describe('what it would take', () => {
  const input = inputOf({ a: [10, 6, 2, 0], b: [0, 5, 2, 10] })

  test('the least change of one criterion alone', () => {
    // Zone 2 has 20 + 20 points of 100, zone 0 50: a needs 2 + 1/5 of its range of 10 more.
    const reach = held(whatItTakes(input, method, { zone: 2, rank: 3 }))
    expect(reach.rank).toBe(4)
    const alone = reach.alone[0]!
    expect(alone.ok && alone.steps[0]!.to).toBeCloseTo(8, 6)
    expect(alone.ok && alone.rank).toBeLessThanOrEqual(3)
  })

  test('all criteria together, by equal parts or by least squares', () => {
    const { proportional, least } = held(whatItTakes(input, method, { zone: 2, rank: 3 }))
    // Equal ways: 8·t + 8·t = 6; equal weights: the same step in both.
    expect(proportional.ok && proportional.steps.map(({ to }) => to)).toEqual([
      expect.closeTo(5, 6),
      expect.closeTo(5, 6),
    ])
    expect(least.ok && least.steps.map(({ to }) => to)).toEqual([
      expect.closeTo(5, 6),
      expect.closeTo(5, 6),
    ])
  })

  test('less is better, and nobody goes below the best seen', () => {
    const costs: CompositeMethod = {
      version: 1,
      of: [leaf('a', 1, { better: 'less' }), leaf('b', 3)],
    }
    const reach = held(whatItTakes(input, costs, { zone: 0, rank: 1 }))
    expect(reach.alone[0]).toEqual({ ok: false, reason: 'not-reachable' })
    expect(reach.proportional.ok && reach.proportional.rank).toBe(1)
  })

  test('a target is gone into and no further', () => {
    const target: CompositeMethod = {
      version: 1,
      of: [leaf('a', 1, { better: { target: [5, 6] } })],
    }
    const reach = held(whatItTakes(input, target, { zone: 3, rank: 1 }))
    expect(reach.alone[0]).toEqual({
      ok: true,
      rank: 1,
      steps: [{ criterion: 0, from: 0, to: expect.closeTo(5, 6) }],
    })
  })

  test('a gap and a criterion without weight cannot lift', () => {
    const gap = inputOf({ a: [10, 6, 2], b: [0, 5, null], c: [1, 2, 3] })
    const method_: CompositeMethod = {
      version: 1,
      gaps: 'reweight',
      of: [leaf('a'), leaf('b'), leaf('c', 0)],
    }
    const { alone } = held(whatItTakes(gap, method_, { zone: 2, rank: 1 }))
    expect(alone.slice(1)).toEqual([
      { ok: false, reason: 'missing' },
      { ok: false, reason: 'no-weight' },
    ])
  })

  test('a zone that is there already, or is not ranked, has no answer', () => {
    expect(whatItTakes(input, method, { zone: 1, rank: 1 })).toEqual({ error: 'already-there' })
    const gap = inputOf({ a: [1, null], b: [1, 2] })
    expect(whatItTakes(gap, method, { zone: 1, rank: 1 })).toEqual({ error: 'zone-unranked' })
  })
})
