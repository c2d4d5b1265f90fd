import {
  COMPOSITE_PRESETS,
  DEFAULT_METHOD,
  PRESETS,
  leavesOf,
  type MethodCriterion,
} from '@permu/metrics'
import type { Field, Indicator, Names, Values } from '@permu/api/client'
import type { Choice } from './state.ts'

/** A ready method that the data of the period can answer, in whole or in part. */
export interface ReadyPreset {
  readonly id: string
  readonly name: Names
  readonly complete: boolean
  /** Made by the project, as no public text fixes the formula. */
  readonly own: boolean
}

const FIELDS_RANKED = 5
const FIELDS_ASKED = 40

/** The presets of the catalogue that have at least one indicator with data in this period. */
export function readyPresets(indicators: readonly Indicator[], period: string): ReadyPreset[] {
  const known = coveredIn(indicators, period)
  return COMPOSITE_PRESETS.flatMap(({ id, name, method, rule }) => {
    const leaves = leavesOf(method.of)
    const kept = leaves.filter(({ indicator }) => known(indicator)).length
    const ready = { id, name, complete: kept === leaves.length, own: rule === 'project' }
    return kept === 0 ? [] : [ready]
  })
}

/** Whether an indicator has data in a period. */
export function coveredIn(indicators: readonly Indicator[], period: string) {
  const counts = new Map(indicators.map(({ id, coverage }) => [id, coverage[period] ?? 0]))
  return (id: string) => (counts.get(id) ?? 0) > 0
}

/** The criteria before anybody chooses: the first ready method that the data can answer. */
export function presetCriteria(
  indicators: readonly Indicator[],
  period: string,
): readonly Choice[] | null {
  const known = coveredIn(indicators, period)
  const first = covered(DEFAULT_METHOD.criteria, known)
  if (first.length === DEFAULT_METHOD.criteria.length) return first
  const ready = PRESETS.map(({ criteria }) => ({ all: criteria, kept: covered(criteria, known) }))
  const whole = ready.find(({ all, kept }) => kept.length === all.length)
  const widest = ready.toSorted((a, b) => b.kept.length - a.kept.length)[0]
  const found = (whole ?? widest)?.kept ?? []
  return found.length > 0 ? found : null
}

/** The fields that may stand in for criteria where no indicator can be computed. */
export function candidateFields(fields: readonly Field[]): string[] {
  return fields
    .filter(({ hasData }) => hasData)
    .map(({ id }) => id)
    .slice(0, FIELDS_ASKED)
}

/** Equal weights over the first fields that at least half as many zones have as the best one. */
export function fieldCriteria(values: Values): Choice[] {
  const counts = values.indicators.map(
    (_, k) => values.values.filter((row) => typeof row[k] === 'number').length,
  )
  const enough = Math.max(1, Math.max(0, ...counts) / 2)
  return values.indicators
    .filter((_, k) => (counts[k] ?? 0) >= enough)
    .slice(0, FIELDS_RANKED)
    .map(({ id }) => ({ id, weight: 1 }))
}

/** The values of the named quantities only, in this order. */
export function pickColumns(values: Values, ids: readonly string[]): Values {
  const at = ids.map((id) => values.indicators.findIndex((one) => one.id === id))
  const wanted = new Set(ids)
  return {
    ...values,
    indicators: at.flatMap((k) => values.indicators[k] ?? []),
    values: values.values.map((row) => at.filter((k) => k >= 0).map((k) => row[k] ?? null)),
    missing: values.missing.filter(({ indicator }) => wanted.has(indicator)),
  }
}

export function sameCriteria(a: readonly Choice[], b: readonly Choice[]): boolean {
  const key = ({ id, weight, better }: Choice) => [id, weight, better ?? ''].join('\t')
  return a.length === b.length && a.every((choice, i) => key(choice) === key(b[i] ?? choice))
}

function covered(criteria: readonly MethodCriterion[], known: (id: string) => boolean): Choice[] {
  return criteria
    .filter(({ indicator }) => known(indicator))
    .map(({ indicator, weight }) => ({ id: indicator, weight }))
}
