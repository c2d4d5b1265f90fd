import type { ProblemCode } from '@permu/intake'
import { WORKSPACE, type Db } from '../database/store.ts'
import { insertProblems, nextProblem } from './queries.ts'

/** A warning that only the data can give, found after the file was read. */
export interface NewProblem {
  code: ProblemCode
  row: number | null
  column: number | null
  header: string | null
  text: string | null
  params: Record<string, string | number>
}

/** Adds warnings after those that reading the file gave. */
export async function addWarnings(db: Db, upload: string, found: readonly NewProblem[]) {
  const first = await nextProblem(db, upload)
  const common = { workspace: WORKSPACE, upload, severity: 'warning' as const, byte: null }
  await insertProblems(
    db,
    found.map((problem, i) => ({ ...common, ...problem, seq: first + i })),
  )
}
