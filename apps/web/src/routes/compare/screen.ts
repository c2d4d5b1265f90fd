import type { Quantity } from '@permu/api/client'
import { parseUnit } from '@permu/metrics'
import { formatQuantity, name } from '#lib/format.ts'
import type { Locale } from '#lib/i18n/index.ts'
import { reasonText } from '#lib/i18n/reasons.ts'
import { targetsOf, type Benchmark, type Targets } from './benchmark.ts'
import { compare, type Cell, type Comparison } from './comparison.ts'
import { onlyChosen, type Loaded } from './pick.ts'
import type { CompareState } from './state.ts'
import { messages } from './view-messages.ts'

/** What every view gets. */
export interface Shown {
  readonly loaded: Loaded
  readonly asked: CompareState
  readonly compared: Comparison
  readonly targets: Targets
  readonly locale: Locale
  readonly hrefOf: (state: CompareState) => string
  readonly onchange: (state: CompareState) => void
}

/** The chosen zones compared as the state asks. */
export function comparedOf(loaded: Loaded, asked: CompareState) {
  const values = onlyChosen(loaded.values, loaded.chosen)
  const targets = targetsOf(asked, values.indicators)
  const compared = compare(values, loaded.zones, {
    base: asked.base,
    targets,
    nearby: loaded.nearby.map((table) => onlyChosen(table, loaded.chosen)),
    breaks: loaded.breaks,
  })
  return { compared, targets }
}

/** A bound as people write it: `≥ 350 万元/亩`, `0.8–1.25`. */
export function boundText(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  unit: string | null,
  locale: Locale,
): string {
  const write = (value: number) => formatQuantity(value, unit, { locale })
  if (low !== null && high !== null) return `${String(low)}–${write(high)}`
  if (low !== null) return `≥ ${write(low)}`
  return high === null ? '' : `≤ ${write(high)}`
}

/** What a benchmark is called on a chart. */
export function benchmarkText(
  benchmark: Benchmark | null,
  unit: string | null,
  locale: Locale,
): string {
  const t = messages[locale]
  if (benchmark === null) return ''
  if (benchmark.kind === 'target') return boundText(benchmark, unit, locale)
  const middle = formatQuantity(benchmark.low ?? 0, unit, { locale })
  return `${benchmark.kind === 'group' ? t.groupMark : t.medianMark} ${middle}`
}

/** The benchmark that holds for every zone alike: the target, or the middle of all. */
export function commonBenchmark(
  { compared, targets }: Pick<Shown, 'compared' | 'targets'>,
  k: number,
): Benchmark | null {
  const target = targets.used.get(compared.quantities[k]?.id ?? '')
  if (target) return { kind: 'target', low: target.low, high: target.high }
  const middle = compared.medians[k] ?? null
  return middle === null ? null : { kind: 'median', low: middle, high: middle }
}

/** A benchmark as lines of a chart: one a set end, and a middle once. */
export function marksOf(
  benchmark: Benchmark | null,
  locale: Locale,
): { value: number; label: string }[] {
  if (benchmark === null) return []
  const t = messages[locale]
  const { kind, low, high } = benchmark
  if (kind !== 'target') return low === null ? [] : [{ value: low, label: t.medianMark }]
  return [
    ...(low === null ? [] : [{ value: low, label: `≥ ${String(low)}` }]),
    ...(high === null ? [] : [{ value: high, label: `≤ ${String(high)}` }]),
  ]
}

/** A quantity as an axis names it. */
export const axisOf = (quantity: Quantity | undefined, locale: Locale) => ({
  name: quantity ? name(quantity.name, locale) : '',
  unit: quantity?.unit ?? null,
})

/** A value with its unit and the period it is borrowed from, or why there is none. */
export function cellText(
  cell: Cell,
  unit: string | null,
  options: { locale: Locale; digits?: number | undefined },
): string {
  const { value, period, reason } = cell
  if (value === null) return reasonText(reason ?? 'not-reported', options.locale)
  return starred(formatQuantity(value, unit, options), period)
}

/** `2023*` behind what another period lends. */
export const starred = (text: string, period: string | null): string =>
  period === null ? text : `${text} ${period}*`

/** The id of a unit as a target keeps it; null where the program does not know the unit. */
export const unitIdOf = (unit: string | null): string | null =>
  unit === null ? null : (parseUnit(unit)?.id ?? unit)

/** How many benchmarks a zone meets or beats, among those that say what is good. */
export function successes({ quantities, zones }: Comparison) {
  return zones.map(({ name: zone, cells }) => {
    const judged = cells.map(({ kept, difference }, k) => {
      if (kept !== null) return kept
      const better = quantities[k]?.better
      if (difference === null || typeof better !== 'string') return null
      return better === 'more' ? difference >= 0 : difference <= 0
    })
    const told = judged.filter((one) => one !== null)
    return { zone, n: told.filter(Boolean).length, of: told.length }
  })
}

const NAMED = 3

/** The zones that meet or beat the most benchmarks; null where none does, or too many share it. */
export function leadersOf(compared: Comparison) {
  const all = successes(compared)
  const n = Math.max(0, ...all.map((one) => one.n))
  const first = all.filter((one) => one.n === n)
  if (n === 0 || all.length < 2 || first.length > NAMED) return null
  return { zones: first.map(({ zone }) => zone), n, of: Math.max(...first.map(({ of }) => of)) }
}
