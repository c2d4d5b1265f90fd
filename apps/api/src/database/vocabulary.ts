import type { Policy, Role } from '@permu/intake'

/** The closed words that stand in the database. */
export type UploadStatus = 'pending' | 'reading' | 'ready' | 'committed' | 'failed' | 'withdrawn'
export type UploadMode = 'commit' | 'preview'
export type SampleKind = 'real' | 'synthetic'

export type ChangeKind = 'commit' | 'withdraw' | 'restore' | 'zones' | 'backup'
export type ZoneEventKind = 'merge' | 'split' | 'border' | 'rename'

export type PersonRole = 'viewer' | 'uploader' | 'editor' | 'administrator'
export type KeyScope = 'data:read' | 'ingest:write'

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

/** A zone as an event names it. */
export interface NamedZone {
  id: string
  name: string
}

/** Which mapping a file was read with. */
export interface AppliedMapping {
  id: string
  version: number
  /** Applied because the headers were seen before, not because somebody asked. */
  remembered: boolean
}

export type NearReason = 'width' | 'suffix' | 'one-character' | 'contained' | 'former-name'

/** How the zones of a file were matched when it was last read or committed. */
export interface ZoneReport {
  matched: number
  added: { name: string; code: string | null; row: number }[]
  near: {
    name: string
    row: number
    suggestions: { zone: string; name: string; why: NearReason }[]
  }[]
  chosen: { name: string; zone: string | null; zoneName: string | null }[]
}

/** What a mapping document holds besides its key. */
export interface MappingContent {
  name: string
  headers: string[]
  columns: {
    header: string
    occurrence: number
    role: Role
    field?: string | undefined
    unit?: string | null | undefined
    period?: string | null | undefined
  }[]
  policy?: Policy | undefined
  replacements?:
    { header: string | null; occurrence: number; find: string; replace: string }[] | undefined
}
