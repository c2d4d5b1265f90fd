import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  columnOf,
  rankZones,
  type Column,
  type Criterion,
  type Ranking,
  type RankOptions,
} from '../index.ts'
import { criteria, rankOptions } from '../testing/arbitraries.ts'

function rank(list: readonly Criterion[], options: RankOptions): Ranking {
  const ranking = rankZones(list, options)
  if ('error' in ranking) throw new Error(ranking.error)
  return ranking
}

function close(a: number | undefined, b: number | undefined, scale: number): boolean {
  if (a === undefined || b === undefined) return false
  return Object.is(a, b) || Math.abs(a - b) <= 1e-9 * scale
}

// Scores that differ by less than this in a ranking may change places when numbers are rounded anew.
function clear({ scores }: Ranking): boolean {
  const sorted = scores.filter((score) => !Number.isNaN(score)).sort()
  return sorted.every(
    (score, k) => k === 0 || score === sorted[k - 1] || score - sorted[k - 1]! > 1e-6,
  )
}

test('ranks are standard competition ranks of the scores', () => {
  fc.assert(
    fc.property(criteria, rankOptions, (list, options) => {
      const ranking = rank(list, options)
      fc.pre(clear(ranking))
      const { scores, ranks, order } = ranking
      const higher = [...scores].map((score) =>
        Number.isNaN(score) ? 0 : 1 + scores.filter((other) => other > score).length,
      )
      expect([...ranks]).toEqual(higher)
      expect(new Set(order).size).toBe(ranks.filter((place) => place > 0).length)
      const along = [...order].map((zone) => ranks[zone]!)
      expect(along).toEqual([...along].sort((a, b) => a - b))
    }),
  )
})

test('a zone is ranked, or excluded with a reason, and never both', () => {
  fc.assert(
    fc.property(criteria, rankOptions, (list, options) => {
      const { ranks, scores, excluded } = rank(list, options)
      const out = new Set(excluded.map(({ zone }) => zone))
      ranks.forEach((place, zone) => {
        expect(place === 0).toBe(out.has(zone))
        expect(Number.isNaN(scores[zone])).toBe(out.has(zone))
      })
    }),
  )
})

test('min–max, percentile and vector scores lie between 0 and 100', () => {
  fc.assert(
    fc.property(criteria, rankOptions, (list, options) => {
      fc.pre(options.normalise !== 'z-score' && options.normalise !== 'rank')
      const scores = rank(list, options).scores.filter((score) => !Number.isNaN(score))
      expect(scores.every((score) => score >= -1e-9 && score <= 100 + 1e-9)).toBe(true)
    }),
  )
})

test('the parts of a zone sum to its score', () => {
  fc.assert(
    fc.property(criteria, rankOptions, (list, options) => {
      const { scores, parts } = rank(list, options)
      scores.forEach((score, zone) => {
        if (Number.isNaN(score)) return
        const sum = parts.reduce((total, part) => total + (part[zone] || 0), 0)
        expect(close(sum, score, 100)).toBe(true)
      })
    }),
  )
})

test('the order of zones does not matter', () => {
  fc.assert(
    fc.property(criteria, rankOptions, (list, options) => {
      const turned = list.map((it) => ({ ...it, column: reversed(it.column) }))
      const [a, b] = [rank(list, options), rank(turned, options)]
      const back = [...b.scores].reverse()
      a.scores.forEach((score, zone) => expect(close(score, back[zone], 100)).toBe(true))
      fc.pre(clear(a) && clear(b))
      expect([...a.ranks]).toEqual([...b.ranks].reverse())
    }),
  )
})

test('the order of criteria and the scale of the weights do not matter', () => {
  fc.assert(
    fc.property(criteria, rankOptions, (list, options) => {
      const turned = list.map((it) => ({ ...it, weight: it.weight / 7 })).reverse()
      const [a, b] = [rank(list, options), rank(turned, options)]
      a.scores.forEach((score, zone) => expect(close(score, b.scores[zone], 100)).toBe(true))
    }),
  )
})

test('another unit for a criterion changes no score', () => {
  fc.assert(
    fc.property(
      criteria,
      rankOptions,
      fc.constantFrom(15, 1 / 15, 1e4, 20 / 3),
      (list, options, by) => {
        const other = list.map((it) => ({
          ...it,
          better: scaledTarget(it.better, by),
          column: { ...it.column, values: it.column.values.map((value) => value * by) },
        }))
        const [a, b] = [rank(list, options), rank(other, options)]
        a.scores.forEach((score, zone) => expect(close(score, b.scores[zone], 100)).toBe(true))
      },
    ),
  )
})

test('a criterion in which all zones are equal changes no order', () => {
  fc.assert(
    fc.property(criteria, fc.double({ min: -9, max: 9, noNaN: true }), (list, value) => {
      const options: RankOptions = { normalise: 'min-max', missing: 'exclude' }
      const size = list[0]!.column.values.length
      const column = columnOf(Array(size).fill(value), null)
      const before = rank(list, options)
      fc.pre(clear(before))
      const after = rank([...list, { id: 'flat', weight: 9, better: 'more', column }], options)
      expect([...after.order]).toEqual([...before.order])
      expect(after.flat).toContain(list.length)
    }),
  )
})

test('a better value in one criterion never lowers a rank', () => {
  fc.assert(
    fc.property(criteria, fc.nat(11), (list, pick) => {
      const options: RankOptions = { normalise: 'percentile', missing: 'exclude' }
      const [first, ...rest] = list.map((it) => ({ ...it, better: 'more' as const }))
      const zone = pick % first!.column.values.length
      const values = first!.column.values.map((value, k) => (k === zone ? value * 2 + 1 : value))
      const raised = { ...first!, column: { ...first!.column, values } }
      const [a, b] = [rank([first!, ...rest], options), rank([raised, ...rest], options)]
      fc.pre(clear(a) && clear(b))
      expect(b.ranks[zone]).toBeLessThanOrEqual(a.ranks[zone]!)
    }),
  )
})

function reversed(column: Column): Column {
  return {
    ...column,
    values: column.values.slice().reverse(),
    reasons: column.reasons.slice().reverse(),
  }
}

function scaledTarget(better: Criterion['better'], by: number): Criterion['better'] {
  if (typeof better === 'string') return better
  return { target: [better.target[0] * by, better.target[1] * by] }
}
