import type { Column } from '../column.ts'
import { isPresent } from '../compare/missing.ts'
import { composite } from '../composite/composite.ts'
import { leavesOf, type CompositeMethod, type MethodLeaf } from '../composite/method.ts'
import { comparedValues } from '../composite/normalise-leaves.ts'
import type { Composite, CompositeFault, CompositeInput } from '../composite/result.ts'
import { at, spanOf } from '../statistics/array.ts'

/** A criterion (by index) whose value would have to change, in the unit of its column. */
export interface Step {
  readonly criterion: number
  readonly from: number
  readonly to: number
}

/** What lifts the zone: the steps; or why nothing does within the best values seen among the zones. */
export type Lift =
  | { readonly ok: true; readonly steps: readonly Step[]; readonly rank: number }
  | { readonly ok: false; readonly reason: 'not-reachable' | 'missing' | 'no-weight' }

/**
 * `alone[c]`: the least change of criterion c only. `proportional`: all go the same part of the way to
 * the best value seen. `least`: the least sum of squared changes on a scale of each criterion's range.
 */
export interface Reach {
  readonly rank: number
  readonly alone: readonly Lift[]
  readonly proportional: Lift
  readonly least: Lift
}

/** Why the question has no answer: the method fails, the zone is not ranked, or has that rank already. */
export type ReachFault =
  CompositeFault | { readonly error: 'zone-unranked' } | { readonly error: 'already-there' }

/** The zone and the rank that it should get at least. */
export interface Wish {
  readonly zone: number
  readonly rank: number
}

/**
 * What it would take to lift a zone to a rank, all else staying as it is. No value goes beyond the best
 * that a ranked zone has (or into a target), and every answer was put to the whole method again. Answers
 * are least to one part in 10⁹ of the way where more of the way never lowers the rank.
 */
export function whatItTakes(
  input: CompositeInput,
  method: CompositeMethod,
  wish: Wish,
): Reach | ReachFault {
  const now = composite(input, method)
  if ('error' in now) return now
  const rank = at(now.ranks, wish.zone)
  if (!(rank > 0)) return { error: 'zone-unranked' }
  if (rank <= wish.rank) return { error: 'already-there' }
  const ways = leavesOf(method.of).map((leaf, criterion) => {
    return wayOf({ input, now, zone: wish.zone }, leaf, criterion)
  })
  const open = ways.filter((way) => typeof way !== 'string')
  const search: Search = { input, method, wish }
  const longest = open.reduce((most, way) => Math.max(most, way.room / way.weight), 0)
  return {
    rank,
    alone: ways.map((way) => {
      if (typeof way === 'string') return { ok: false, reason: way }
      return lift(search, (t) => [stepOf(way, t)])
    }),
    proportional: lift(search, (t) => open.map((way) => stepOf(way, t))),
    // Least squares under a weighted sum: each moves as its weight, as far as there is room.
    least: lift(search, (t) =>
      open.map((way) => {
        const part = way.room > 0 ? Math.min(1, (t * longest * way.weight) / way.room) : 0
        return stepOf(way, part)
      }),
    ),
  }
}

// From where to where a criterion may go; `room` is that way as a share of the range of the criterion.
interface Way {
  readonly criterion: number
  readonly indicator: string
  readonly from: number
  readonly to: number
  readonly room: number
  readonly weight: number
}

function wayOf(
  { input, now, zone }: { input: CompositeInput; now: Composite; zone: number },
  leaf: MethodLeaf,
  criterion: number,
): Way | 'missing' | 'no-weight' {
  const column = input.column(leaf.indicator)
  const weight = at(now.weights.effective, criterion)
  if (!(weight > 0)) return 'no-weight'
  if (!column || !isPresent(column, zone)) return 'missing'
  const seen = column.values.map((value, other) => {
    return at(now.ranks, other) > 0 && isPresent(column, other) ? value : NaN
  })
  const from = at(column.values, zone)
  const to = bestOf(leaf, seen, from)
  const { min, max } = spanOf(comparedValues(leaf, seen))
  const room = max > min ? Math.abs(to - from) / (max - min) : 0
  return { criterion, indicator: leaf.indicator, from, to, room, weight }
}

function bestOf({ better }: MethodLeaf, seen: Float64Array, from: number): number {
  if (better === 'more') return spanOf(seen).max
  if (better === 'less') return spanOf(seen).min
  const [low, high] = better.target as readonly [number | null, number | null]
  return Math.min(Math.max(from, low ?? -Infinity), high ?? Infinity)
}

function stepOf({ criterion, indicator, from, to }: Way, part: number): Step & { id: string } {
  return { criterion, id: indicator, from, to: part >= 1 ? to : from + part * (to - from) }
}

interface Search {
  readonly input: CompositeInput
  readonly method: CompositeMethod
  readonly wish: Wish
}

type Steps = (part: number) => readonly (Step & { readonly id: string })[]

const HALVINGS = 30

function lift(search: Search, stepsAt: Steps): Lift {
  let high = 1
  let rank = rankAfter(search, stepsAt(high))
  if (!(rank > 0 && rank <= search.wish.rank)) return { ok: false, reason: 'not-reachable' }
  let low = 0
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    const reached = rankAfter(search, stepsAt(middle))
    if (reached > 0 && reached <= search.wish.rank) {
      high = middle
      rank = reached
    } else low = middle
  }
  const steps = stepsAt(high).filter(({ from, to }) => from !== to)
  return {
    ok: true,
    rank,
    steps: steps.map(({ criterion, from, to }) => ({ criterion, from, to })),
  }
}

// 0 where the changed zone has no rank.
function rankAfter({ input, method, wish }: Search, steps: ReturnType<Steps>): number {
  const changed = new Map(steps.map(({ id, to }) => [id, to]))
  const column = (id: string): Column | undefined => {
    const own = input.column(id)
    const to = changed.get(id)
    if (!own || to === undefined) return own
    return { ...own, values: own.values.with(wish.zone, to) }
  }
  const result = composite({ ...input, size: input.size, column }, method)
  return 'error' in result ? 0 : at(result.ranks, wish.zone)
}
