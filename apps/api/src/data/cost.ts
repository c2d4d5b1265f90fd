import { failed, type Outcome } from '../problem.ts'

/** Cells that one answer holds: so many are some hundred megabytes of JSON. */
const MOST_CELLS = 5_000_000

const NUMBER = new Intl.NumberFormat('en')

/** What a question is about, by name: zones, indicators, periods, draws. */
export type Sizes = Readonly<Record<string, number>>

/** Refuses a question whose answer would be too much for everybody, and says what makes it so large. */
export function tooMuch(sizes: Sizes, most = MOST_CELLS): Outcome<never> | null {
  const cost = Object.values(sizes).reduce((product, size) => product * Math.max(1, size), 1)
  if (cost <= most) return null
  const parts = Object.entries(sizes).map(([name, size]) => `${NUMBER.format(size)} ${name}`)
  const asked = `${parts.join(' × ')} = ${NUMBER.format(cost)}`
  const detail = `The question is too large: ${asked}, at most ${NUMBER.format(most)}. Name fewer of them.`
  return failed('invalid', detail)
}
