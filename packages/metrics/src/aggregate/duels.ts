import { presentOf } from '../statistics/array.ts'

/**
 * Duels of units criterion by criterion, which do not depend on weights. A duel of a with b is one
 * whole number with a digit to base 3 for each criterion: 2 where a is ahead, 0 where b is, 1 where they are
 * equal or either has no value. The mirrored duel of b with a has the code `codes − 1 − code`.
 */
export interface Duels {
  readonly size: number
  readonly criteria: number
  /** How many codes there are: 3 to the power of the criteria. */
  readonly codes: number
  /** Writes the codes of unit a with each unit; with itself it is equal. */
  readonly of: (a: number, codes: Int32Array) => void
}

// At most so many criteria have codes of which a list can be kept.
const DUEL_CRITERIA = 13

// And of at most so many units: a list has up to as many entries as there are pairs.
const COUNTED_UNITS = 4000

/** Whether so many criteria have codes. */
export const haveCodes = (criteria: number): boolean => criteria <= DUEL_CRITERIA

/** Whether duels are counted once for all draws; else each draw compares all pairs anew. */
export function copelandCounts(of: { readonly units: number; readonly criteria: number }): boolean {
  return haveCodes(of.criteria) && of.units <= COUNTED_UNITS
}

/** The duels over columns of which more is better (NaN = missing). */
export function duelsOf(columns: readonly Float64Array[]): Duels {
  const places = columns.map(placesOf)
  const codes = 3 ** columns.length
  return {
    size: columns[0]?.length ?? 0,
    criteria: columns.length,
    codes,
    of: (a, into) => {
      into.fill((codes - 1) / 2)
      places.forEach((place, j) => addDigits(place, { a, digit: 3 ** j }, into))
    },
  }
}

// From 1 upwards, equal ones the same; 0 where there is no value.
function placesOf(column: Float64Array): Int32Array {
  const sorted = presentOf(column).sort()
  return Int32Array.from(column, (value) =>
    Number.isNaN(value) ? 0 : 1 + lowerPlace(sorted, value),
  )
}

function lowerPlace(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

// Signs without branches: which of two is ahead cannot be foretold, and a processor that tries loses time.
function addDigits(
  places: Int32Array,
  { a, digit }: { readonly a: number; readonly digit: number },
  into: Int32Array,
): void {
  const own = places[a] ?? 0
  if (own === 0) return
  for (let b = 0; b < into.length; b++) {
    const other = places[b] ?? 0
    const lead = own - other
    const sign = (lead >> 31) - (-lead >> 31)
    into[b] = (into[b] ?? 0) + digit * (sign & (-other >> 31))
  }
}

// Shares of the deciding weight that are rounding.
const EVEN = 2e-12

/** Who wins a duel by weight: 1, −1, or 0 where the weight is even. */
type Judge = (code: number) => -1 | 0 | 1

// The digits of a code are looked up in two halves.
function judgeBy(weights: ArrayLike<number>): Judge {
  const half = weights.length >> 1
  const [low, high] = [halfOf(weights, 0, half), halfOf(weights, half, weights.length)]
  const base = low.lead.length
  return (code) => {
    const upper = (code / base) | 0
    const lower = code - upper * base
    const lead = (low.lead[lower] ?? 0) + (high.lead[upper] ?? 0)
    const deciding = (low.deciding[lower] ?? 0) + (high.deciding[upper] ?? 0)
    if (Math.abs(lead) <= EVEN * deciding) return 0
    return lead > 0 ? 1 : -1
  }
}

// Of every code of some criteria: how much more weight is ahead than behind, and how much is either.
function halfOf(weights: ArrayLike<number>, from: number, to: number) {
  let [lead, deciding] = [[0], [0]]
  for (let j = from; j < to; j++) {
    const weight = weights[j] ?? 0
    lead = [...lead.map((x) => x - weight), ...lead, ...lead.map((x) => x + weight)]
    const either = deciding.map((x) => x + weight)
    deciding = [...either, ...deciding, ...either]
  }
  return { lead: Float64Array.from(lead), deciding: Float64Array.from(deciding) }
}

/** Scores of units under one set of weights: how many duels each wins, less how many it loses. */
export function duelScores({ size, codes, of }: Duels, weights: ArrayLike<number>): Float64Array {
  const own = new Int32Array(size)
  const judge = judgeBy(weights)
  const winners = new Int8Array(codes)
  for (let code = 0; code < codes; code++) winners[code] = judge(code)
  const scores = new Float64Array(size)
  for (let a = 0; a < size; a++) {
    of(a, own)
    scores[a] = sumOfWins(own, winners)
  }
  return scores
}

function sumOfWins(codes: Int32Array, winners: Int8Array): number {
  let score = 0
  for (let b = 0; b < codes.length; b++) score += winners[codes[b] ?? 0] ?? 0
  return score
}

/** Of each unit, which duels it has, and how many more of them than of the mirrored ones. */
export interface DuelCounts {
  readonly size: number
  /** The codes that occur, each standing for its mirrored one as well. */
  readonly codes: readonly number[]
  /** Of each unit: places in `codes`, and counts. */
  readonly units: readonly { readonly places: Int32Array; readonly counts: Int32Array }[]
}

/** Counts the duels of all units once, so that no weights have to look at all pairs again. */
export function countDuels(duels: Duels): DuelCounts {
  const { size, codes } = duels
  const own = new Int32Array(size)
  const tally: Tally = {
    counts: new Int32Array(codes),
    seen: new Uint8Array(codes),
    touched: new Int32Array(size),
  }
  const placeOf = new Int32Array(codes).fill(-1)
  const all: number[] = []
  const units = Array.from({ length: size }, (_, a) => {
    duels.of(a, own)
    const touched = tally.touched.slice(0, addUp(own, tally))
    const counts = touched.map((code) => tally.counts[code] ?? 0)
    for (const code of touched) {
      tally.counts[code] = tally.seen[code] = 0
      if (placeOf[code] === -1) placeOf[code] = all.push(code) - 1
    }
    return { places: touched.map((code) => placeOf[code] ?? 0), counts }
  })
  return { size, codes: all, units }
}

interface Tally {
  readonly counts: Int32Array
  readonly seen: Uint8Array
  readonly touched: Int32Array
}

// Counts codes, mirrored ones downwards; gives how many there are.
function addUp(own: Int32Array, { counts, seen, touched }: Tally): number {
  const last = seen.length - 1
  let found = 0
  for (let b = 0; b < own.length; b++) {
    const code = own[b] ?? 0
    const upper = 2 * code > last
    const plain = upper ? code : last - code
    counts[plain] = (counts[plain] ?? 0) + (upper ? 1 : -1)
    touched[found] = plain
    found += 1 - (seen[plain] ?? 0)
    seen[plain] = 1
  }
  return found
}

/** Writes the score of each unit under weights. */
export function countedScoresInto(
  { codes, units }: DuelCounts,
  weights: ArrayLike<number>,
  scores: Float64Array,
): void {
  const judge = judgeBy(weights)
  const winners = Int8Array.from(codes, judge)
  units.forEach(({ places, counts }, a) => {
    scores[a] = weigh(places, counts, winners)
  })
}

function weigh(places: Int32Array, counts: Int32Array, winners: Int8Array): number {
  let score = 0
  for (let i = 0; i < places.length; i++) {
    score += (counts[i] ?? 0) * (winners[places[i] ?? 0] ?? 0)
  }
  return score
}
