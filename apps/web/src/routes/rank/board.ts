import {
  composite,
  leavesOf,
  type Better,
  type Composite,
  type CompositeFault,
  type CompositeMethod,
  type MethodLeaf,
  type MissingReason,
} from '@permu/metrics'
import type { Names, Values } from '@permu/api/client'
import { betterOf, zoneAt } from '#lib/columns.ts'
import { marksOf, type Mark } from './marks.ts'
import { questionOf, type MethodState, type Question } from './method.ts'
import { groupRanks, type PeerRank } from './peers.ts'
import type { Choice } from './state.ts'
import { sharesOf } from './weights.ts'

export interface BoardCriterion {
  readonly id: string
  readonly name: Names
  readonly unit: string | null
  readonly own: Better
  readonly better: Better
  readonly weight: number
  /** In percent, as the method uses it; all sum to 100. */
  readonly share: number
  readonly flat: boolean
  /** A weight from the data that cannot be justified: it tells nobody apart, or is negative. */
  readonly doubtful: boolean
}

export interface BoardRow {
  readonly zone: string
  readonly name: string
  readonly type: string | null
  readonly rank: number
  readonly tied: boolean
  readonly score: number
  /** What each criterion adds to the score; null where the score is not a sum. */
  readonly parts: readonly (number | null)[] | null
  readonly values: readonly (number | null)[]
  readonly reasons: readonly (string | null)[]
  /** Cells that were filled or moved before ranking. */
  readonly marks: readonly (Mark | null)[]
  readonly grade: string | null
  readonly gradeNote: string | null
  readonly peers: PeerRank | null
}

export interface Gap {
  readonly criterion: number
  readonly reason: MissingReason
  readonly fields: readonly string[]
}

export interface ExcludedZone {
  readonly zone: string
  readonly name: string
  readonly gaps: readonly Gap[]
  /** Why without a gap of its own: too small a share of its data, or the aggregation has no value there. */
  readonly why: 'missing' | 'availability' | 'undefined'
}

/** Why the method cannot be applied, and to which criterion, if to one. */
export interface BoardFault {
  readonly code: CompositeFault['error']
  readonly criterion: BoardCriterion | null
}

/** All that the page shows of one ranking. */
export interface Board {
  readonly fault: BoardFault | null
  readonly criteria: readonly BoardCriterion[]
  readonly rows: readonly BoardRow[]
  readonly excluded: readonly ExcludedZone[]
  readonly method: CompositeMethod
  readonly zones: number
  /** What was changed before ranking: filled cells and moved ones. */
  readonly changed: { readonly imputed: number; readonly treated: number }
}

/** Ranks the zones of one period under a state, by the code that the API ranks with. */
export function buildBoard(values: Values, choices: readonly Choice[], state: MethodState): Board {
  const question = questionOf(values, choices, state)
  const { method, table } = question
  const leaves = leavesOf(method.of)
  const result = composite(question.input, method)
  const board = { method, zones: table.size }
  if ('error' in result) {
    const criteria = describe(values, leaves, null)
    const at = 'criterion' in result ? (result.criterion ?? -1) : -1
    const fault = { code: result.error, criterion: criteria[at] ?? null }
    const nothing = { rows: [], excluded: [], changed: { imputed: 0, treated: 0 } }
    return { ...board, ...nothing, fault, criteria }
  }
  return {
    ...board,
    fault: null,
    criteria: describe(values, leaves, result),
    rows: rowsOf(question, leaves, result),
    excluded: excludedOf(question, leaves, result),
    changed: { imputed: result.imputed.length, treated: result.treated.length },
  }
}

export function directionOf(better: Better): 'more' | 'less' | 'target' {
  return typeof better === 'string' ? better : 'target'
}

function describe(
  values: Values,
  leaves: readonly MethodLeaf[],
  result: Composite | null,
): BoardCriterion[] {
  const shares = result ? [...result.weights.effective].map((w) => 100 * w) : sharesOf(leaves)
  return leaves.flatMap(({ indicator: id, weight, better }, k) => {
    const quantity = values.indicators.find((one) => one.id === id)
    if (!quantity) return []
    const { name, unit } = quantity
    const flags = {
      flat: result?.flat.includes(k) ?? false,
      doubtful: result?.weights.doubtful.includes(k) ?? false,
    }
    const own = betterOf(quantity.better)
    return [{ id, name, unit, own, better, weight, share: shares[k] ?? 0, ...flags }]
  })
}

function rowsOf(
  { table, input }: Question,
  leaves: readonly MethodLeaf[],
  result: Composite,
): BoardRow[] {
  const held = new Map<number, number>()
  for (const rank of result.ranks) held.set(rank, (held.get(rank) ?? 0) + 1)
  const columns = leaves.map(({ indicator }) => input.column(indicator))
  const marks = marksOf(result)
  const peers = groupRanks(result.scores, input.groups)
  return Array.from(result.order, (i) => {
    const rank = result.ranks[i] ?? 0
    return {
      ...zoneAt(table, i),
      rank,
      tied: (held.get(rank) ?? 0) > 1,
      score: result.scores[i] ?? NaN,
      parts: result.parts?.map((part) => finite(part[i])) ?? null,
      values: columns.map((column) => finite(column?.values[i])),
      reasons: leaves.map(({ indicator }) => table.gap(i, indicator)?.reason ?? null),
      marks: leaves.map((_, k) => marks.get(`${String(i)} ${String(k)}`) ?? null),
      ...gradeOf(result, i),
      peers: peers.get(i) ?? null,
    }
  })
}

function gradeOf({ grades }: Composite, i: number) {
  return { grade: grades?.grades[i] ?? null, gradeNote: grades?.notes[i] ?? null }
}

function excludedOf(
  { table }: Question,
  leaves: readonly MethodLeaf[],
  { excluded }: Composite,
): ExcludedZone[] {
  const found = new Map<number, { gaps: Gap[]; why: ExcludedZone['why'] }>()
  for (const { zone, criterion, reason, why } of excluded) {
    const entry = found.get(zone) ?? { gaps: [], why }
    found.set(zone, entry)
    if (criterion === null || reason === null) continue
    const fields = table.gap(zone, leaves[criterion]?.indicator ?? '')?.fields ?? []
    entry.gaps.push({ criterion, reason, fields })
  }
  return [...found].map(([i, { gaps, why }]) => {
    const { zone, name } = zoneAt(table, i)
    return { zone, name, gaps, why }
  })
}

function finite(number: number | undefined): number | null {
  return number !== undefined && Number.isFinite(number) ? number : null
}
