/** A line that must not run across these positions: each is the first of a new stretch. */
export interface Broken {
  readonly name: string
  readonly values: readonly (number | null)[]
  readonly breaks?: readonly number[]
}

/** One unbroken stretch of a line, with nulls outside it. */
export interface Segment {
  readonly name: string
  readonly values: readonly (number | null)[]
  /** The index of its line. */
  readonly line: number
  /** The last stretch of its line that has a value; it carries the name. */
  readonly last: boolean
}

/** The stretches that lines fall into where their series break; a whole line is one. */
export function segmentsOf(lines: readonly Broken[]): Segment[] {
  return lines.flatMap(({ name, values, breaks = [] }, line) => {
    const starts = [0, ...breaks.filter((at) => at > 0 && at < values.length)]
    const edges = [...new Set(starts)].sort((a, b) => a - b)
    const stretches = edges.map((start, i) => {
      const end = edges[i + 1] ?? values.length
      return values.map((value, at) => (at >= start && at < end ? value : null))
    })
    const filled = stretches.filter((cells) => cells.some((value) => value !== null))
    const shown = filled.length === 0 ? [values] : filled
    return shown.map((cells, i) => ({ name, values: cells, line, last: i === shown.length - 1 }))
  })
}
