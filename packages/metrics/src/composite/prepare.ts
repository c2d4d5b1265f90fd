import { blameAt, reasonAt, type Column } from '../column.ts'
import { isPresent } from '../compare/missing.ts'
import type { MissingReason } from '../measure.ts'
import { normFor } from '../normalise/norm.ts'
import { needsOwnUnit } from '../normalise/rule.ts'
import { at } from '../statistics/array.ts'
import {
  impute,
  imputedCells,
  isFill,
  type GapRule,
  type Groups,
  type ImputedCell,
} from '../treat/impute.ts'
import { treatOutliers, treatedCells, type TreatedCell } from '../treat/outliers.ts'
import { screenedOut } from '../treat/screen.ts'
import type { MethodCard } from './card.ts'
import type { MethodLeaf } from './method.ts'
import type { CompositeExclusion, TreatmentCheck } from './result.ts'

/** The leaves of a method with their columns and effective weights. */
export interface Leaves {
  readonly leaves: readonly MethodLeaf[]
  readonly columns: readonly Column[]
  readonly weights: Float64Array
}

/** Values that are ready to be normalised (NaN = missing or not ranked), and what was done to them. */
export interface Prepared {
  readonly values: readonly Float64Array[]
  readonly ranked: Uint8Array
  readonly excluded: CompositeExclusion[]
  readonly treated: TreatedCell[]
  readonly checks: TreatmentCheck[]
  readonly imputed: ImputedCell[]
}

/** Screens, treats and imputes; a criterion without weight keeps no zone out. */
export function prepare(from: Leaves, card: MethodCard, groups: Groups): Prepared {
  const size = from.columns[0]?.values.length ?? 0
  const ranked = new Uint8Array(size).fill(1)
  const excluded: CompositeExclusion[] = []
  const work: Work = { from, card, groups, ranked, excluded }
  let values: Float64Array[] = from.columns.map((column) =>
    column.values.map((value, zone) => (isPresent(column, zone) ? value : NaN)),
  )
  for (const zone of screenedOut(values, card.screen)) {
    ranked[zone] = 0
    excluded.push({ zone, why: 'availability', criterion: null, reason: null, fields: [] })
  }
  excludeMissing(work, values, (rule) => rule === 'exclude')
  // A zone of which nothing is known is not made up of the others.
  excludeEmpty(work, values)
  values = values.map((column) => keep(column, ranked))
  const done: Steps = { treated: [], checks: [], imputed: [] }
  const steps = [treatAll, imputeAll]
  if (card.first === 'impute') steps.reverse()
  for (const step of steps) values = step(work, values, done)
  values = withoutNorm(work, values)
  excludeMissing(work, values, (rule) => rule !== 'reweight')
  excludeEmpty(work, values)
  return { values: values.map((column) => keep(column, ranked)), ranked, excluded, ...done }
}

interface Work {
  readonly from: Leaves
  readonly card: MethodCard
  readonly groups: Groups
  readonly ranked: Uint8Array
  readonly excluded: CompositeExclusion[]
}

type Steps = Pick<Prepared, 'treated' | 'checks' | 'imputed'>

function keep(column: Float64Array, ranked: Uint8Array): Float64Array {
  return column.map((value, zone) => (ranked[zone] === 1 ? value : NaN))
}

function gapRule({ from, card }: Work, criterion: number): GapRule {
  return from.leaves[criterion]?.gaps ?? card.gaps
}

function excludeMissing(
  work: Work,
  values: readonly Float64Array[],
  applies: (rule: GapRule) => boolean,
): void {
  const strict = values.flatMap((_, criterion) =>
    at(work.from.weights, criterion) > 0 && applies(gapRule(work, criterion)) ? [criterion] : [],
  )
  for (let zone = 0; zone < work.ranked.length; zone++) {
    if (work.ranked[zone] === 0) continue
    const gaps = strict.filter((criterion) => Number.isNaN(values[criterion]?.[zone]))
    if (gaps.length === 0) continue
    work.ranked[zone] = 0
    for (const criterion of gaps) work.excluded.push(missingAt(work, criterion, zone))
  }
}

function missingAt({ from, groups }: Work, criterion: number, zone: number): CompositeExclusion {
  const column = from.columns[criterion]
  const reason = (column && reasonAt(column, zone)) ?? normlessReason(groups, zone)
  const fields = column ? blameAt(column, zone) : []
  return { zone, why: 'missing', criterion, reason, fields }
}

// A zone in no group has no norm, and nothing can be divided by the norm of a group of zeros.
function withoutNorm({ from, card, groups }: Work, values: Float64Array[]): Float64Array[] {
  return values.map((column, criterion) => {
    const rule = from.leaves[criterion]?.normalise ?? card.normalise
    if (rule.kind !== 'norm') return column
    const norms = normFor(column, groups, rule.centre)
    return column.map((value, zone) => (at(norms, zone) > 0 ? value : NaN))
  })
}

function normlessReason(groups: Groups, zone: number): MissingReason {
  return typeof groups[zone] === 'string' ? 'zero-denominator' : 'not-applicable'
}

function excludeEmpty(work: Work, values: readonly Float64Array[]): void {
  const counted = values.flatMap((_, c) => (at(work.from.weights, c) > 0 ? [c] : []))
  for (let zone = 0; zone < work.ranked.length; zone++) {
    if (work.ranked[zone] === 0) continue
    if (counted.some((criterion) => !Number.isNaN(values[criterion]?.[zone]))) continue
    work.ranked[zone] = 0
    for (const criterion of counted) work.excluded.push(missingAt(work, criterion, zone))
  }
}

function treatAll(work: Work, values: Float64Array[], done: Steps): Float64Array[] {
  const { treat, normalise } = work.card
  if (!treat) return values
  return values.map((column, criterion) => {
    const rule = work.from.leaves[criterion]?.normalise ?? normalise
    const log = treat.log && !needsOwnUnit(rule) && work.card.aggregate.kind !== 'topsis'
    const { method, before, after, ...result } = treatOutliers(column, { ...treat, log })
    done.checks.push({ criterion, method, before, after })
    done.treated.push(...treatedCells(criterion, column, { method, before, after, ...result }))
    return result.values
  })
}

function imputeAll(work: Work, values: Float64Array[], done: Steps): Float64Array[] {
  return values.map((column, criterion) => {
    const why = gapRule(work, criterion)
    if (!isFill(why)) return column
    const filled = keep(impute(column, why, work.groups), work.ranked)
    done.imputed.push(...imputedCells({ criterion, why }, column, filled))
    return filled
  })
}
