import { expect, test } from 'vitest'
import { DEFAULT_STATE } from '../state.ts'
import { THREE, manyZones } from '../testing.ts'
import { messages } from './messages.ts'
import { HEAT_SIZE, robustnessOf } from './robustness.ts'
import { boundsSummary, heatSummary, keptSummary, pairSummary, sobolSummary } from './summary.ts'

const asked = {
  values: manyZones(9),
  choices: THREE,
  state: { ...DEFAULT_STATE, draws: 200 },
  zone: null,
}
const words = { t: messages.zh, locale: 'zh' as const, nameOf: (id: string) => id }

function found(zone: string | null = null) {
  const robustness = robustnessOf({ ...asked, zone })
  if (robustness.fault !== null) throw new Error(robustness.fault)
  return robustness
}

test('the chances of a zone sum to one, and its rank is within its bounds', () => {
  for (const { rank, shares, bounds } of found().zones) {
    expect(shares?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5)
    expect(bounds?.best).toBeLessThanOrEqual(rank)
    expect(bounds?.worst).toBeGreaterThanOrEqual(rank)
    expect(bounds?.bestBound).toBeLessThanOrEqual(bounds?.best ?? 0)
  }
  expect(found().zones.length).toBeLessThanOrEqual(HEAT_SIZE)
})

test('a zone keeps its rank around the weights of now', () => {
  const { kept, zones } = found()
  expect(kept?.name).toBe(zones[0]?.name)
  for (const { share, low, high } of kept?.shares ?? []) {
    expect(share).toBeCloseTo(100 / 3, 9)
    expect([low <= share, share <= high]).toEqual([true, true])
  }
  expect(found(zones[4]?.zone ?? '').kept?.name).toBe(zones[4]?.name)
})

test('each criterion is left out once, and each pair is correlated', () => {
  const { without, pairs } = found()
  expect(without.map(({ id }) => id)).toEqual(['tax', 'land', 'people'])
  expect(pairs.map(({ a, b }) => `${a} ${b}`)).toEqual(['tax land', 'tax people', 'land people'])
})

test('the sentences are computed from what is shown', () => {
  const { zones, kept, pairs } = found()
  expect(heatSummary(zones, words)).toContain(zones[0]?.name)
  const first = zones.filter(({ bounds }) => bounds?.best === 1).length
  expect(boundsSummary(zones, words)).toContain(`有 ${String(first)} 个`)
  expect(kept ? keptSummary(kept, words) : '').toContain('最敏感')
  expect(pairSummary(pairs, words)).toMatch(/没有重复|对重复/u)
  expect(pairSummary([], words)).toBe(messages.zh.one)
})

test('two choices whose intervals overlap are not told apart', () => {
  const index = (total: number, half: number) => ({
    first: 0,
    total,
    firstInterval: [0, 0] as const,
    totalInterval: [total - half, total + half] as const,
  })
  const of = (half: number) =>
    sobolSummary(
      {
        fault: null,
        indices: [
          { choice: 'weights', index: index(0.5, half) },
          { choice: 'gaps', index: index(0.4, half) },
        ],
      },
      words,
    )
  expect(of(0.01)).toBe('名次变动主要来自权重：连同交互占 50%。')
  expect(of(0.2)).toBe('权重与缺失值的影响分不出大小：区间重叠。')
})

test('a method without a ranking has its fault', () => {
  expect(robustnessOf({ ...asked, choices: [] })).toEqual({ fault: 'no-criteria' })
})
