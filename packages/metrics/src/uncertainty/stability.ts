import { at, spanOf } from '../statistics/array.ts'
import { scoreInto, type ScoreTable } from './score-table.ts'

/** Between which weights of a criterion a zone keeps its rank; `low` or `high` null = to the very end. */
export interface WeightInterval {
  readonly criterion: number
  readonly weight: number
  readonly low: number
  readonly high: number
  /** The zone that it meets at the lower end and at the upper; null at 0 and 1. */
  readonly lowZone: number | null
  readonly highZone: number | null
}

/**
 * For each criterion the interval of its weight, the others keeping their proportions, in which a zone
 * keeps its rank: up to the first zone that it meets. Empty for a zone that is not ranked; null where
 * a zone has gaps, as its score is then no straight line, or another criterion has no weight.
 */
export function weightIntervals(
  table: ScoreTable,
  weights: Float64Array,
  zone: number,
): (WeightInterval | null)[] {
  const own = table.zones.indexOf(zone)
  if (own < 0) return []
  return [...weights.keys()].map((criterion) => {
    const weight = at(weights, criterion)
    if (table.gaps || weight >= 1) return null
    return intervalOf(linesOf(table, weights, criterion), { criterion, weight, own })
  })
}

// A score is rest + t × slope, t being the weight of the criterion.
interface Lines {
  readonly rest: Float64Array
  readonly slope: Float64Array
  readonly zones: Int32Array
}

function linesOf(table: ScoreTable, weights: Float64Array, criterion: number): Lines {
  const others = weights.map((weight, j) => {
    return j === criterion ? 0 : weight / (1 - at(weights, criterion))
  })
  const rest = new Float64Array(table.zones.length)
  scoreInto({ ...table, gaps: false }, others, rest)
  const column = table.columns[criterion] ?? new Float64Array()
  return { rest, slope: rest.map((value, k) => at(column, k) - value), zones: table.zones }
}

function intervalOf(
  { rest, slope, zones }: Lines,
  {
    criterion,
    weight,
    own,
  }: { readonly criterion: number; readonly weight: number; readonly own: number },
): WeightInterval {
  const equal = ROUNDING * Math.max(...spread(rest), ...spread(slope))
  let [low, high] = [0, 1]
  let [lowZone, highZone]: [number | null, number | null] = [null, null]
  for (let other = 0; other < rest.length; other++) {
    const steeper = at(slope, other) - at(slope, own)
    if (other === own || steeper === 0) continue
    const lead = at(rest, other) - at(rest, own)
    const { up, down } = meeting(lead, steeper, { weight, equal })
    if (up < high) [high, highZone] = [up, at(zones, other)]
    if (down > low) [low, lowZone] = [down, at(zones, other)]
  }
  return { criterion, weight, low, high, lowZone, highZone }
}

function spread(values: Float64Array): number[] {
  const { min, max } = spanOf(values)
  return [max - min, Math.abs(min), Math.abs(max)]
}

// Rounding must not move a crossing to the other side of the weight itself.
const ROUNDING = 1e-12

// Where a rank changes on the way up and on the way down. Equal now and falling behind changes none:
// equals share the better rank.
function meeting(
  lead: number,
  steeper: number,
  { weight, equal }: { readonly weight: number; readonly equal: number },
): { up: number; down: number } {
  if (Math.abs(lead + weight * steeper) <= equal) {
    return steeper > 0 ? { up: weight, down: -Infinity } : { up: Infinity, down: weight }
  }
  const meets = -lead / steeper
  return meets > weight ? { up: meets, down: -Infinity } : { up: Infinity, down: meets }
}
