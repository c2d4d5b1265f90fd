import { isWholeYear } from '../basis.ts'
import { isSet } from '../bytes.ts'
import { splitLabel } from '../label.ts'
import { splitDatedLabel } from '../period.ts'
import type { PlanColumn } from '../plan.ts'
import { problem, type Problem, type ProblemCode } from '../problem.ts'
import { periodOfLabel } from './items.ts'

/** What `inspect` says of bytes and shape, which holds whatever the rows are about. */
const KEPT = new Set<ProblemCode>([
  'empty-file',
  'not-a-table',
  'encoding-mixed',
  'encoding-unsupported',
  'encoding-preferred',
  'truncated-file',
  'nul-byte',
  'single-column',
  'too-many-columns',
  'no-header',
  'no-rows',
  'duplicate-label',
])
/** What it says of the columns' units, which holds for the columns that a ledger reads. */
const OF_UNITS = new Set<ProblemCode>([
  'unit-missing',
  'unit-unknown',
  'unit-conflict',
  'unit-not-applied',
])
/** What it says of the file's year, which holds where a dated figure has none of its own. */
const OF_PERIOD = new Set<ProblemCode>(['period-from-name', 'period-from-title'])

/** Which of `inspect`'s problems hold for the columns that a ledger reads. */
export function isOfLedger(columns: readonly PlanColumn[]): (found: Problem) => boolean {
  const read = columns.filter(({ item }) => item !== undefined)
  const names = read.map(({ header }) => header)
  const byFile = read.some(({ period, header }) => isSet(period) && periodOfLabel(header) === null)
  return ({ code, header }) =>
    KEPT.has(code) ||
    (OF_UNITS.has(code) && names.includes(header ?? '')) ||
    (OF_PERIOD.has(code) && byFile)
}

/** Columns whose figures count from January to a month within the year, as their headers say. */
export function countedFromJanuary(columns: readonly PlanColumn[]): Problem[] {
  return columns.flatMap(({ item, index, header, period }) => {
    const isSum = splitDatedLabel(splitLabel(header).name)?.cumulative === true
    if (item === undefined || !isSet(period) || !isSum || isWholeYear(period)) return []
    const params = { period, cumulative: 1 }
    return [problem('period-cumulative', { column: index, header, text: header, params })]
  })
}
