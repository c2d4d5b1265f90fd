import { isSet } from './bytes.ts'
import type { ColumnsFinding } from './columns.ts'
import { splitLabel } from './label.ts'
import { parsePeriod, periodInText, splitDatedLabel } from './period.ts'
import type { InspectOptions, PlanColumn } from './plan.ts'
import type { PreambleFacts } from './preamble.ts'
import { problem, type Problem } from './problem.ts'
import type { ColumnStats } from './stats.ts'

export interface PlaceRequest {
  found: ColumnsFinding
  facts: PreambleFacts
  options: InspectOptions
  problems: Problem[]
}

function has(columns: PlanColumn[], role: PlanColumn['role']): boolean {
  return columns.some((column) => column.role === role)
}

/** The file's name without its ending and without anything that only dates it. */
function stem(name: string | undefined): string | null {
  const bare = (name ?? '')
    .replace(/^.*[/\\]/u, '')
    .replace(/(\.[a-z0-9]{1,5})+$/iu, '')
    .trim()
  return bare === '' ? null : bare
}

/** The zone of the whole file, where no column names zones. */
export function fileZone({ found, facts, options, problems }: PlaceRequest): string | null {
  if (has(found.columns, 'zone') || found.columns.some(({ zone }) => isSet(zone))) return null
  const stated = options.zone ?? facts.zone
  if (isSet(stated)) return stated
  const name = stem(options.name)
  if (name !== null && (found.across || has(found.columns, 'period'))) {
    problems.push(problem('zone-from-name', { text: name }))
    return name
  }
  problems.push(problem('no-zone-column'))
  return null
}

/** Rows name quarters or months, and only the file as a whole names their year. */
function lackYears({ columns, stats }: ColumnsFinding): boolean {
  const own = columns.filter(({ role }) => role === 'period')
  return own.every(({ index, part }) => {
    const { periods = 0, parts = 0 } = stats[index - 1] ?? {}
    return part !== 'year' && periods === 0 && parts > 0
  })
}

/** The period of the whole file, where no column gives one. */
export function filePeriod({ found, facts, options, problems }: PlaceRequest): string | null {
  const values = found.columns.filter(({ role }) => role === 'value')
  const dated = values.length > 0 && values.every(({ period }) => isSet(period))
  if (dated && !found.completed) return null
  if (has(found.columns, 'period') && !lackYears(found)) return null
  const period = ownPeriod(facts, options, problems)
  return dated ? null : period
}

/** The year of the whole file; null where nothing names one. */
export function fileYear(facts: PreambleFacts, options: InspectOptions): string | null {
  const period = ownPeriod(facts, options, [])
  return /^\d{4}/u.exec(period ?? '')?.[0] ?? null
}

function ownPeriod(
  facts: PreambleFacts,
  options: InspectOptions,
  problems: Problem[],
): string | null {
  if (options.period !== undefined) return parsePeriod(options.period)?.id ?? options.period
  if (facts.period !== null) {
    problems.push(
      problem('period-from-title', { text: facts.title, params: { period: facts.period } }),
    )
    return facts.period
  }
  return periodOfName(stem(options.name), problems)
}

function periodOfName(name: string | null, problems: Problem[]): string | null {
  const named = name === null ? null : periodInText(name)
  if (named === null) problems.push(problem('period-missing'))
  else problems.push(problem('period-from-name', { text: name, params: { period: named } }))
  return named
}

/** The label of the quantity in a file whose headers are periods. */
export function fileField({ found, facts, options, problems }: PlaceRequest): string | null {
  const open = found.columns.some((c) => c.role === 'value' && c.field === undefined)
  if (found.tidy || !open) return null
  if (facts.field !== null) return undated(facts.field)
  const title = facts.title === null ? null : quantityIn(facts.title)
  if (title !== null) return undated(title)
  const name = stem(options.name)
  if (name !== null) problems.push(problem('field-from-name', { text: name }))
  else problems.push(problem('field-missing'))
  return name === null ? null : undated(name)
}

/** 2023年税收 is no other quantity than 税收; the columns say the period. */
function undated(label: string): string {
  return splitDatedLabel(label)?.label ?? label
}

// A title such as 各园区税收收入(万元) names the quantity only when it carries a unit itself.
function quantityIn(title: string): string | null {
  return splitLabel(title).unit === null ? null : title
}

/** Marks the newest periods without a single value, and tells of every empty one. */
export function markEmptyPeriods(columns: PlanColumn[], stats: ColumnStats[]): Problem[] {
  const dated = columns.filter((c) => c.role === 'value' && isSet(c.period))
  const periods = [...new Set(dated.map(({ period }) => period ?? ''))].sort().reverse()
  const isEmpty = (period: string) =>
    dated.every((c) => c.period !== period || (stats[c.index - 1]?.filled ?? 0) === 0)
  if (periods.length < 2 || periods.every(isEmpty)) return []
  const problems: Problem[] = []
  let newest = true
  for (const period of periods) {
    const empty = isEmpty(period)
    newest &&= empty
    if (!empty) continue
    for (const column of dated.filter((c) => c.period === period)) {
      if (newest) column.unpublished = true
      const { index, header } = column
      const params = { period, newest: newest ? 1 : 0 }
      problems.push(problem('period-empty', { column: index, header, params }))
    }
  }
  return problems
}
