import { at } from '../statistics/array.ts'
import { fewestAbove } from './fewest.ts'
import { foundRanks, type FoundRanks } from './found-ranks.ts'
import { mixturesOf } from './mixtures.ts'
import { planeRanks } from './plane.ts'
import { widthOf, type ScoreTable } from './score-table.ts'
import { sweepRanks } from './sweep.ts'
import { searchWeights } from './weight-search.ts'

/**
 * The ranks that a zone can have under any weights at all. `best` to `worst` were found with some
 * weights; no weights give better than `bestBound` or worse than `worstBound`. `exact`: they agree, so
 * that there is nothing left between what was found and what is proved. Null = not ranked, or not asked for.
 */
export interface RankBounds {
  readonly best: number
  readonly worst: number
  readonly bestBound: number
  readonly worstBound: number
  readonly exact: boolean
}

/** How far the search for bounds goes. */
export interface BoundsOptions {
  /** Random weights to begin with; 500. */
  readonly draws?: number
  readonly seed?: number
  /** Which zones; all. */
  readonly zones?: readonly number[]
  /** Linear programs for each end of a zone’s bounds; as many as take some seconds in all at most. */
  readonly programs?: number
}

/**
 * Best and worst ranks over all weights (zero included). Found: by random weights and by sweeping lines
 * of weights from the best of them. Proved: a zone that is better in every criterion is above under any
 * weights, and of some zones whose mixture is better in every criterion at least one is; how many so are
 * above at least is searched by linear programs. With two criteria both are exact, by every crossing. With gaps nothing
 * is proved, and the bounds are 1 and the number of ranked zones.
 */
export function rankBounds(table: ScoreTable, options: BoundsOptions = {}): (RankBounds | null)[] {
  const bounds: (RankBounds | null)[] = Array<null>(table.size).fill(null)
  const asked = new Set(options.zones ?? table.zones)
  const own = [...table.zones.keys()].filter((k) => asked.has(at(table.zones, k)))
  const exactly = sweepOf(table, own.length)
  if (exactly) {
    for (const k of own) {
      const { best, worst } = exactly(k)
      const exact = { best, worst, bestBound: best, worstBound: worst, exact: true }
      bounds[at(table.zones, k)] = exact
    }
    return bounds
  }
  const found = foundRanks(table, options.draws ?? 500, options.seed ?? 1)
  const effort = effortFor(table, own.length, options)
  const proofs = own.map((k) => (table.gaps ? null : boundsOf(table, found, { own: k, ...effort })))
  own.forEach((k, i) => {
    const zone = at(table.zones, k)
    bounds[zone] = joined(found, zone, proofs[i] ?? { best: 1, worst: table.zones.length })
  })
  return bounds
}

const CELLS_OF_PLANES = 3e7

// All crossings of two criteria, and of three where they are not too many; null where there is no such way.
function sweepOf(
  { columns, gaps, zones }: ScoreTable,
  asked: number,
): ((own: number) => Ends) | null {
  const [x, y] = columns
  if (gaps || !x || !y || columns.length > 3) return null
  if (columns.length === 2) return (own) => sweepRanks(x, y, own)
  return asked * zones.length ** 2 <= CELLS_OF_PLANES ? (own) => planeRanks(columns, own) : null
}

interface Ends {
  readonly best: number
  readonly worst: number
}

function joined(found: FoundRanks, zone: number, proved: Ends): RankBounds {
  const [best, worst] = [at(found.best, zone), at(found.worst, zone)]
  // Zones within the tolerance of ties share a rank although one of them is better.
  const [bestBound, worstBound] = [Math.min(best, proved.best), Math.max(worst, proved.worst)]
  return { best, worst, bestBound, worstBound, exact: best === bestBound && worst === worstBound }
}

interface Effort {
  readonly lines: number
  readonly programs: number
}

const CELLS_OF_LINES = 1.5e7
const PROGRAMS = 6e5

// With fewer than these it is not worth the way.
const LEAST_ROUNDS = 2
const LEAST_PROGRAMS = 8

// A sweep takes time by the number of zones, a program by about its root.
function effortFor({ zones, columns }: ScoreTable, asked: number, options: BoundsOptions): Effort {
  const ends = Math.max(1, 2 * asked)
  const round = 2 * columns.length
  const lines = Math.min(4 * round, Math.floor(CELLS_OF_LINES / (ends * zones.length)))
  const programs = Math.floor(PROGRAMS / (ends * Math.sqrt(zones.length)))
  return {
    lines: lines < LEAST_ROUNDS * round ? 0 : lines,
    programs: options.programs ?? (programs < LEAST_PROGRAMS ? 0 : programs),
  }
}

function boundsOf(
  table: ScoreTable,
  found: FoundRanks,
  { own, lines, programs }: Effort & { readonly own: number },
): Ends {
  const zone = at(table.zones, own)
  for (const end of ['best', 'worst'] as const) {
    if (lines === 0) break
    const from = (end === 'best' ? found.bestWeights : found.worstWeights)[zone]
    if (from) found.tryWeights(searchWeights(table, from, { own, end, lines }))
  }
  const widths = Float64Array.from(table.columns, widthOf)
  const rivals = rivalsOf(table, widths, own)
  const k = table.columns.length
  const possible = rivals.sure + rivals.below.length / k
  if (programs === 0) return { best: 1 + rivals.always, worst: 1 + possible }
  const search = { most: programs, tell: tellIn(found, widths) }
  const above = fewestAbove(mixturesOf(rivals.above, k, rivals.margin), {
    ...search,
    found: at(found.best, zone) - 1 - rivals.always,
  })
  const notAbove = fewestAbove(mixturesOf(rivals.below, k, -ROUNDING), {
    ...search,
    found: possible - (at(found.worst, zone) - 1),
  })
  return { best: 1 + rivals.always + above, worst: 1 + possible - notAbove }
}

// Weights of shares are weights of the values in other proportions.
function tellIn({ tryWeights }: FoundRanks, widths: Float64Array): (weights: Float64Array) => void {
  return (weights) => {
    const own = weights.map((weight, j) => weight / at(widths, j))
    const total = own.reduce((sum, weight) => sum + weight, 0)
    if (total > 0 && Number.isFinite(total)) tryWeights(own.map((weight) => weight / total))
  }
}

// A sum of products is right to about this share of its largest term.
const ROUNDING = 1e-13
// Scores closer than this share of their range are equal, and equality chains.
const TIE_TOLERANCE = 1e-9

interface Rivals {
  /** How many are above under any weights, beyond any chain of ties. */
  readonly always: number
  /** How many are above under any weights, but for ties. */
  readonly sure: number
  /** Leads of those that may be above and may not, in shares of the spans of the criteria. */
  readonly above: Float64Array
  /** The same with the sign turned over. */
  readonly below: Float64Array
  readonly margin: number
}

function rivalsOf({ columns, zones }: ScoreTable, widths: Float64Array, own: number): Rivals {
  const k = columns.length
  const margin = TIE_TOLERANCE * zones.length
  const above = new Float64Array(zones.length * k)
  const below = new Float64Array(zones.length * k)
  const leads = new Float64Array(k)
  let [always, sure, open, doubtful] = [0, 0, 0, 0]
  for (let other = 0; other < zones.length; other++) {
    let [least, most] = [Infinity, -Infinity]
    for (let j = 0; j < k; j++) {
      const column = columns[j] ?? leads
      const lead = (at(column, other) - at(column, own)) / at(widths, j)
      leads[j] = lead
      if (lead < least) least = lead
      if (lead > most) most = lead
    }
    if (!(most > 0)) continue
    if (least > margin) always++
    else above.set(leads, k * open++)
    if (least > 0) sure++
    else below.set(leads, k * doubtful++)
  }
  return {
    always,
    sure,
    above: above.subarray(0, k * open),
    below: below.subarray(0, k * doubtful).map((lead) => -lead),
    margin,
  }
}
