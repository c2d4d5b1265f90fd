import { blameAt, leavesOf, type Composite, type CompositeExclusion } from '@permu/metrics'
import { inSlices } from '../computing/slices.ts'
import { LIBRARY } from '../computing/library.ts'
import type { ChangedCell, Draws, LeftOutZone, Method, Ranking } from '../contract.ts'
import { betterJson, columnOf } from '../data/quantities.ts'
import { gapsApplied, normalising } from './applied.ts'
import type { RankingAnswer } from './compute.ts'
import { rankingId } from './identity.ts'
import { aggregateText } from './rule-text.ts'
import type { Setting } from './setting.ts'
import { stepsOf } from './words.ts'

/** Results, which count zones and criteria, as answers, which name them. */

export const zoneAt = ({ snapshot, zones }: Setting, at: number) => snapshot.zones[zones[at] ?? -1]

export const zoneIdAt = (setting: Setting, at: number) => zoneAt(setting, at)?.id ?? ''

export const indicatorAt = ({ measured }: Setting, criterion: number) =>
  measured[criterion]?.id ?? ''

function excludedZone(setting: Setting, left: CompositeExclusion): LeftOutZone {
  const zone = zoneAt(setting, left.zone)
  const measured = left.criterion === null ? undefined : setting.measured[left.criterion]
  const own = { zone: zone?.id ?? '', name: zone?.name ?? '' }
  if (!measured) return { ...own, reason: left.why, indicator: '', fields: [] }
  const blamed = blameAt(columnOf(measured, setting.table), setting.zones[left.zone] ?? -1)
  const fields = blamed.length > 0 ? blamed : [...measured.fields]
  return { ...own, reason: left.reason ?? left.why, indicator: measured.id, fields }
}

/** Zones without a rank; among groups also those that are in none. */
export function excludedZones(setting: Setting, { excluded, order }: Composite): LeftOutZone[] {
  const left = excluded.map((one) => excludedZone(setting, one))
  if (setting.query.within !== '1') return left
  const alone = [...order].filter((at) => (setting.input.groups?.[at] ?? null) === null)
  const noGroup = alone.map((at) => {
    const { id = '', name = '' } = zoneAt(setting, at) ?? {}
    return { zone: id, name, reason: 'no-group', indicator: '', fields: [] }
  })
  return [...left, ...noGroup]
}

interface Cell {
  readonly zone: number
  readonly criterion: number
  readonly before: number | null
  readonly after: number
  readonly why: ChangedCell['why']
}

function changedCell(setting: Setting, { zone, criterion, ...rest }: Cell): ChangedCell {
  const { id = '', name = '' } = zoneAt(setting, zone) ?? {}
  return { zone: id, name, indicator: indicatorAt(setting, criterion), ...rest }
}

function criteriaOf(setting: Setting, result: Composite): Method['criteria'] {
  const { effective } = result.weights
  return leavesOf(setting.chosen.method.of).map(({ indicator, weight, better }, i) => ({
    indicator,
    name: setting.measured[i]?.name ?? { zh: indicator, en: indicator },
    unit: setting.columns[i]?.unit?.id ?? null,
    weight,
    share: effective[i] ?? 0,
    better: betterJson(better),
    flat: result.flat.includes(i),
  }))
}

/** Everything that was chosen, in words and as data. */
export function methodOf(setting: Setting, result: Composite, draws: Draws | null): Method {
  const { group, query, chosen } = setting
  const { preset, consistency } = chosen
  const { card, weights } = result
  const how = { group, within: query.within === '1', draws }
  return {
    id: rankingId(chosen.method, how),
    criteria: criteriaOf(setting, result),
    normalise: normalising(card).choice,
    aggregate: aggregateText(card.aggregate),
    missing: gapsApplied(card).choice,
    ties: card.ties,
    card: {
      spec: { ...card },
      preset: preset?.id ?? null,
      name: preset?.name ?? null,
      rule: preset?.rule ?? 'project',
      source: structuredClone(preset?.source ?? []) as Method['card']['source'],
      weigh: card.weigh,
      steps: stepsOf(card, { ...how, consistency }),
      sums: weights.sums.map((sum) => ({ ...sum })),
      doubtful: weights.doubtful.map((i) => indicatorAt(setting, i)),
      ...how,
      ...(consistency && { consistency }),
      library: LIBRARY,
      excluded: excludedZones(setting, result),
    },
  }
}

type Row = Ranking['rows'][number]

function partsOf(setting: Setting, result: Composite, at: number): Row['parts'] {
  const parts: Row['parts'] = {}
  setting.measured.forEach(({ id }, i) => {
    const part = result.parts?.[i]?.[at] ?? Number.NaN
    const before = parts[id] ?? null
    parts[id] = Number.isNaN(part) ? before : part + (before ?? 0)
  })
  return parts
}

function branchesOf({ branches }: Composite, at: number): Pick<Row, 'branches'> {
  if (branches.length === 0) return {}
  const scores = branches.map(({ id, scores }): [string, number | null] => {
    const score = scores[at] ?? Number.NaN
    return [id, Number.isNaN(score) ? null : score]
  })
  return { branches: Object.fromEntries(scores) }
}

/** A share of draws without the last digits that adding them up leaves. */
export const shareOf = (share: number, draws: number) => Math.round(share * draws) / draws

function sureness({ intervals, topChance, draws }: RankingAnswer, at: number): Partial<Row> {
  if (!intervals) return {}
  const found = intervals[at] ?? null
  return {
    interval: found && [found.low, found.high],
    median: found?.median ?? null,
    topChance: found ? shareOf(topChance?.[at] ?? 0, draws) : null,
  }
}

const grading = ({ grades }: RankingAnswer, at: number): Partial<Row> =>
  grades ? { grade: grades.grades[at] ?? null, gradeNote: grades.notes[at] ?? null } : {}

function rowOf(setting: Setting, answer: RankingAnswer, at: number): Row {
  const { result } = answer
  const { id = '', name = '', type = null } = zoneAt(setting, at) ?? {}
  return {
    ...{ zone: id, name, type },
    rank: result.ranks[at] ?? 0,
    score: result.scores[at] ?? 0,
    parts: partsOf(setting, result, at),
    ...branchesOf(result, at),
    ...grading(answer, at),
    ...sureness(answer, at),
  }
}

function groupRanks({ peers }: RankingAnswer): Map<number, number> {
  const pairs = (peers ?? []).flatMap(({ zones, ranks }) =>
    zones.map((zone, k): [number, number] => [zone, ranks[k] ?? 0]),
  )
  return new Map(pairs)
}

/** Rows best first; within groups, group after group, without the zones that are in none. */
export async function rowsOf(setting: Setting, answer: RankingAnswer): Promise<Row[]> {
  const { input, query } = setting
  const order = [...answer.result.order]
  if (!input.groups) return inSlices(order, (at) => rowOf(setting, answer, at))
  const ranks = groupRanks(answer)
  const rows = await inSlices(order, (at) => {
    const group = input.groups?.[at] ?? null
    return { ...rowOf(setting, answer, at), group, groupRank: ranks.get(at) ?? null }
  })
  if (query.within !== '1') return rows
  const placed = rows.flatMap((row) => {
    const { groupRank, rank } = row
    return groupRank === null ? [] : [{ ...row, overallRank: rank, rank: groupRank }]
  })
  return [...Map.groupBy(placed, ({ group }) => group).values()].flat()
}

/** The cells that were moved or filled. */
export const changedCells = (setting: Setting, { treated, imputed }: Composite) => ({
  treated: treated.map((cell) => changedCell(setting, cell)),
  imputed: imputed.map((cell) => changedCell(setting, cell)),
})
