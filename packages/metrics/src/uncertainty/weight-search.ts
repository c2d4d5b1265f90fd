import { at } from '../statistics/array.ts'
import { sweepRanks } from './sweep.ts'
import { scoreInto, type ScoreTable } from './score-table.ts'

/** Which rank of which of the ranked zones is sought, and how many lines of weights may be swept for it. */
export interface Sought {
  readonly own: number
  readonly end: 'best' | 'worst'
  readonly lines: number
}

interface Place {
  weights: Float64Array
  scores: Float64Array
  rank: number
}

/**
 * Weights under which a zone stands better (or worse) than under those given, found on lines towards
 * more and towards none of each criterion, each swept exactly. What it finds is no bound.
 */
export function searchWeights(table: ScoreTable, from: Float64Array, sought: Sought): Float64Array {
  const scores = new Float64Array(table.zones.length)
  scoreInto(table, from, scores)
  const start = sweepRanks(scores, scores, sought.own)
  const place: Place = { weights: from, scores, rank: start[sought.end] }
  let left = sought.lines
  for (let before = NaN; before !== place.rank && left > 0;) {
    before = place.rank
    for (let j = 0; j < table.columns.length && left > 0; j++) {
      left -= 2
      follow(place, towards(table, place, j), sought)
      const away = awayFrom(table, place, j)
      if (away) follow(place, away, sought)
    }
  }
  return place.weights
}

type End = Pick<Place, 'weights' | 'scores'>

function follow(place: Place, end: End, { own, end: which }: Sought): void {
  const swept = sweepRanks(end.scores, place.scores, own)
  const rank = swept[which]
  if (which === 'best' ? rank >= place.rank : rank <= place.rank) return
  const t = which === 'best' ? swept.bestAt : swept.worstAt
  const between = (a: Float64Array, b: Float64Array) => a.map((x, i) => (1 - t) * x + t * at(b, i))
  place.weights = between(place.weights, end.weights)
  place.scores = between(place.scores, end.scores)
  place.rank = rank
}

function towards({ columns }: ScoreTable, { weights }: Place, j: number): End {
  const only = new Float64Array(weights.length).fill(1, j, j + 1)
  return { weights: only, scores: columns[j] ?? new Float64Array() }
}

function awayFrom({ columns }: ScoreTable, { weights, scores }: Place, j: number): End | null {
  const weight = at(weights, j)
  if (!(weight > 0 && weight < 1 - 1e-9)) return null
  const column = columns[j] ?? new Float64Array()
  return {
    weights: weights.map((other, i) => (i === j ? 0 : other / (1 - weight))),
    scores: scores.map((score, i) => (score - weight * at(column, i)) / (1 - weight)),
  }
}
