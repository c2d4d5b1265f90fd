import type { ColumnChoice, FileProblem, Reading, Upload, UploadColumn } from '@permu/api/client'
import { STATE_VERSION } from '#lib/state-version.ts'

/** A change to one column; a field of null goes back to what the header says. */
export interface ColumnChange {
  readonly role?: UploadColumn['role']
  readonly field?: string | null
  readonly unit?: string | null
}

/** What to say of a file next, made from what is said of it by then. */
export type Change = (upload: Pick<Upload, 'columns' | 'reading'>) => Reading

/** What a person has said about the columns so far, as the upload remembers it. */
export function choicesOf(columns: readonly UploadColumn[]): ColumnChoice[] {
  return columns.filter(isByPerson).map(choiceOf)
}

/** The reading after one column is changed: all earlier choices, and this one. */
export function changeColumn(
  columns: readonly UploadColumn[],
  index: number,
  change: ColumnChange,
): Reading {
  const column = columns.find((one) => one.index === index)
  if (!column) return {}
  const others = choicesOf(columns).filter(
    (choice) => choice.index !== index && !(change.role === 'zone' && choice.role === 'zone'),
  )
  const made = applied(choiceOf(column), change)
  return { columns: [...others, made].toSorted((a, b) => a.index - b.index) }
}

/** The reading after the file is cut differently: what was said of the columns no longer holds. */
export function changeFile(
  change: Pick<Reading, 'encoding' | 'delimiter' | 'headerRow' | 'sheet'>,
): Reading {
  return { ...change, columns: [] }
}

/** The worst problem of each cell, by `row:column`. */
export function problemsByCell(items: readonly FileProblem[]): ReadonlyMap<string, FileProblem> {
  const cells = new Map<string, FileProblem>()
  for (const item of items) {
    if (item.row === null || item.column === null) continue
    const key = cellKey(item.row, item.column)
    const before = cells.get(key)
    if (!before || weight(item) > weight(before)) cells.set(key, item)
  }
  return cells
}

export function cellKey(row: number, column: number): string {
  return `${String(row)}:${String(column)}`
}

/** Why a preview cannot be committed; null where it can. */
export function obstacle(
  upload: Pick<Upload, 'status' | 'counts' | 'policy' | 'problems'>,
): 'status' | 'empty' | 'errors' | null {
  if (upload.status !== 'ready') return 'status'
  if (upload.policy === 'stop' && upload.problems.errors > 0) return 'errors'
  return upload.counts.cells > 0 ? null : 'empty'
}

export function canReread({ status }: Pick<Upload, 'status'>): boolean {
  return status === 'ready' || status === 'failed'
}

/** The ranking of the file's own period, or of the newest one where a column gives the periods. */
export function rankHref({ file }: Pick<Upload, 'file'>): string {
  return file?.period
    ? `/rank?v=${String(STATE_VERSION)}&${new URLSearchParams({ y: file.period }).toString()}`
    : '/rank'
}

function isByPerson({ why, unitSource }: UploadColumn): boolean {
  return why === 'person' || unitSource === 'person'
}

function choiceOf({
  index,
  role,
  field,
  fieldName,
  isNew,
  unit,
  unitSource,
}: UploadColumn): ColumnChoice {
  const named = isNew === true ? fieldName : field
  return {
    index,
    role,
    ...(named !== undefined && { field: named }),
    ...(unitSource === 'person' && { unit: unit ?? null }),
  }
}

function applied(choice: ColumnChoice, change: ColumnChange): ColumnChoice {
  const { field, unit, ...rest } = choice
  const role = change.role ?? choice.role
  if (role !== 'value') return { ...rest, role }
  const chosen = change.field === undefined ? field : change.field
  const measured = change.unit === undefined ? unit : change.unit
  return {
    ...rest,
    role,
    ...(typeof chosen === 'string' && { field: chosen }),
    ...(measured !== undefined && { unit: measured }),
  }
}

function weight({ severity }: FileProblem): number {
  return { error: 2, warning: 1, info: 0 }[severity]
}
