import type { Upload } from '@permu/api/client'

/** A file that the data are made of, as far as a brief tells of it. */
export interface SourceFile extends Pick<Upload, 'id' | 'name' | 'committedAt' | 'by' | 'sha256'> {
  readonly rows: number
}

type Told = Pick<Upload, 'id' | 'name' | 'kind' | 'status' | 'committedAt' | 'by' | 'sha256'> & {
  readonly counts: Pick<Upload['counts'], 'rows'>
}

/** The files that a ranking is made of: ledgers of projects give it no number. Only what is printed is kept. */
export const sourceFiles = (uploads: readonly Told[]): SourceFile[] =>
  uploads
    .filter(({ status, kind }) => status === 'committed' && kind !== 'ledger')
    .map(({ id, name, counts, committedAt, by, sha256 }) => {
      return { id, name, rows: counts.rows, committedAt, by, sha256 }
    })
