import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createRecordFinder, type Plan, type PlanColumn } from '@permu/intake'
import type { Layer } from '../data/queries.ts'
import { correctionsOf } from '../uploads/corrections.ts'

export interface CellSource {
  column: number | null
  header: string | null
  text: string | null
  /** What a person wrote in place of `text`; null where nobody did. */
  corrected: string | null
}

/** Which column of a file gave a field for a period; null where the row itself names the field. */
export function columnFor(plan: Plan, field: string, period: string): PlanColumn | null {
  const values = plan.columns.filter((c) => c.role === 'value')
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

/** The cell of the original file that a number came from. */
export async function cellOf(
  folder: string,
  layer: Layer,
  at: { field: string; period: string; row: number },
): Promise<CellSource> {
  const column = columnFor(layer.plan, at.field, at.period)
  const cells = await readRow(join(folder, layer.sha256), layer.plan, at.row)
  const index = column?.index ?? null
  const own = index === null ? null : (cells?.[index - 1] ?? null)
  const correct = correctionsOf(layer.plan)
  return {
    column: index,
    header: column?.header ?? null,
    text: index === null ? (cells?.join(' | ') ?? null) : own,
    corrected: index === null ? null : correct(at.row, index, own ?? ''),
  }
}
