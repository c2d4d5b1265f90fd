import { expect, test } from 'vitest'
import { columnOf } from '../column.ts'
import { evaluate } from '../evaluate.ts'
import { indicatorById } from '../indicators/catalogue.ts'
import { unitOf } from '../parse-unit.ts'
import {
  COORDINATION_CUTS,
  COORDINATION_NAMES,
  coordinationClass,
  coordinationCounts,
  linkageCoordination,
} from './coordination.ts'

const raw = (cells: Parameters<typeof columnOf>[0]) => columnOf(cells, null)

function coordinate(first: Parameters<typeof columnOf>[0], second: typeof first) {
  const found = linkageCoordination(raw(first), raw(second))
  if ('error' in found) throw new Error(found.error)
  return found
}

test('best on both sides: U = 0.99 on both, C = 1, D = √0.99', () => {
  const { first, coupling, coordination, classes } = coordinate([0, 50, 100], [0, 5, 10])
  expect(Array.from(first)).toEqual([0.01, 0.5, 0.99])
  expect(coupling[2]).toBeCloseTo(1, 12)
  expect(coordination[2]).toBeCloseTo(Math.sqrt(0.99), 12)
  expect(coordination[0]).toBeCloseTo(0.1, 12)
  expect(Array.from(classes)).toEqual([1, 7, 9])
})

test('best on one side only: C = 2√(0.99 × 0.01), T = 0.5', () => {
  const { coupling, development, coordination } = coordinate([100, 0], [0, 10])
  expect(coupling[0]).toBeCloseTo(2 * Math.sqrt(0.99 * 0.01), 12)
  expect(development[0]).toBeCloseTo(0.5, 12)
  expect(coordination[0]).toBeCloseTo(Math.sqrt(Math.sqrt(0.99 * 0.01)), 12)
})

test('equal values stand in the middle; a gap has no class; one zone alone is too few', () => {
  const { first, classes, coordination } = coordinate([7, 7, null], [1, 2, 3])
  expect(Array.from(first)).toEqual([0.5, 0.5, NaN])
  expect([classes[2], coordination[2]]).toEqual([-1, NaN])
  expect(linkageCoordination(raw([1, null]), raw([1, 2]))).toEqual({ error: 'too-few-zones' })
})

test('the same as the indicator of the catalogue', () => {
  const cells: Record<string, ReturnType<typeof columnOf>> = {
    'fixed-asset-investment': columnOf([90, 40, 70, null, 20], unitOf('亿元')),
    'supplied-land': columnOf([2000, 1500, 900, 800, 1200], unitOf('亩')),
    tax: columnOf([5, 1, null, 2, 3], unitOf('亿元')),
  }
  const table = { size: 5, column: (id: string) => cells[id] }
  const column = (id: string) => {
    const indicator = indicatorById(id)
    if (!indicator) throw new Error(id)
    return evaluate(indicator, table)
  }
  const found = linkageCoordination(column('investment-intensity'), column('tax-per-land'))
  if ('error' in found) throw new Error(found.error)
  const expected = column('dual-linkage-coordination').values
  for (const [zone, value] of expected.entries()) {
    if (Number.isNaN(value)) expect(found.coordination[zone]).toBeNaN()
    else expect(found.coordination[zone]).toBeCloseTo(value, 12)
  }
  expect(expected.filter(Number.isNaN)).toHaveLength(2)
})

test('ten classes, a zone on a cut has the higher one', () => {
  expect(COORDINATION_NAMES).toHaveLength(10)
  expect(COORDINATION_NAMES[9]).toEqual({ zh: '优质协调', en: 'high-quality coordination' })
  const place = (d: number) => coordinationClass(d, COORDINATION_CUTS)
  expect([0, 0.0999, 0.1, 0.55, 0.9, 1, NaN].map(place)).toEqual([0, 0, 1, 5, 9, 9, -1])
  const { classes } = coordinate([0, 50, 100], [0, 5, 10])
  expect(coordinationCounts({ classes })).toEqual([0, 1, 0, 0, 0, 0, 0, 1, 0, 1])
})

test.each([
  [[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]],
  [[0.1, 0.2, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]],
  [[0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]],
  [[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1]],
  [[0.1, NaN, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]],
])('cuts %j are refused', (cuts) => {
  expect(linkageCoordination(raw([1, 2]), raw([1, 2]), cuts)).toEqual({ error: 'cuts-invalid' })
})
