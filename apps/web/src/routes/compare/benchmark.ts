import { THRESHOLDS, boundIn, parseUnit, type Bound, type Threshold } from '@permu/metrics'
import type { Quantity, Values } from '@permu/api/client'
import { median } from '#lib/statistics.ts'
import type { OwnTarget } from './own-target.ts'
import type { Base, CompareState } from './state.ts'

/** What the values of one quantity are asked to keep, in its own unit. */
export interface Target extends Bound {
  readonly id: string
  readonly indicator: string
  readonly threshold: Threshold | null
  readonly own: OwnTarget | null
}

/** What one value is held against. */
export interface Benchmark extends Bound {
  readonly kind: Base | 'target'
}

export interface Targets {
  /** By quantity; an own target stands before a published one. */
  readonly used: ReadonlyMap<string, Target>
  /** Chosen, but of another kind of unit than the quantity is in now, or of no quantity here. */
  readonly unusable: readonly string[]
}

type Chosen = Pick<CompareState, 'targets' | 'own'>

// What a year is asked for is not asked of a quarter, whose unit has no year in it.
function turned(bound: Bound & { readonly unit: string | null }, to: Quantity): Bound | null {
  if (bound.unit === to.unit) return bound
  const [from, into] = [parseUnit(bound.unit ?? ''), parseUnit(to.unit ?? '')]
  if (!from || !into || (to.kind === 'indicator' && from.yearly && !into.yearly)) return null
  return boundIn(bound, from, into)
}

/** The chosen targets in the units of the quantities. */
export function targetsOf(chosen: Chosen, quantities: readonly Quantity[]): Targets {
  const published = chosen.targets.flatMap((id) => THRESHOLDS.filter((one) => one.id === id))
  const unknown = chosen.targets.filter((id) => published.every((one) => one.id !== id))
  const asked = [
    ...published.map((one) => ({ ...one, unit: one.unit.id, threshold: one, own: null })),
    ...chosen.own.map((own) => ({ ...own, id: `own ${own.indicator}`, threshold: null, own })),
  ]
  const used = new Map<string, Target>()
  const unusable = [...unknown]
  for (const { id, indicator, threshold, own, ...rest } of asked) {
    const quantity = quantities.find((one) => one.id === indicator)
    if (!quantity) continue
    const bound = turned(rest, quantity)
    if (bound) used.set(indicator, { ...bound, id, indicator, threshold, own })
    else unusable.push(id)
  }
  return { used, unusable }
}

/** The middle of a column over all zones, or over those of a type. */
export function medianOf(values: Values, k: number, type?: string | null): number | null {
  const rows = values.values.filter((_, i) => type === undefined || values.zones[i]?.type === type)
  return median(rows.flatMap((row) => row[k] ?? []))
}

/** What the value of a zone is held against: the target, or else the middle. */
export function benchmarkOf(
  values: Values,
  { k, zone }: { readonly k: number; readonly zone: { readonly type: string | null } },
  { base, targets }: { readonly base: Base; readonly targets: Targets },
): Benchmark | null {
  const target = targets.used.get(values.indicators[k]?.id ?? '')
  if (target) return { kind: 'target', low: target.low, high: target.high }
  const group = base === 'group' && zone.type !== null
  const middle = group ? medianOf(values, k, zone.type) : medianOf(values, k)
  return middle === null ? null : { kind: group ? 'group' : 'median', low: middle, high: middle }
}

/** The same choice with one threshold set or taken away for its indicator. */
export function withThreshold<S extends Chosen>(state: S, indicator: string, id: string | null): S {
  const mine = new Set(THRESHOLDS.filter((one) => one.indicator === indicator).map((one) => one.id))
  const others = state.targets.filter((one) => !mine.has(one))
  return {
    ...state,
    targets: id === null ? others : [...others, id],
    own: state.own.filter((one) => one.indicator !== indicator),
  }
}

/** The same choice with an own target; it takes the place of any other for its indicator. */
export function withOwn<S extends Chosen>(state: S, target: OwnTarget): S {
  const rest = withThreshold(state, target.indicator, null)
  return { ...rest, own: [...rest.own, target] }
}
