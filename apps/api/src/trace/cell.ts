import { createReadStream } from 'node:fs'
import { createRecordFinder, type Plan, type PlanColumn } from '@permu/intake'
import type { Layer } from '../data/queries.ts'
import { readablePath } from '../reading/kept-file.ts'
import { nameKey } from '../zones/name.ts'
import { correctionsOf } from '../uploads/corrections.ts'

export interface CellSource {
  column: number | null
  header: string | null
  text: string | null
  /** What a person wrote in place of `text`; null where nobody did. */
  corrected: string | null
  /** The unit that the number is written in; null where the file states none. */
  unit: string | null
}

/** Whether a column may be about a zone of these names; one whose header is a zone is about it alone. */
function isOf({ zone }: PlanColumn, names: readonly string[]): boolean {
  return zone === undefined || names.some((name) => nameKey(name) === nameKey(zone))
}

/**
 * Which column of a file gave a field for a period, to a zone by one of its names where headers are
 * zones; null where the row itself names the field.
 */
export function columnFor(
  plan: Plan,
  { field, period, zones = [] }: { field: string; period: string; zones?: readonly string[] },
): PlanColumn | null {
  const values = plan.columns.filter((c) => c.role === 'value' && isOf(c, zones))
  const own = values.filter((c) => c.field === undefined || c.field.id === field)
  return (
    own.find((c) => c.period === period) ??
    own.find((c) => c.period === undefined || c.period === null) ??
    null
  )
}

/** The texts of one row of a kept file. */
export async function readRow(path: string, plan: Plan, row: number): Promise<string[] | null> {
  const finder = createRecordFinder(plan, row)
  const stream = createReadStream(path, { highWaterMark: 1 << 20 })
  for await (const chunk of stream) {
    const record = finder.push(chunk)
    if (record !== null) {
      stream.destroy()
      return record
    }
  }
  return finder.end()
}

/** A cell of a row, or the whole row where no column is known. */
function textOf(cells: readonly string[], index: number | null): string | null {
  return index === null ? cells.join(' | ') : (cells[index - 1] ?? null)
}

/** The unit of a field in one place: that of its column, or of what its row is called. */
function unitOf(
  plan: Plan,
  { field, column, cells }: { field: string; column: PlanColumn | null; cells: string[] },
): string | null {
  if (column?.field?.id === field) return column.unit
  const textOfRole = (role: PlanColumn['role']) => {
    const index = plan.columns.find((one) => one.role === role)?.index
    return (index === undefined ? undefined : cells[index - 1]?.trim()) ?? ''
  }
  const [label, unit] = [nameKey(textOfRole('field')), textOfRole('unit')]
  const named = plan.labels.find((one) => nameKey(one.label) === label && one.unit === unit)
  const slots = plan.slots.filter((one) => one.field.id === field)
  const slot = named && slots.find((one) => one === plan.slots[named.slot])
  return (slot ?? slots[0])?.unit ?? null
}

/** What a number is about, where it stands, and the names that a file may write for its zone. */
export interface CellPlace {
  readonly field: string
  readonly period: string
  readonly row: number
  readonly zones: readonly string[]
}

/** The cell of a row that is already read; null where the row is not there. */
export function cellIn(plan: Plan, at: CellPlace, cells: string[] | null): CellSource {
  const column = columnFor(plan, at)
  const unit = unitOf(plan, { field: at.field, column, cells: cells ?? [] })
  if (column === null) {
    return { column: null, header: null, text: cells && textOf(cells, null), corrected: null, unit }
  }
  const { index, header } = column
  const text = cells && textOf(cells, index)
  const corrected = correctionsOf(plan)(at.row, index, text ?? '')
  return { column: index, header, text, corrected, unit }
}

/** The cell of the original file that a number came from. */
export async function cellOf(folder: string, layer: Layer, at: CellPlace): Promise<CellSource> {
  const { plan } = layer
  return cellIn(plan, at, await readRow(await readablePath(folder, layer), plan, at.row))
}
