import type { InspectOptions, LedgerRow, Plan, Problem, Summary, ZoneSeen } from '@permu/intake'
import type { KnownMapping } from '../mappings/document.ts'
import type { Coming } from './arrival.ts'

/** What the reading thread is told, and what it tells back. */

export interface ReadingTask {
  path: string
  options: Omit<InspectOptions, 'matchField'> & { sheet?: string; kind?: 'data' | 'ledger' }
  /** Mapping documents, one of which may be that of the file's headers. */
  mappings: KnownMapping[]
  /** Labels and headers of fields that earlier files made → field id. */
  knownFields: [label: string, id: string][]
  /** One Int32: blocks that were sent and not yet stored; holds the reader back. */
  inFlight: SharedArrayBuffer
  /** Set where the file is still being received. */
  arrival: Coming | null
}

/** One block of one period, its arrays handed over rather than copied. */
export interface PackedRows {
  period: string
  count: number
  slots: Int32Array<ArrayBuffer>
  /** How many cells have a value. */
  present: number
  zones: Int32Array<ArrayBuffer>
  rows: Int32Array<ArrayBuffer>
  values: Float64Array<ArrayBuffer>
  reasons: Uint8Array<ArrayBuffer>
}

export type ReadingMessage =
  | { kind: 'plan'; plan: Plan }
  | { kind: 'block'; block: PackedRows }
  | { kind: 'projects'; projects: LedgerRow[] }
  | { kind: 'problems'; problems: Problem[]; dropped: number }
  /** Zones that the file names for the first time, in order, the first of them as number `from`. */
  | { kind: 'zones'; from: number; zones: ZoneSeen[] }
  | { kind: 'progress'; bytes: number; rows: number }
  | { kind: 'end'; plan: Plan; summary: Summary; periods: string[] }
  | { kind: 'unreadable'; plan: Plan }
  /** The head of the file promised what the rest did not keep: it has to be read again. */
  | { kind: 'misjudged' }

export const MAX_IN_FLIGHT = 8
