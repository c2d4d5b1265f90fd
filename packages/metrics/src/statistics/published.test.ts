import { describe, expect, test } from 'vitest'
import { correlate, gradeZones, competitionRanks, sobolIndices } from '../index.ts'

describe('correlations of textbooks', () => {
  test('Spearman: ten people, their score and hours of television; ρ = −29/165', () => {
    const scores = Float64Array.of(106, 100, 86, 101, 99, 103, 97, 113, 112, 110)
    const hours = Float64Array.of(7, 27, 2, 50, 28, 29, 20, 12, 6, 17)
    expect(correlate(scores, hours, 'spearman')).toBeCloseTo(-29 / 165, 12)
  })

  test('Kendall: eight people by height and weight; τ = 0.57', () => {
    const height = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8)
    const weight = Float64Array.of(3, 4, 1, 2, 5, 7, 8, 6)
    expect(correlate(height, weight, 'kendall')).toBeCloseTo(4 / 7, 12)
  })
})

test('the g function of Sobol with a = 0, 1, 4.5, 9, 99, …: indices in closed form', () => {
  const a = [0, 1, 4.5, 9, 99, 99, 99, 99]
  const g = (x: Float64Array) =>
    a.reduce((product, own, i) => (product * (Math.abs(4 * (x[i] ?? 0) - 2) + own)) / (1 + own), 1)
  const variances = a.map((own) => 1 / 3 / (1 + own) ** 2)
  const all = variances.reduce((product, v) => product * (1 + v), 1)
  const found = sobolIndices(g, a.length, { points: 2048 }) ?? []
  expect(found).toHaveLength(8)
  found.forEach(({ first, total }, i) => {
    const own = variances[i] ?? 0
    expect(Math.abs(first - own / (all - 1))).toBeLessThan(0.01)
    expect(Math.abs(total - (own * all) / (1 + own) / (all - 1))).toBeLessThan(0.01)
  })
})

test('three zones tie across a cut: all get the better grade, or all the worse', () => {
  const scores = Float64Array.of(10, 9, 9, 9, 8, 7, 6, 5, 4, 3)
  const zones = { scores, ranks: competitionRanks(scores) }
  const grades = [
    { grade: 'A', share: 0.2 },
    { grade: 'B', share: 0.3 },
    { grade: 'C' },
    { grade: 'D', share: 0.1, count: 'ceil' },
  ] as const
  const told = (ties: 'up' | 'down') => {
    const found = gradeZones(zones, { kind: 'quota', grades, ties })
    return 'error' in found ? found.error : found.grades.join('')
  }
  expect([told('up'), told('down')]).toEqual(['AAAABCCCCD', 'ABBBBCCCCD'])
})
