import type { OracleProgram } from './oracle.ts'
import type { Zones } from './random.ts'

/**
 * The programs of the models as the papers write them, for a general solver. Figures are divided by
 * those of the zone (by 1 where it has 0), which no model minds and which the solver needs.
 */

type Scale = 'constant' | 'variable' | 'non-increasing' | 'non-decreasing'

interface Task {
  readonly zones: Zones
  readonly o: number
  readonly scale: Scale
  /** Whether the zone is left out of the reference set. */
  readonly alone: boolean
}

function table({ zones, o, alone }: Task) {
  const reference = zones.x.map((_, j) => j).filter((j) => !(alone && j === o))
  const side = (rows: readonly number[][]) =>
    rows[o]!.map((own, i) => ({
      positive: own > 0 ? 1 : 0,
      others: reference.map((j) => rows[j]![i]! / (own > 0 ? own : 1)),
    }))
  return { x: side(zones.x), y: side(zones.y), n: reference.length }
}

// The row of Σλ = total, ≤ or ≥; the coefficients of the first variables are given.
function sumRow(scale: Scale, n: number, before: readonly number[], total: number) {
  if (scale === 'constant') return []
  const at = [...before, ...Array<number>(n).fill(1)]
  if (scale === 'variable') return [{ at, low: total, high: total }]
  return scale === 'non-increasing' ? [{ at, high: total }] : [{ at, low: total }]
}

/** θ, or −φ. `held` inputs are not scaled. */
export function radial(task: Task, input: boolean, held: readonly number[] = []): OracleProgram {
  const { x, y, n } = table(task)
  const rows = [
    ...x.map(({ positive, others }, i) =>
      input && !held.includes(i)
        ? { at: [-positive, ...others], high: 0 }
        : { at: [0, ...others], high: positive },
    ),
    ...y.map(({ positive, others }) =>
      input ? { at: [0, ...others], low: positive } : { at: [-positive, ...others], low: 0 },
    ),
    ...sumRow(task.scale, n, [0], 1),
  ]
  return { costs: [input ? 1 : -1, ...Array<number>(n).fill(0)], rows }
}

/** Variables: t, the slacks in shares of the zone's figures, Λ. */
export function sbm(task: Task, orientation: 'input' | 'output' | 'none'): OracleProgram {
  const { x, y, n } = table(task)
  const figures = [...x, ...y]
  const positives = (side: typeof x) => side.filter(({ positive }) => positive > 0).length
  const unit = (k: number, value: number) => figures.map((_, i) => (i === k ? value : 0))
  const rows = figures.map(({ positive, others }, k) => {
    const slack = unit(k, k < x.length ? 1 : -1)
    return { at: [-positive, ...slack, ...others], low: 0, high: 0 }
  })
  const share = figures.map(({ positive }, k) =>
    k >= x.length && orientation !== 'input' ? positive / positives(y) : 0,
  )
  const zeros = Array<number>(n).fill(0)
  const excess = figures.map(({ positive }, k) =>
    k < x.length && orientation !== 'output' ? -positive / positives(x) : 0,
  )
  const before = [-1, ...figures.map(() => 0)]
  return {
    costs: [1, ...excess, ...zeros],
    rows: [
      ...rows,
      ...sumRow(task.scale, n, before, 0),
      { at: [1, ...share, ...zeros], low: 1, high: 1 },
    ],
  }
}

/** Variables: t, X̃ and Ỹ in shares of the zone's figures, Λ; Tone 2002 with every bound it states. */
export function superSbm(task: Task, orientation: 'input' | 'output' | 'none'): OracleProgram {
  const { x, y, n } = table({ ...task, alone: true })
  const figures = [...x, ...y]
  const zeros = Array<number>(n).fill(0)
  const positives = (side: typeof x) => side.filter(({ positive }) => positive > 0).length
  const unit = (k: number, value: number) => figures.map((_, i) => (i === k ? value : 0))
  const input = (k: number) => k < x.length
  const bounds = figures.flatMap(({ positive, others }, k) => {
    const moved = { at: [0, ...unit(k, -1), ...others] }
    const own = { at: [-positive, ...unit(k, 1), ...zeros] }
    const kept = orientation === (input(k) ? 'output' : 'input')
    const fixed = { ...own, low: 0, high: 0 }
    if (input(k)) return [{ ...moved, high: 0 }, kept ? fixed : { ...own, low: 0 }]
    return [{ ...moved, low: 0 }, kept ? fixed : { ...own, high: 0 }]
  })
  const mean = (side: typeof x, inputs: boolean) =>
    figures.map(({ positive }, k) => (input(k) === inputs ? positive / positives(side) : 0))
  const before = [-1, ...figures.map(() => 0)]
  return {
    costs: [0, ...mean(x, true), ...zeros],
    rows: [
      ...bounds,
      ...sumRow(task.scale, n, before, 0),
      { at: [0, ...mean(y, false), ...zeros], low: 1, high: 1 },
    ],
  }
}

/** Minus the score; variables: the weights times the zone's own figures. */
export function doubt(
  values: readonly number[][],
  o: number,
  bounds: readonly { low: number; high: number }[],
): OracleProgram {
  const own = values[o]!
  const present: number[] = own.map((value) => (value > 0 ? 1 : 0))
  const rows = values.map((row) => ({
    at: row.map((value, k) => value / (own[k]! > 0 ? own[k]! : 1)),
    high: 1,
  }))
  const shares = bounds.flatMap(({ low, high }, k) => [
    { at: present.map((one, i) => one * ((i === k ? 1 : 0) - low)), low: 0 },
    { at: present.map((one, i) => one * ((i === k ? 1 : 0) - high)), high: 0 },
  ])
  return { costs: present.map((one) => -one), rows: [...rows, ...shares] }
}

/**
 * The output of all others by weights (times the sums over the others) that keep the zone's score;
 * minus it where it is to be as great as possible.
 */
export function cross({ x, y }: Zones, o: number, goal: { score: number; most: boolean }) {
  const others = (rows: readonly number[][], i: number) =>
    rows.reduce((sum, row, j) => sum + (j === o ? 0 : row[i]!), 0)
  const sums = [...x[0]!.map((_, i) => others(x, i)), ...y[0]!.map((_, r) => others(y, r))]
  const m = x[0]!.length
  const figures = (j: number) => [...x[j]!, ...y[j]!].map((value, k) => value / (sums[k] || 1))
  const difference = (j: number, score: number) => {
    const largest = Math.max(...figures(j))
    return figures(j).map((value, k) => ((k < m ? -score : 1) * value) / largest)
  }
  const positive = sums.map((sum) => (sum > 0 ? 1 : 0))
  const rows: OracleProgram['rows'] = [
    { at: positive.map((one, k) => (k < m ? one : 0)), low: 1, high: 1 },
    { at: difference(o, goal.score), low: 0, high: 0 },
    ...x.map((_, j) => ({ at: difference(j, 1), high: 0 })),
  ]
  const costs: number[] = positive.map((one, k) => (k < m ? 0 : goal.most ? -one : one))
  return { costs, rows, sums }
}
