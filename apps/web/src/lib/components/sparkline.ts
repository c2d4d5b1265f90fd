export interface SparkPath {
  /** The `d` of the line; gaps where a period has no value. */
  readonly line: string
  /** Values with a gap on both sides, which a line cannot show, and the last value. */
  readonly dots: readonly (readonly [x: number, y: number])[]
}

const PAD = 3

/** Values over time as an SVG path in a box; equal values lie in the middle. */
export function sparkPath(
  values: readonly (number | null)[],
  { width, height }: { width: number; height: number },
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
    const before = values[i - 1] ?? null
    const after = values[i + 1] ?? null
    line += `${before === null ? 'M' : 'L'}${round(x(i))} ${round(y(value))}`
    if (i === last || (before === null && after === null)) dots.push([round(x(i)), round(y(value))])
  })
  return { line, dots }
}
