import type { Field, Indicator, Values } from '@permu/api/client'
import type { Board } from './board.ts'
import { buildBoard } from './board.ts'
import type { ReadyPreset } from './defaults.ts'
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

const NOTHING: Board = {
  fault: 'no-criteria',
  criteria: [],
  rows: [],
  excluded: [],
  methodId: '',
  zones: 0,
}

export function boardOf(
  { values }: Pick<RankingData, 'values'>,
  choices: readonly Choice[],
  state: RankState,
): Board {
  return values === null ? NOTHING : buildBoard(values, choices, state)
}

/** The criteria in force that the data know. */
export function choicesOf(ranking: RankingData, asked: RankState): readonly Choice[] {
  const unknown = new Set(ranking.unknown)
  return (asked.criteria ?? ranking.defaults).filter(({ id }) => !unknown.has(id))
}

/** The types that zones have, in the order of their first zone. */
export function typesOf({ values }: Pick<RankingData, 'values'>): string[] {
  const types = values?.zones.map(({ type }) => type).filter((type) => type !== null)
  return [...new Set(types)]
}
