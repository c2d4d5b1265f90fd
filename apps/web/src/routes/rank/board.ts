import {
  leavesOf,
  type Better,
  type Composite,
  type CompositeFault,
  type CompositeInput,
  type CompositeMethod,
  type MethodLeaf,
  type MissingReason,
} from '@permu/metrics'
import type { Names, Values } from '@permu/api/client'
import { betterOf, zoneAt } from '#lib/columns.ts'
import { figureFaultOf } from './figure-fault.ts'
import type { FigureFault } from './figures.ts'
import { marksOf, type Mark } from './marks.ts'
import { questionOf, type MethodState, type Question } from './method.ts'
import { gradesOf, groupRanks, withinGroups, type PeerRank } from './peers.ts'
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
  /** Within groups the rank in the group. */
  readonly rank: number
  readonly overall: number
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
  /** Without a gap: too small a share of its data, no value of the aggregation there, or no group. */
  readonly why: 'missing' | 'availability' | 'undefined' | 'no-group'
}

/** Why the method cannot be applied, and to which criterion, if to one. */
export interface BoardFault {
  readonly code: CompositeFault['error']
  readonly criterion: BoardCriterion | null
  /** What is wrong with a figure that was typed; null where none is. */
  readonly figure: FigureFault | null
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

/** What ranks by a method; `None` is null where it does not know every method. */
export type Ranker<None = never> = (
  input: CompositeInput,
  method: CompositeMethod,
) => Composite | CompositeFault | None

type Build<None = never> = (
  values: Values,
  choices: readonly Choice[],
  state: MethodState,
) => Board | None

/** How to rank the zones of one period under a state, by the code that the API ranks with. */
export function boardBy(rank: Ranker): Build
export function boardBy(rank: Ranker<null>): Build<null>
export function boardBy(rank: Ranker<null>): Build<null> {
  return (values, choices, state) => {
    const question = questionOf(values, choices, state)
    const faulty = faultyFigure(values, question, state)
    if (faulty) return faulty
    const result = rank(question.input, question.method)
    if (result === null) return null
    return 'error' in result
      ? faultyBoard(values, question, result)
      : rankedBoard(values, question, result)
  }
}

const bare = ({ method, table }: Question) => ({ method, zones: table.size })
const nothing = { rows: [], excluded: [], changed: { imputed: 0, treated: 0 } }

function faultyFigure(values: Values, question: Question, state: MethodState): Board | null {
  const leaves = leavesOf(question.method.of)
  const bad = figureFaultOf(
    state,
    leaves.map(({ indicator }) => indicator),
  )
  if (!bad) return null
  const criteria = describe(values, leaves, null)
  const criterion = criteria.find(({ id }) => id === bad.id) ?? null
  const code = bad.why === 'exponent' ? 'exponent-invalid' : 'base-invalid'
  return { ...bare(question), ...nothing, criteria, fault: { code, criterion, figure: bad.why } }
}

function faultyBoard(values: Values, question: Question, result: CompositeFault): Board {
  const criteria = describe(values, leavesOf(question.method.of), null)
  const at = 'criterion' in result ? (result.criterion ?? -1) : -1
  const fault = { code: result.error, criterion: criteria[at] ?? null, figure: null }
  return { ...bare(question), ...nothing, criteria, fault }
}

function rankedBoard(values: Values, question: Question, result: Composite): Board {
  const leaves = leavesOf(question.method.of)
  const { within } = question
  const rows = rowsOf(question, leaves, result)
  const apart = within ? rows.filter(({ peers }) => peers === null) : []
  return {
    ...bare(question),
    fault: null,
    criteria: describe(values, leaves, result),
    rows: within ? withinGroups(rows) : rows,
    excluded: [...excludedOf(question, leaves, result), ...apart.map(inNoGroup)],
    changed: { imputed: result.imputed.length, treated: result.treated.length },
  }
}

const inNoGroup = ({ zone, name }: BoardRow): ExcludedZone => {
  return { zone, name, gaps: [], why: 'no-group' }
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
  { table, input, within }: Question,
  leaves: readonly MethodLeaf[],
  result: Composite,
): BoardRow[] {
  const held = new Map<number, number>()
  for (const rank of result.ranks) held.set(rank, (held.get(rank) ?? 0) + 1)
  const columns = leaves.map(({ indicator }) => input.column(indicator))
  const marks = marksOf(result)
  const peers = groupRanks(result.scores, input.groups)
  const grades = gradesOf(result, within ? (input.groups ?? null) : null)
  return Array.from(result.order, (i) => {
    const rank = result.ranks[i] ?? 0
    return {
      ...zoneAt(table, i),
      rank,
      overall: rank,
      tied: (held.get(rank) ?? 0) > 1,
      score: result.scores[i] ?? NaN,
      parts: result.parts?.map((part) => finite(part[i])) ?? null,
      values: columns.map((column) => finite(column?.values[i])),
      reasons: leaves.map(({ indicator }) => table.gap(i, indicator)?.reason ?? null),
      marks: leaves.map((_, k) => marks.get(`${String(i)} ${String(k)}`) ?? null),
      ...gradeAt(grades, i),
      peers: peers.get(i) ?? null,
    }
  })
}

const gradeAt = (grades: Composite['grades'], i: number) => ({
  grade: grades?.grades[i] ?? null,
  gradeNote: grades?.notes[i] ?? null,
})

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
