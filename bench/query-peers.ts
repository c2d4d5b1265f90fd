/** What others would take for the same, in the same process and run. */

export interface Drawing {
  zones: number
  criteria: number
  draws: number
}

/** Chance that is the same at every run. */
function createChance() {
  let state = 20191227
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

/** Seconds of a function. */
export function seconds(run: () => unknown): number {
  const began = performance.now()
  run()
  return (performance.now() - began) / 1000
}

/**
 * Ranks under weights drawn at random with their intervals, in plain loops, as a script would have
 * it: every draw sorts the zones anew.
 */
export function drawPlainly({ zones, criteria, draws }: Drawing): number[][] {
  const random = createChance()
  const columns = Array.from({ length: criteria }, () =>
    Array.from({ length: zones }, () => random() * 100),
  )
  const ranks: number[][] = Array.from({ length: zones }, () => [])
  for (let draw = 0; draw < draws; draw++) {
    const drawn = columns.map(() => -Math.log(1 - random()))
    const total = drawn.reduce((sum, x) => sum + x, 0)
    const scores = ranks.map((_, zone) =>
      columns.reduce((sum, column, j) => sum + ((drawn[j] ?? 0) / total) * (column[zone] ?? 0), 0),
    )
    const order = scores.map((_, zone) => zone).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    order.forEach((zone, place) => ranks[zone]?.push(place + 1))
  }
  return ranks.map((own) => {
    const sorted = [...own].sort((a, b) => a - b)
    return [0.05, 0.5, 0.95].map((p) => sorted[Math.floor(p * (sorted.length - 1))] ?? 0)
  })
}

/** The same ranking once, in plain loops, with every zone’s share of every criterion, as JSON. */
export function rankPlainly({ zones, criteria }: Omit<Drawing, 'draws'>): string {
  const random = createChance()
  const columns = Array.from({ length: criteria }, () =>
    Array.from({ length: zones }, () => random() * 100),
  )
  const scaled = columns.map((column) => {
    let [least, most] = [Infinity, -Infinity]
    for (const x of column) [least, most] = [Math.min(least, x), Math.max(most, x)]
    return column.map((x) => (x - least) / (most - least))
  })
  const rows = Array.from({ length: zones }, (_, zone) => {
    const parts = scaled.map((column, j) => ({ raw: columns[j]?.[zone], score: column[zone] ?? 0 }))
    return { zone, score: parts.reduce((sum, { score }) => sum + score / criteria, 0), parts }
  })
  rows.sort((a, b) => b.score - a.score)
  return JSON.stringify(rows.map((row, place) => ({ ...row, rank: place + 1 })))
}
