import type { FileRow, Plan } from '@permu/intake'
import type { RowPage } from '../contract.ts'
import type { Deps } from '../env.ts'
import { done, failed, type Outcome } from '../problem.ts'
import { correctionsOf } from './corrections.ts'
import { eachRow, pathOf } from './file-rows.ts'
import { toFileProblem } from './present.ts'
import { problemsOfRows, rowsWithProblems, type UploadRow } from './queries.ts'
import { filesFolder } from './service.ts'

export interface RowsQuery {
  from?: number | undefined
  limit?: number | undefined
  only?: 'problems' | undefined
  cursor?: string | undefined
}

type Shown = { row: number; cells: string[] }

const textsOf = (row: FileRow, corrected: ReturnType<typeof correctionsOf>): string[] =>
  Array.from({ length: row.count }, (_, k) => {
    const text = row.text(k)
    return corrected(row.row, k + 1, text) ?? text
  })

/** Some rows of the file as written, corrections applied: those in a set, or all from one on. */
async function readRows(
  path: string,
  plan: Plan,
  wanted: { from: number; limit: number; rows: Set<number> | null },
): Promise<Shown[]> {
  const corrected = correctionsOf(plan)
  const last = wanted.rows === null ? Infinity : Math.max(0, ...wanted.rows)
  const found: Shown[] = []
  await eachRow(path, plan, (row) => {
    if (row.row > last) return false
    if (row.row < wanted.from || wanted.rows?.has(row.row) === false) return true
    found.push({ row: row.row, cells: textsOf(row, corrected) })
    return found.length < wanted.limit
  })
  return found
}

function firstRow({ headerRow, headerRows }: Plan): number {
  return headerRow === 0 ? 1 : headerRow + headerRows
}

/** The rows of a page and the first one of the next. */
async function findRows(deps: Deps, upload: UploadRow & { plan: Plan }, query: RowsQuery) {
  const { limit = 100, cursor } = query
  const from = Number(cursor ?? query.from ?? firstRow(upload.plan))
  const page = { from, limit: limit + 1 }
  const bad =
    query.only === undefined ? null : await rowsWithProblems(deps.store.read, upload.id, page)
  const path = await pathOf(filesFolder(deps), upload)
  const found = await readRows(path, upload.plan, { ...page, rows: bad && new Set(bad) })
  return { shown: found.slice(0, limit), next: found[limit] ?? null }
}

/** One page of a file's rows with their problems. */
export async function rowPage(
  deps: Deps,
  upload: UploadRow,
  query: RowsQuery,
): Promise<Outcome<RowPage>> {
  const { plan } = upload
  if (!plan?.readable) return failed('conflict', 'The file has not been read as a table.')
  if (!/^\d{1,15}$/u.test(query.cursor ?? '0')) {
    return failed('invalid', 'The cursor is not one of ours.')
  }
  const { shown, next } = await findRows(deps, { ...upload, plan }, query)
  const span = { from: shown[0]?.row ?? 1, to: shown.at(-1)?.row ?? 0 }
  const found = await problemsOfRows(deps.store.read, upload.id, span)
  const problems = Map.groupBy(found, (problem) => problem.row)
  return done({
    items: shown.map(({ row, cells }) => {
      return { row, cells, problems: (problems.get(row) ?? []).map(toFileProblem) }
    }),
    next: next && String(next.row),
  })
}
