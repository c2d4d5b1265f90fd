import { setImmediate } from 'node:timers/promises'
import type { Plan } from '@permu/intake'
import { periodKind } from '@permu/metrics'
import type { Db } from '../database/store.ts'
import type { Layer } from '../data/queries.ts'
import type { PeriodTable, SourcedColumn } from '../data/period-table.ts'
import type { Snapshot } from '../data/snapshots.ts'
import type { NewProblem } from './late-problems.ts'
import { blockNumbers, type UploadRow } from './queries.ts'

type Sums = Map<string, boolean>

/** Whether each field of a plan counts from January on; what states nothing does not. */
function sumsOf({ slots }: Plan): Sums {
  return new Map(slots.map(({ field, basis }) => [field.id, basis === 'cumulative']))
}

function changesFor(layers: readonly Layer[], own: Sums): { field: string; layers: Set<number> }[] {
  const all = layers.map(({ plan }) => sumsOf(plan))
  return [...own].flatMap(([field, isSum]) => {
    const other = [...all.keys()].filter((i) => all[i]?.get(field) === !isSum)
    return other.length === 0 ? [] : [{ field, layers: new Set(other) }]
  })
}

function holds({ layer, reasons }: SourcedColumn, layers: Set<number>): boolean {
  return layer.some((index, zone) => reasons[zone] === 0 && layers.has(index))
}

/**
 * Warnings that a file's figures count from January on and the stored ones of the same period do
 * not, or the other way round. The figures of a whole year are both.
 */
export async function basisProblems(
  db: Db,
  { upload, snapshot }: { upload: UploadRow; snapshot: Snapshot },
): Promise<NewProblem[]> {
  if (upload.plan === null) return []
  const { plan } = upload
  const changes = changesFor(snapshot.layers, sumsOf(plan))
  if (changes.length === 0) return []
  const own = new Set((await blockNumbers(db, upload.id)).map(({ period }) => period))
  const shared = [...own].filter((period) => {
    return periodKind(period) !== 'year' && snapshot.periods.includes(period)
  })
  const problems: NewProblem[] = []
  for (const period of shared) {
    const table = await snapshot.table(period)
    for (const { field, layers } of changes) {
      if (isHeld(table, field, layers)) problems.push(warning(upload, snapshot, { field, period }))
    }
    await setImmediate()
  }
  return problems
}

function isHeld(table: PeriodTable, field: string, layers: Set<number>): boolean {
  const column = table.columns.get(field)
  return column !== undefined && holds(column, layers)
}

function warning(
  { plan }: UploadRow,
  { fields }: Snapshot,
  { field, period }: { field: string; period: string },
): NewProblem {
  const column = plan?.columns.find((one) => one.field?.id === field)
  const params = { field: fields.get(field)?.name.zh ?? field, period }
  const place = { row: null, column: column?.index ?? null, header: column?.header ?? null }
  return { code: 'basis-change', ...place, text: null, params }
}
