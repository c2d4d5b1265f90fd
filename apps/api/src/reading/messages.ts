import type { InspectOptions, Plan, Problem, Summary, ZoneSeen } from '@permu/intake'
import type { KnownMapping } from '../mappings/document.ts'

/** What the reading thread is told, and what it tells back. */

export interface ReadingTask {
  path: string
  options: Omit<InspectOptions, 'matchField'>
  /** Mapping documents, one of which may be that of the file's headers. */
  mappings: KnownMapping[]
  /** Labels and headers of fields that earlier files made → field id. */
  knownFields: [label: string, id: string][]
  /** One Int32: blocks that were sent and not yet stored; holds the reader back. */
  inFlight: SharedArrayBuffer
}

/** One block of one period, its arrays handed over rather than copied. */
export interface PackedRows {
  period: string
  count: number
  slots: Int32Array<ArrayBuffer>
  zones: Int32Array<ArrayBuffer>
  rows: Int32Array<ArrayBuffer>
  values: Float64Array<ArrayBuffer>
  reasons: Uint8Array<ArrayBuffer>
}

export type ReadingMessage =
  | { kind: 'plan'; plan: Plan }
  | { kind: 'block'; block: PackedRows }
  | { kind: 'problems'; problems: Problem[]; dropped: number }
  | { kind: 'progress'; bytes: number; rows: number }
  | { kind: 'end'; plan: Plan; summary: Summary; zones: ZoneSeen[]; periods: string[] }
  | { kind: 'unreadable'; plan: Plan }

export const MAX_IN_FLIGHT = 16
