import type { Field, Indicator, Values } from '@permu/api/client'
import { boardBy, type Board, type Ranker } from './board.ts'
import type { ReadyPreset } from './defaults.ts'
import { presetById, presetChoices } from './method.ts'
import type { Choice, RankState } from './state.ts'

/** What the page has loaded for one period. */
export interface RankingData {
  readonly period: string
  readonly periods: readonly string[]
  readonly indicators: readonly Indicator[]
  readonly fields: readonly Field[]
  readonly values: Values | null
  readonly defaults: readonly Choice[]
  readonly presets: readonly ReadyPreset[]
  readonly unknown: readonly string[]
}

/** The board without data. */
export const NOTHING: Board = {
  fault: { code: 'no-criteria', criterion: null, figure: null },
  criteria: [],
  rows: [],
  excluded: [],
  method: { version: 1, of: [] },
  zones: 0,
  changed: { imputed: 0, treated: 0 },
}

type BoardOf<None = never> = (
  ranking: Pick<RankingData, 'values'>,
  choices: readonly Choice[],
  state: RankState,
) => Board | None

/** The board of what is loaded, by what ranks; null where that does not know the method. */
export function boardOf(rank: Ranker): BoardOf
export function boardOf(rank: Ranker<null>): BoardOf<null>
export function boardOf(rank: Ranker<null>): BoardOf<null> {
  const build = boardBy(rank)
  return ({ values }, choices, state) => (values === null ? NOTHING : build(values, choices, state))
}

/** The criteria in force that the data know: chosen ones, those of the preset, or the defaults. */
export function choicesOf(ranking: RankingData, asked: RankState): readonly Choice[] {
  const unknown = new Set(ranking.unknown)
  if (asked.criteria) return asked.criteria.filter(({ id }) => !unknown.has(id))
  const preset = presetById(asked.preset)
  if (!preset) return ranking.defaults
  const loaded = new Set(ranking.values?.indicators.map(({ id }) => id))
  return presetChoices(preset, (id) => loaded.has(id))
}

/** The types that zones have, in the order of their first zone. */
export function typesOf({ values }: Pick<RankingData, 'values'>): string[] {
  const types = values?.zones.map(({ type }) => type).filter((type) => type !== null)
  return [...new Set(types)]
}
