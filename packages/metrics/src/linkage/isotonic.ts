import { at } from '../statistics/array.ts'

interface Block {
  total: number
  count: number
  /** How many distinct x stand in it. */
  width: number
}

/**
 * The non-decreasing line nearest to the points in least squares, at each point (pool adjacent
 * violators; Barlow et al., Statistical Inference under Order Restrictions, 1972). Points of one x
 * share one value; NaN where x or y is missing.
 */
export function isotonic(x: Float64Array, y: Float64Array): Float64Array {
  const present = [...x.keys()].filter(
    (i) => Number.isFinite(at(x, i)) && Number.isFinite(at(y, i)),
  )
  const columns = Map.groupBy(present, (i) => at(x, i))
  const places = [...columns.keys()].sort((a, b) => a - b)
  const levels = levelsOf(places.map((place) => (columns.get(place) ?? []).map((i) => at(y, i))))
  const fitted = new Float64Array(x.length).fill(NaN)
  places.forEach((place, k) => {
    for (const i of columns.get(place) ?? []) fitted[i] = at(levels, k)
  })
  return fitted
}

// One level for each column of points, from left to right.
function levelsOf(columns: readonly (readonly number[])[]): number[] {
  const blocks: Block[] = []
  for (const values of columns) {
    const total = values.reduce((sum, value) => sum + value, 0)
    blocks.push({ total, count: values.length, width: 1 })
    pool(blocks)
  }
  return blocks.flatMap(({ total, count, width }) => new Array<number>(width).fill(total / count))
}

const mean = ({ total, count }: Block) => total / count

// Joins the last block with those before it until none stands above the next.
function pool(blocks: Block[]): void {
  for (;;) {
    const last = blocks.at(-1)
    const before = blocks.at(-2)
    if (!last || !before || mean(before) <= mean(last)) return
    blocks.pop()
    before.total += last.total
    before.count += last.count
    before.width += last.width
  }
}
