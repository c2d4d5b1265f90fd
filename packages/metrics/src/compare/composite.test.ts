import { describe, expect, test } from 'vitest'
import {
  columnOf,
  rankZones,
  type Criterion,
  type MissingReason,
  type Ranking,
  type RankOptions,
} from '../index.ts'
import { POLISH_DIRECTIONS, POLISH_WEIGHTS, POLISH_ZONES } from '../testing/polish-zones.ts'

type Cell = number | null | MissingReason

const plain: RankOptions = { normalise: 'min-max', missing: 'exclude' }

function criterion(
  cells: readonly Cell[],
  better: Criterion['better'] = 'more',
  weight = 1,
): Criterion {
  return { id: 'c', weight, better, column: columnOf(cells, null) }
}

function rank(criteria: readonly Criterion[], options: Partial<RankOptions> = {}): Ranking {
  const ranking = rankZones(criteria, { ...plain, ...options })
  if ('error' in ranking) throw new Error(ranking.error)
  return ranking
}

describe('ten Polish special economic zones', () => {
  const criteria = POLISH_WEIGHTS.map((weight, k) =>
    criterion(
      POLISH_ZONES.map((zone) => Number(zone[k + 1])),
      POLISH_DIRECTIONS[k],
      weight,
    ),
  )

  // The same numbers by the shortest way: zone by zone, with no code of the package.
  const expected = POLISH_ZONES.map((zone) => {
    let score = 0
    for (let k = 0; k < 5; k++) {
      const all = POLISH_ZONES.map((other) => Number(other[k + 1]))
      const [min, max] = [Math.min(...all), Math.max(...all)]
      const level = (Number(zone[k + 1]) - min) / (max - min)
      score += POLISH_WEIGHTS[k]! * (POLISH_DIRECTIONS[k] === 'more' ? level : 1 - level)
    }
    return score
  })

  test('score as computed by hand', () => {
    const { scores } = rank(criteria)
    expected.forEach((score, zone) => expect(scores[zone]).toBeCloseTo(score, 9))
  })

  test('rank as computed by hand', () => {
    const { ranks, order } = rank(criteria)
    const above = expected.map((score) => 1 + expected.filter((other) => other > score).length)
    expect([...ranks]).toEqual(above)
    expect(POLISH_ZONES[order[0]!]?.[0]).toBe('KOS')
  })

  test('have a higher rank for a smaller area when nothing else counts', () => {
    const { order } = rank(criteria.slice(0, 1))
    expect(POLISH_ZONES[order[0]!]?.[0]).toBe('KAM')
    expect(POLISH_ZONES[order[9]!]?.[0]).toBe('POM')
  })
})

describe('normalisation', () => {
  const cells = [2, 4, 4, 10]
  const cases: readonly (readonly [RankOptions['normalise'], Criterion['better'], number[]])[] = [
    ['min-max', 'more', [0, 25, 25, 100]],
    ['min-max', 'less', [100, 75, 75, 0]],
    ['min-max', { target: [3, 5] }, [80, 100, 100, 0]],
    ['min-max', { target: [4, Infinity] }, [0, 100, 100, 100]],
    ['percentile', 'more', [0, 100 / 3, 100 / 3, 100]],
    ['percentile', 'less', [100, 100 / 3, 100 / 3, 0]],
    ['rank', 'more', [1, 2, 2, 4]],
    ['rank', 'less', [4, 2, 2, 1]],
    ['vector', 'more', [2, 4, 4, 10].map((x) => (100 * x) / Math.sqrt(136))],
    ['vector', 'less', [2, 4, 4, 10].map((x) => 100 - (100 * x) / Math.sqrt(136))],
    // Mean 5, sample standard deviation √(36/3).
    ['z-score', 'more', [-3, -1, -1, 5].map((x) => x / Math.sqrt(12))],
    ['z-score', 'less', [3, 1, 1, -5].map((x) => x / Math.sqrt(12))],
  ]

  test.each(cases)('%s, %j', (normalise, better, expected) => {
    const { scores } = rank([criterion(cells, better)], { normalise })
    expected.forEach((score, zone) => expect(scores[zone]).toBeCloseTo(score, 10))
  })

  test('an open target that came through JSON is still open', () => {
    const better = JSON.parse(JSON.stringify({ target: [4, Infinity] })) as Criterion['better']
    expect([...rank([criterion(cells, better)]).scores]).toEqual([0, 100, 100, 100])
  })

  test.each([
    ['min-max', 50],
    ['percentile', 50],
    ['vector', 50],
    ['z-score', 0],
    ['rank', 2],
  ] as const)('%s of equal values is neutral and flagged', (normalise, neutral) => {
    const { scores, flat, ranks } = rank([criterion([0.3, 0.1 + 0.2, 0.3])], { normalise })
    expect([...scores]).toEqual([neutral, neutral, neutral])
    expect(flat).toEqual([0])
    expect([...ranks]).toEqual([1, 1, 1])
  })

  test('an outlier does not make other raw values equal', () => {
    const { scores } = rank([criterion([17, 18, 1e12])], { normalise: 'rank' })
    expect([...scores]).toEqual([1, 2, 3])
  })

  test('one zone alone is neutral and first', () => {
    const { scores, ranks, order } = rank([criterion([7])])
    expect([[...scores], [...ranks], [...order]]).toEqual([[50], [1], [0]])
  })

  test('numbers at the end of the range do not overflow', () => {
    const { scores } = rank([criterion([-1.7e308, 0, 1.7e308])])
    expect([...scores]).toEqual([0, 50, 100])
  })
})

describe('missing values', () => {
  const criteria = [
    criterion([1, 'suppressed', 3, null, 5], 'more', 3),
    criterion([1, 9, null, null, 5], 'more', 1),
  ]

  test('keep a zone out, with every reason', () => {
    const { ranks, scores, excluded, order } = rank(criteria)
    expect([...ranks]).toEqual([2, 0, 0, 0, 1])
    expect([...order]).toEqual([4, 0])
    expect([1, 2, 3].map((zone) => scores[zone])).toEqual([NaN, NaN, NaN])
    expect(excluded).toEqual([
      { zone: 1, criterion: 0, reason: 'suppressed', fields: [] },
      { zone: 2, criterion: 1, reason: 'not-reported', fields: [] },
      { zone: 3, criterion: 0, reason: 'not-reported', fields: [] },
      { zone: 3, criterion: 1, reason: 'not-reported', fields: [] },
    ])
  })

  test('or the weights go to what the zone has', () => {
    const { scores, ranks, parts, excluded } = rank(criteria, { missing: 'reweight' })
    // Zone 2: only the first criterion, (3 − 1)/(5 − 1). Zone 4: 100 × (3·1 + 1·½)/4.
    expect([...scores]).toEqual([0, 100, 50, NaN, 87.5])
    expect([...ranks]).toEqual([4, 1, 3, 0, 2])
    expect([parts[0]![1], parts[1]![1]]).toEqual([NaN, 100])
    expect(excluded.map(({ zone, criterion: c }) => [zone, c])).toEqual([
      [3, 0],
      [3, 1],
    ])
  })

  test('in a criterion without weight keep no zone out', () => {
    const { ranks, excluded } = rank([criterion([1, 2]), criterion([null, 4], 'more', 0)])
    expect([...ranks]).toEqual([2, 1])
    expect(excluded).toEqual([])
  })

  test('a zone that is not ranked does not stretch the scale', () => {
    const { scores } = rank([criterion([1, 3, 1000, 5]), criterion([1, 1, null, 1])])
    expect([...scores]).toEqual([25, 50, NaN, 75])
  })
})

describe('faults come back as values', () => {
  test.each([
    [[], { error: 'no-criteria' }],
    [[0, 0], { error: 'weights-all-zero' }],
    [[1, -1], { error: 'weight-invalid', criterion: 1 }],
    [[NaN, 1], { error: 'weight-invalid', criterion: 0 }],
    [[1, Infinity], { error: 'weight-invalid', criterion: 1 }],
  ])('weights %j', (weights, fault) => {
    const criteria = weights.map((weight) => criterion([1, 2], 'more', weight))
    expect(rankZones(criteria, plain)).toEqual(fault)
  })

  test('columns of different sets of zones are a mistake of the program', () => {
    expect(() => rank([criterion([1, 2]), criterion([1])])).toThrow('the same zones')
  })

  test('no zone at all is an empty ranking', () => {
    expect([...rank([criterion([])]).order]).toEqual([])
  })
})
