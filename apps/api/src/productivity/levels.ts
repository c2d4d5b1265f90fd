import {
  competitionRanks,
  levelReasonAt,
  reasonAt,
  blameAt,
  type CobbDouglasResult,
  type Column,
  type TornqvistResult,
} from '@permu/metrics'
import type { Productivity, ProductivityCard, ProductivityExcluded } from '../contract.ts'
import { REASON_WORDS } from '../frontier/words.ts'
import type { Measured } from '../data/quantities.ts'
import { zoneAt, type Setting } from './setting.ts'
import { LEVEL_WORDS, WARNING_WORDS } from './words.ts'

/** Levels in single periods as answers. */

type Result = CobbDouglasResult | TornqvistResult

function rowsOf(setting: Setting, { levels }: Result, period: string): Productivity['levels'] {
  const ranks = competitionRanks(levels)
  const ranked = [...ranks.keys()].filter((at) => (ranks[at] ?? 0) > 0)
  ranked.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))
  return ranked.map((at) => {
    return { ...zoneAt(setting, at), period, level: levels[at] ?? 0, rank: ranks[at] ?? 0 }
  })
}

interface Culprit {
  readonly measured: Measured | undefined
  readonly column: Column
}

function culpritOf(setting: Setting, t: number, at: number): Culprit | undefined {
  const data = setting.data[t]
  const measured = [...setting.inputs, ...setting.outputs]
  const columns = [...(data?.inputs ?? []), ...(data?.outputs ?? [])]
  const worth = [...(data?.revenues ?? []), ...(data?.costs ?? [])]
  const all = columns.map((column, i) => ({ measured: measured[i], column }))
  const missing = (column: Column) => reasonAt(column, at) !== null
  return (
    all.find(({ column }) => missing(column)) ??
    all.find(({ column }) => !((column.values[at] ?? 0) > 0)) ??
    worth.filter(missing).map((column) => ({ measured: undefined, column }))[0]
  )
}

function excludedOf(setting: Setting, result: Result, t: number): ProductivityExcluded[] {
  const period = setting.periods[t] ?? ''
  return [...setting.zones.keys()].flatMap((at) => {
    const reason = levelReasonAt(result, at)
    if (reason === null) return []
    const { type: _, ...zone } = zoneAt(setting, at)
    const culprit = culpritOf(setting, t, at)
    const blamed = culprit ? blameAt(culprit.column, at) : []
    const fields = blamed.length > 0 ? blamed : [...(culprit?.measured?.fields ?? [])]
    return [
      {
        ...{ ...zone, from: period, to: period, period, reason, fields },
        text: reason === 'missing-value' ? REASON_WORDS[reason] : LEVEL_WORDS[reason],
        indicator: culprit?.measured?.id ?? null,
        missing: culprit ? reasonAt(culprit.column, at) : null,
      },
    ]
  })
}

function warningsOf(result: Result, period: string): Productivity['warnings'] {
  if (!('warnings' in result)) return []
  return result.warnings.map((code) => ({ code, period, text: WARNING_WORDS[code] }))
}

function elasticitiesOf(
  { inputs }: Setting,
  result: Result,
  period: string,
): ProductivityCard['elasticities'] {
  if (!('elasticities' in result)) return []
  return [...result.elasticities].map((value, i) => {
    return { period, indicator: inputs[i]?.id ?? '', value }
  })
}

/** Levels, exclusions, warnings and elasticities of every period. */
export function levelsOf(setting: Setting, results: readonly Result[]) {
  const periodOf = (t: number) => setting.periods[t] ?? ''
  return {
    levels: results.flatMap((result, t) => rowsOf(setting, result, periodOf(t))),
    excluded: results.flatMap((result, t) => excludedOf(setting, result, t)),
    warnings: results.flatMap((result, t) => warningsOf(result, periodOf(t))),
    elasticities: results.flatMap((result, t) => elasticitiesOf(setting, result, periodOf(t))),
  }
}
