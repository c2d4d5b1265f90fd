import { describe, expect, test } from 'vitest'
import {
  auditCorrelations,
  centralWeights,
  chanceAbove,
  choiceSensitivity,
  columnOf,
  compareRankings,
  competitionRanks,
  composite,
  drawRanks,
  indistinctGroups,
  leaveOut,
  methodTable,
  rankAcceptability,
  rankBounds,
  rankIntervals,
  rankUncertainty,
  scoreTable,
  sobolIndices,
  topShares,
  weightIntervals,
  type CompositeInput,
  type CompositeMethod,
  type MethodLeaf,
  type RankDraws,
} from '../index.ts'
import { expectClose, held } from '../testing/close.ts'
import { numbersOf, readTable } from '../testing/reference/read.ts'

function inputOf(columns: Readonly<Record<string, readonly (number | null)[]>>): CompositeInput {
  const size = Object.values(columns)[0]?.length ?? 0
  return {
    size,
    column: (id) => (columns[id] ? columnOf(columns[id], null) : undefined),
  }
}
const leaf = (indicator: string, weight = 1, better: MethodLeaf['better'] = 'more') => ({
  indicator,
  weight,
  better,
})
const method: CompositeMethod = { version: 1, of: [leaf('a'), leaf('b')] }
const table = (...columns: number[][]) => scoreTable(columns.map((c) => Float64Array.from(c)))

describe('100 draws of COINr’s vignette', () => {
  const ranks = readTable('uncertainty-ranks')
  const names = Object.keys(ranks[0] ?? {}).filter((name) => name.startsWith('r_'))
  const columns = names.map((name) => numbersOf(ranks, name))

  test('scores become the published ranks', () => {
    const scores = readTable('uncertainty-scores')
    for (const name of Object.keys(scores[0] ?? {}).filter((it) => it !== 'uCode')) {
      expect([...competitionRanks(numbersOf(scores, name))]).toEqual([...numbersOf(ranks, name)])
    }
  })

  test('ranks become the published mean, median and quantiles', () => {
    expect(columns).toHaveLength(100)
    const size = ranks.length
    const draws: RankDraws = {
      size,
      draws: columns.length,
      seed: 1,
      concentration: 'any',
      criteria: 0,
      ranks: Uint16Array.from(columns.flatMap((column) => [...column])),
      first: new Float64Array(),
    }
    const stats = readTable('uncertainty-stats')
    const intervals = rankIntervals(draws)
    const all = { Median: 'median', Q5: 'low', Q95: 'high', Mean: 'mean' } as const
    for (const [name, key] of Object.entries(all)) {
      expectClose(
        intervals.map((it) => it?.[key] ?? NaN),
        numbersOf(stats, name),
        1e-9,
      )
    }
  })
})

describe('ranks under weights drawn at random', () => {
  // Zone 0 is better than 3 in all, 1 and 2 are each best in one.
  const own = table([9, 10, 1, 2], [9, 1, 10, 2])
  const weights = Float64Array.of(0.5, 0.5)

  test('the same seed gives the same ranks, another one others', () => {
    const [a, b, c] = [5, 5, 6].map((seed) => drawRanks([own], weights, { seed, concentration: 5 }))
    expect(a?.ranks).toEqual(b?.ranks)
    expect(a?.ranks).not.toEqual(c?.ranks)
  })

  test('a zone that is better in all is above in all draws', () => {
    const draws = drawRanks([own], weights, { concentration: 'any' })
    expect(chanceAbove(draws, 0, 3)).toBe(1)
    expect(chanceAbove(draws, 3, 0)).toBe(0)
    const twins = drawRanks([table([1, 1], [2, 2])], weights, { draws: 10 })
    expect(chanceAbove(twins, 0, 1)).toBe(0.5)
  })

  test('under all weights alike the chances are those of the line', () => {
    // Zone 1 is first where w > 8/9, zone 2 where w < 1/9: a ninth of the draws each.
    const draws = drawRanks([own], weights, { draws: 20_000, concentration: 'any' })
    expectClose(topShares(draws, 1), [7 / 9, 1 / 9, 1 / 9, 0], 0.01)
    expectClose(centralWeights(draws, 1) ?? [], [17 / 18, 1 / 18], 0.01)
    expect(centralWeights(draws, 3)).toBeNull()
    const shares = rankAcceptability(draws)
    expect(shares[0]).toBeCloseTo(topShares(draws, 1)[0] ?? NaN, 5)
    for (let zone = 0; zone < 4; zone++) {
      const row = shares.slice(zone * 4, zone * 4 + 4)
      expect(row.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 5)
    }
  })

  test('the surer of the weights, the narrower the interval', () => {
    const width = (concentration: number) => {
      const interval = rankIntervals(
        drawRanks([own], Float64Array.of(0.7, 0.3), { concentration }),
      )[1]
      return (interval?.high ?? NaN) - (interval?.low ?? NaN)
    }
    expect(width(1)).toBeGreaterThan(width(10_000))
    expect(width(10_000)).toBe(0)
  })

  test('a weight of 0 stays 0', () => {
    const draws = drawRanks([own], Float64Array.of(1, 0), { concentration: 'any', draws: 50 })
    expect(rankIntervals(draws).map((it) => [it?.low, it?.high])).toEqual([
      [2, 2],
      [1, 1],
      [4, 4],
      [3, 3],
    ])
  })

  test('zones that cannot be told apart stand in one group', () => {
    const draws = drawRanks([table([10, 9.9, 1], [1, 1.1, 0])], weights, { concentration: 4 })
    expect(indistinctGroups(draws, [0, 1, 2])).toEqual([[0, 1], [2]])
    expect(indistinctGroups(draws, [])).toEqual([])
  })

  test('a method, its normalisation and its rule for gaps chosen anew each time', () => {
    const input = inputOf({ a: [1, 3, 5, 2], b: [10, 20, 10, null] })
    const choices = {
      normalise: [{ kind: 'min-max' }, { kind: 'percentile' }],
      gaps: ['exclude', 'median'],
    } as const
    const draws = held(rankUncertainty(input, method, { choices, draws: 400 }))
    const gapped = rankIntervals(draws)[3]
    // Ranked only where the gap is filled: about half of the draws.
    expect(gapped?.ranked).toBeGreaterThan(0.4)
    expect(gapped?.ranked).toBeLessThan(0.6)
    expect(rankIntervals(draws)[1]?.ranked).toBe(1)
    expect(rankIntervals(held(rankUncertainty(input, method)))[3]).toBeNull()
  })

  test('the weights of a gap go to the rest', () => {
    const gaps = scoreTable([Float64Array.of(1, 2, NaN), Float64Array.of(1, 2, 1.5)])
    const draws = drawRanks([gaps], weights, { concentration: 'any', draws: 100 })
    expect(rankIntervals(draws).map((it) => it?.median)).toEqual([3, 1, 2])
  })

  test('geometric and harmonic means rank as the method itself does', () => {
    const input = inputOf({ a: [1, 3, 5, 2], b: [10, 20, 12, 30] })
    const positive = { normalise: { kind: 'min-max', to: [1, 100] } } as const
    for (const aggregate of [
      { kind: 'geometric' },
      { kind: 'harmonic' },
      { kind: 'power', p: -2 },
    ] as const) {
      const own_ = { ...method, ...positive, aggregate }
      const draws = held(rankUncertainty(input, own_, { concentration: 1e9, draws: 3 }))
      expect([...draws.ranks.subarray(0, 4)]).toEqual([...held(composite(input, own_)).ranks])
    }
  })

  test.each([
    { kind: 'copeland' },
    { kind: 'topsis' },
    { kind: 'coupling' },
    { kind: 'mazziotta-pareto' },
  ] as const)('%j has draws as well, around its own ranks', (aggregate) => {
    const input = inputOf({ a: [1, 3, 5, 2, 7], b: [10, 20, 12, null, 4] })
    const other = { ...method, of: [leaf('a', 3), leaf('b', 2)], aggregate }
    const own_ = held(composite(input, other)).ranks
    const sure = held(rankUncertainty(input, other, { concentration: 1e9, draws: 3 }))
    expect([...sure.ranks.subarray(0, 5)]).toEqual([...own_])
    expect(methodTable(input, other)).toEqual({ error: 'not-one-mean' })
  })

  test('the mean itself may be a choice', () => {
    const input = inputOf({ a: [1, 50, 100], b: [100, 49, 1] })
    const open = { ...method, normalise: { kind: 'min-max', to: [1, 100] } } as const
    const choices = { aggregate: [{ kind: 'arithmetic' }, { kind: 'geometric' }] } as const
    const draws = held(rankUncertainty(input, open, { choices, concentration: 1e9, draws: 400 }))
    // 50 % by the geometric mean, where balance wins; by the arithmetic one it is just behind.
    expect(topShares(draws, 1)[1]).toBeGreaterThan(0.4)
    expect(topShares(draws, 1)[1]).toBeLessThan(0.6)
    const found = held(choiceSensitivity(input, open, { choices, concentration: 1e9, points: 64 }))
    expect(found.map(({ choice }) => choice)).toEqual(['weights', 'aggregate'])
    expect(found[1]?.index?.total).toBeGreaterThan(0.9)
  })

  test('a method that does not fit is refused', () => {
    const input = inputOf({ a: [1, 3], b: [10, 20] })
    expect(rankUncertainty(input, { ...method, of: [leaf('x')] })).toEqual({
      error: 'indicator-unknown',
      criterion: 0,
    })
  })
})

describe('ranks under any weights', () => {
  test('with two criteria exact, by every crossing', () => {
    const bounds = rankBounds(table([9, 10, 1, 2], [9, 1, 10, 2]))
    expect(bounds.map((it) => [it?.best, it?.worst, it?.exact])).toEqual([
      [1, 2, true],
      [1, 4, true],
      [1, 4, true],
      [3, 4, true],
    ])
  })

  test('a zone that is first only between two crossings is found', () => {
    // Best only around w = ½, where the others have 5.
    expect(rankBounds(table([10, 0, 5.1], [0, 10, 5.1]))[2]).toMatchObject({ best: 1, worst: 2 })
  })

  test('with more criteria what was found lies within what is proved', () => {
    const columns = [0, 1, 2, 3].map((j) =>
      Array.from({ length: 12 }, (_, i) => (i * (j + 3) * 7) % 13),
    )
    for (const it of rankBounds(table(...columns))) {
      expect(it!.bestBound).toBeLessThanOrEqual(it!.best)
      expect(it!.best).toBeLessThanOrEqual(it!.worst)
      expect(it!.worst).toBeLessThanOrEqual(it!.worstBound)
    }
  })

  test('dominated by two in all of three criteria, a zone is third at best, and that is exact', () => {
    const bounds = rankBounds(table([5, 4, 3, 1], [5, 4, 3, 1], [5, 4, 3, 1]))
    expect(bounds[2]).toEqual({ best: 3, worst: 3, bestBound: 3, worstBound: 3, exact: true })
  })

  test('an unranked zone has no bounds; gaps leave only what was found', () => {
    const bounds = rankBounds(
      scoreTable([Float64Array.of(1, NaN, 2), Float64Array.of(1, NaN, NaN)]),
    )
    expect(bounds[1]).toBeNull()
    expect(bounds[0]).toMatchObject({ bestBound: 1, worstBound: 2 })
  })
})

describe('how far a weight may move', () => {
  test('up to the crossing with the first zone met', () => {
    // w·10 + (1−w)·0 against 4: they meet at 0.4.
    const own = table([10, 4], [0, 4])
    expect(weightIntervals(own, Float64Array.of(0.5, 0.5), 0)[0]).toEqual({
      criterion: 0,
      weight: 0.5,
      low: 0.4,
      high: 1,
      lowZone: 1,
      highZone: null,
    })
    const second = weightIntervals(own, Float64Array.of(0.5, 0.5), 0)[1]
    expect(second?.high).toBeCloseTo(0.6, 12)
  })

  test('within it the rank stays, beyond it the rank is another', () => {
    const columns = [0, 1, 2].map((j) =>
      Float64Array.from({ length: 9 }, (_, i) => (i * (j + 2) * 5) % 11),
    )
    const own = scoreTable(columns)
    const weights = Float64Array.of(0.5, 0.3, 0.2)
    const rankAt = (zone: number, criterion: number, weight: number) => {
      const given = weights[criterion]!
      const moved = weights.map((w, j) =>
        j === criterion ? weight : (w * (1 - weight)) / (1 - given),
      )
      const scores = own.columns[0]!.map((_, k) =>
        own.columns.reduce((sum, column, j) => sum + column[k]! * moved[j]!, 0),
      )
      return competitionRanks(scores)[zone]
    }
    for (let zone = 0; zone < 9; zone++) {
      for (const it of weightIntervals(own, weights, zone)) {
        const { criterion, weight, low, high } = it!
        const now = rankAt(zone, criterion, weight)
        expect(rankAt(zone, criterion, low + 0.01 * (weight - low))).toBe(now)
        expect(rankAt(zone, criterion, high - 0.01 * (high - weight))).toBe(now)
        if (low > 0) expect(rankAt(zone, criterion, low - 1e-6)).not.toBe(now)
        if (high < 1) expect(rankAt(zone, criterion, high + 1e-6)).not.toBe(now)
      }
    }
  })

  test('zones that tie now part at once on the side where the other gains', () => {
    const interval = weightIntervals(table([2, 4, 0], [4, 2, 0]), Float64Array.of(0.5, 0.5), 0)[0]
    expect([interval?.low, interval?.high, interval?.highZone]).toEqual([0, 0.5, 1])
  })

  test('the scale of the scores does not matter', () => {
    const [x, y] = [
      [10, 4, 7, 7.5],
      [0, 4, 2, 9],
    ]
    const weights = Float64Array.of(0.5, 0.5)
    const at = (by: number) => {
      const own = table(
        x!.map((v) => v * by),
        y!.map((v) => v * by),
      )
      return weightIntervals(own, weights, 2).flatMap((it) => [it!.low, it!.high])
    }
    expectClose(at(1e-13), at(1), 1e-9)
    expectClose(at(1e13), at(1), 1e-9)
  })

  test('gaps and a single criterion have no interval', () => {
    const gaps = scoreTable([Float64Array.of(1, NaN), Float64Array.of(1, 2)])
    expect(weightIntervals(gaps, Float64Array.of(0.5, 0.5), 0)).toEqual([null, null])
    expect(weightIntervals(table([1, 2]), Float64Array.of(1), 0)).toEqual([null])
  })
})

describe('Sobol indices', () => {
  test('of the function of Ishigami', () => {
    const [a, b] = [7, 0.1]
    const indices = sobolIndices((u) => {
      const [x1, x2, x3] = [...u].map((x) => Math.PI * (2 * x - 1))
      return Math.sin(x1!) + a * Math.sin(x2!) ** 2 + b * x3! ** 4 * Math.sin(x1!)
    }, 3)
    expectClose(indices?.map(({ first }) => first) ?? [], [0.31390519, 0.44241114, 0], 0.03)
    expectClose(
      indices?.map(({ total }) => total) ?? [],
      [0.55758886, 0.44241114, 0.24368366],
      0.03,
    )
    for (const { total, totalInterval } of indices ?? []) {
      expect(totalInterval[0]).toBeLessThanOrEqual(total)
      expect(totalInterval[1]).toBeGreaterThanOrEqual(total)
    }
  })

  test('of what does not vary are none', () => {
    expect(sobolIndices(() => 3, 2, { points: 64, bootstrap: 5 })).toBeNull()
    expect(() => sobolIndices(() => 3, 9)).toThrow('At most 8')
  })

  test('of the choices: only those that are open, and their totals make up the whole', () => {
    const input = inputOf({ a: [1, 3, 5, 2, 40, 7], b: [10, 20, 10, 3, 1, 8] })
    const choices = { normalise: [{ kind: 'min-max' }, { kind: 'rank' }] } as const
    const options = { choices, concentration: 10, points: 256, bootstrap: 20 }
    const found = held(choiceSensitivity(input, method, options))
    expect(found.map(({ choice }) => choice)).toEqual(['weights', 'normalise'])
    const totals = found.map(({ index }) => index?.total ?? NaN)
    expect(totals[0]! + totals[1]!).toBeGreaterThan(0.95)
    const sure = held(choiceSensitivity(input, method, { concentration: 1e12, points: 64 }))
    expect(sure).toEqual([{ choice: 'weights', index: null }])
  })
})

describe('indicators and methods side by side', () => {
  test('pairs that say the same, or the opposite', () => {
    const x = Float64Array.of(1, 2, 3, 4, 5)
    const pairs = auditCorrelations([x, x.map((v) => v ** 3), x.map((v) => -v), x.map(() => 1)])
    expect(pairs.map(({ a, b, flag }) => [a, b, flag])).toEqual([
      [0, 1, 'redundant'],
      [0, 2, 'conflicting'],
      [0, 3, null],
      [1, 2, 'conflicting'],
      [1, 3, null],
      [2, 3, null],
    ])
    expect(pairs[2]?.r).toBeNull()
  })

  test('rankings agree as far as they do, over the zones that both rank', () => {
    const found = compareRankings([Int32Array.of(1, 2, 3, 0), Int32Array.of(3, 2, 1, 4)])
    expect(found).toEqual([
      { a: 0, b: 1, spearman: expect.closeTo(-1, 12), kendall: -1, shift: 4 / 3 },
    ])
  })

  test('leaving out the only criterion is a fault, and says so', () => {
    const input = inputOf({ a: [1, 2], b: [2, 1] })
    const left = held(leaveOut(input, { version: 1, of: [leaf('a')] }, ['a', 'b']))
    expect(left[0]).toEqual({ error: 'no-criteria', node: null, id: 'a' })
    expect(held(left[1]!).shift).toBe(0)
  })
})
