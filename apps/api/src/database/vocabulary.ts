/** The closed words that stand in the database. */
export type UploadStatus = 'pending' | 'reading' | 'ready' | 'committed' | 'failed' | 'withdrawn'
export type UploadMode = 'commit' | 'preview'
export type SampleKind = 'real' | 'synthetic'

export interface Counts {
  added: number
  changed: number
  same: number
  zonesAdded: number
  errors: number
  warnings: number
  infos: number
}

export const NO_COUNTS: Counts = {
  added: 0,
  changed: 0,
  same: 0,
  zonesAdded: 0,
  errors: 0,
  warnings: 0,
  infos: 0,
}
