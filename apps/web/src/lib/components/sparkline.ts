export interface SparkPath {
  /** The `d` of the line; gaps where a period has no value. */
  readonly line: string
  /** Values with a gap on both sides, which a line cannot show, and the last value. */
  readonly dots: readonly (readonly [x: number, y: number])[]
  /** Where the series breaks: between the last value before and the first after. */
  readonly breaks: readonly number[]
}

interface Box {
  readonly width: number
  readonly height: number
  /** Positions from which on the values cannot be compared with those before. */
  readonly breaks?: readonly number[]
}

const PAD = 3

/** Values over time as an SVG path in a box; equal values lie in the middle. A break interrupts it. */
export function sparkPath(
  values: readonly (number | null)[],
  { width, height, breaks = [] }: Box,
): SparkPath {
  const present = values.filter((value) => value !== null)
  const low = Math.min(...present)
  const span = Math.max(...present) - low
  const x = (i: number) =>
    values.length < 2 ? width / 2 : PAD + (i / (values.length - 1)) * (width - 2 * PAD)
  const y = (value: number) =>
    span === 0 ? height / 2 : height - PAD - ((value - low) / span) * (height - 2 * PAD)
  const round = (n: number) => Math.round(n * 10) / 10
  const last = values.findLastIndex((value) => value !== null)
  const dots: [number, number][] = []
  let line = ''
  values.forEach((value, i) => {
    if (value === null) return
    const before = breaks.includes(i) ? null : (values[i - 1] ?? null)
    const after = breaks.includes(i + 1) ? null : (values[i + 1] ?? null)
    line += `${before === null ? 'M' : 'L'}${round(x(i))} ${round(y(value))}`
    if (i === last || (before === null && after === null)) dots.push([round(x(i)), round(y(value))])
  })
  const inside = breaks.filter((at) => at > 0 && at < values.length)
  return { line, dots, breaks: inside.map((at) => round(x(at - 0.5))) }
}
