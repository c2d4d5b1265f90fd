import { normaliseColumn } from '../normalise/normalise.ts'
import { needsOwnUnit, type NormaliseFault, type NormaliseRule } from '../normalise/rule.ts'
import { parseUnit } from '../parse-unit.ts'
import type { Groups } from '../treat/impute.ts'
import { comparable, convert, type Unit } from '../unit.ts'
import type { MethodCard } from './card.ts'
import type { MethodLeaf } from './method.ts'
import type { Leaves, Prepared } from './prepare.ts'

/** Normalised leaves, or the first criterion for which its rule is not defined. */
export type NormalisedLeaves =
  | { readonly columns: readonly Float64Array[]; readonly flat: readonly number[] }
  | (NormaliseFault & { readonly criterion: number })
  | { readonly error: 'unit-conflict'; readonly criterion: number }

/** Whether more or less of a leaf is good; a target counts by the distance outside it, less being better. */
export function signOf({ better }: MethodLeaf): 1 | -1 {
  return better === 'more' ? 1 : -1
}

/** The values of a leaf as they are compared: the distance outside a target, else the values themselves. */
export function comparedValues({ better }: MethodLeaf, values: Float64Array): Float64Array {
  if (typeof better === 'string') return values
  // An open end that came through JSON is null there.
  const [low, high] = better.target as readonly [number | null, number | null]
  return values.map((x) => Math.max((low ?? -Infinity) - x, x - (high ?? Infinity), 0))
}

/** Each leaf by its own rule or the method's, over the zones that are ranked. */
export function normaliseLeaves(
  { leaves, columns }: Leaves,
  { values }: Prepared,
  { card, groups }: { readonly card: MethodCard; readonly groups: Groups | undefined },
): NormalisedLeaves {
  const result: Float64Array[] = []
  const flat: number[] = []
  for (const [criterion, leaf] of leaves.entries()) {
    const rule = ruleInUnit(
      leaf,
      leaf.normalise ?? card.normalise,
      columns[criterion]?.unit ?? null,
    )
    if (rule === null) return { error: 'unit-conflict', criterion }
    const own = comparedValues(leaf, values[criterion] ?? new Float64Array())
    const from = { values: own, sign: signOf(leaf), ...(groups ? { groups } : {}) }
    const normalised = normaliseColumn(from, rule)
    if ('error' in normalised) return { ...normalised, criterion }
    result.push(normalised.values)
    if (normalised.flat) flat.push(criterion)
  }
  return { columns: result, flat }
}

// A base in another unit is converted; one that cannot be is never divided by.
function ruleInUnit(
  leaf: MethodLeaf,
  rule: NormaliseRule,
  unit: Unit | null,
): NormaliseRule | null {
  if (leaf.unit === undefined || !needsOwnUnit(rule)) return rule
  const from = parseUnit(leaf.unit)
  if (from === null || unit === null || !comparable(from, unit)) return null
  switch (rule.kind) {
    case 'base':
      return { ...rule, base: convert(rule.base, from, unit) }
    case 'target':
      return { ...rule, target: convert(rule.target, from, unit) }
    case 'goalposts':
      return { ...rule, low: convert(rule.low, from, unit), high: convert(rule.high, from, unit) }
    default:
      return rule
  }
}
