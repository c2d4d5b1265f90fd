import { expect, test } from 'vitest'
import { inputLine, outputLine, productionLine, type PlanePoint } from './hull.ts'

const at = (...pairs: [number, number][]): PlanePoint[] => pairs.map(([x, y]) => ({ x, y }))
const text = (line: readonly PlanePoint[]) => line.map(({ x, y }) => `${x},${y}`).join(' ')

// The five stores of one input and one output: (2,2) has the best ratio of scale, (4,4) too.
const points = at([2, 1], [3, 4], [6, 6], [8, 6], [5, 2])

test('under constant returns the frontier is the ray through the best ratio', () => {
  expect(text(productionLine(points, 'constant'))).toBe(`0,0 8,${(4 / 3) * 8}`)
})

test('under variable returns it is the hull from the least input, flat at the end', () => {
  expect(text(productionLine(points, 'variable'))).toBe('2,0 2,1 3,4 6,6 8,6')
})

test('non-increasing returns begin at the origin, non-decreasing ones end in the ray', () => {
  expect(text(productionLine(points, 'non-increasing'))).toBe('0,0 3,4 6,6 8,6')
  expect(text(productionLine(points, 'non-decreasing'))).toBe(`2,0 2,1 3,4 8,${(4 / 3) * 8}`)
})

test('no line has a point above it', () => {
  const line = productionLine(points, 'variable')
  for (const { x, y } of points) {
    const k = line.findIndex((end, i) => i > 0 && end.x >= x && (line[i - 1]?.x ?? 0) < x)
    const [from, to] = [line[k - 1], line[k]]
    if (!from || !to) continue
    expect(y).toBeLessThanOrEqual(
      from.y + ((x - from.x) / (to.x - from.x)) * (to.y - from.y) + 1e-9,
    )
  }
})

test('two outputs for each input: the upper right hull', () => {
  expect(text(outputLine(at([1, 5], [3, 4], [4, 1], [2, 2])))).toBe('0,5 1,5 3,4 4,1 4,0')
})

test('two inputs for each output: the lower left hull', () => {
  expect(text(inputLine(at([1, 5], [2, 2], [5, 1], [4, 4])))).toBe('1,5 1,5 2,2 5,1 5,1')
})

test('nothing has no frontier', () => {
  expect([productionLine([], 'variable'), outputLine([]), inputLine([])]).toEqual([[], [], []])
})
