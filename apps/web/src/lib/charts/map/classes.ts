/** A class of values on a map; both ends belong to it. */
export interface ValueClass {
  readonly from: number
  readonly to: number
  readonly count: number
}

const CLASSES = 5

/** With fewer values than this, classes of equal count mean nothing: each value is a class. */
const LEAST = 5

/** Classes of about equal count, lowest first; equal values never fall apart. */
export function valueClasses(values: readonly number[]): ValueClass[] {
  const sorted = values.toSorted((a, b) => a - b)
  const wanted = sorted.length < LEAST ? sorted.length : CLASSES
  const classes: ValueClass[] = []
  let start = 0
  for (let k = 1; k <= wanted && start < sorted.length; k++) {
    let end = Math.max(start + 1, Math.round((k * sorted.length) / wanted))
    while (end < sorted.length && sorted[end] === sorted[end - 1]) end++
    const slice = sorted.slice(start, end)
    classes.push({ from: slice[0] ?? 0, to: slice.at(-1) ?? 0, count: slice.length })
    start = end
  }
  return classes
}

/** The class of a value; −1 where it is in none. */
export const classAt = (classes: readonly ValueClass[], value: number): number =>
  classes.findIndex(({ from, to }) => value >= from && value <= to)

const LIGHTEST = 0.18

/** One hue from pale to full, which shows on light and dark paper. */
export function classColour(at: number, count: number): string {
  const share = count < 2 ? 1 : at / (count - 1)
  return `rgba(0, 108, 173, ${(LIGHTEST + (1 - LIGHTEST) * share).toFixed(2)})`
}
