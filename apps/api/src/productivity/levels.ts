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

/** Every column that a level needs, quantities first. */
function columnsAt({ inputs, outputs, data }: Setting, t: number): Culprit[] {
  const { inputs: x = [], outputs: y = [], revenues, costs } = data[t] ?? {}
  const measured = [...inputs, ...outputs]
  const quantities = [...x, ...y].map((column, i) => ({ measured: measured[i], column }))
  const worth = [...(revenues ?? []), ...(costs ?? [])]
  return [...quantities, ...worth.map((column) => ({ measured: undefined, column }))]
}

function culpritOf(columns: readonly Culprit[], at: number): Culprit | undefined {
  const missing = columns.find(({ column }) => reasonAt(column, at) !== null)
  return missing ?? columns.find(({ measured, column }) => measured && !isPositive(column, at))
}

const isPositive = ({ values }: Column, at: number) => (values[at] ?? 0) > 0

function blamedFor({ column, measured }: Culprit, at: number) {
  const blamed = blameAt(column, at)
  return {
    indicator: measured?.id ?? null,
    missing: reasonAt(column, at),
    fields: blamed.length > 0 ? blamed : [...(measured?.fields ?? [])],
  }
}

const NOBODY = { indicator: null, missing: null, fields: [] }

function excludedOf(setting: Setting, result: Result, t: number): ProductivityExcluded[] {
  const period = setting.periods[t] ?? ''
  const columns = columnsAt(setting, t)
  return [...setting.zones.keys()].flatMap((at) => {
    const reason = levelReasonAt(result, at)
    if (reason === null) return []
    const { type: _, ...zone } = zoneAt(setting, at)
    const culprit = culpritOf(columns, at)
    const text = reason === 'missing-value' ? REASON_WORDS[reason] : LEVEL_WORDS[reason]
    const where = { from: period, to: period, period }
    return [{ ...zone, ...where, reason, text, ...(culprit ? blamedFor(culprit, at) : NOBODY) }]
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
