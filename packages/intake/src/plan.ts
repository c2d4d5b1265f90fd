import type { MissingReason } from '@permu/metrics'
import type { Problem } from './problem.ts'
import type { LedgerItemId } from './ledger/items.ts'
import type { SheetInfo } from './workbook/workbook.ts'

/** The encodings that are proved; GBK and GB2312 are read as GB18030, which contains them. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-32le'
  | 'utf-32be'
  | 'gb18030'
  | 'big5'
  | 'shift_jis'
  | 'euc-jp'
  | 'euc-kr'
  | 'windows-1252'
  | RefusedEncoding
/** Encodings that are known by name only: such files are refused. */
export type RefusedEncoding = 'euc-tw' | 'johab' | 'unknown-8bit'
/** How the lines end. */
export type Newline = 'lf' | 'crlf' | 'cr' | 'mixed'
/** How zones, periods and fields are laid over rows and columns. */
export type Layout = 'long' | 'periods-across' | 'fields-down'
/** What a column is. `field`, `unit` and `value` together make a tidy file. */
export type Role =
  'zone' | 'zone-code' | 'zone-attribute' | 'period' | 'field' | 'unit' | 'value' | 'ignored'
/** What a zone attribute says of the zone; a label that is none of these stands as it is. */
export type Attribute = string
/** Where a column's unit was found; `cells` means that every cell carries it. */
export type UnitSource = 'header' | 'preamble' | 'unit-row' | 'cells' | 'person' | null
/** Which part of a period a column holds, where two columns make one period. */
export type PeriodPart = 'year' | 'half' | 'quarter' | 'month'

/** Whether a figure is its period's own, or counts from January on and is never summed. */
export type Basis = 'own' | 'cumulative'
/** How a column of dates is read: Excel's day numbers or dates, as the periods that they end. */
export interface DateReading {
  serial: boolean
  /** The period whose last day every date of the sample is; `month` where they end nothing longer. */
  ends: 'year' | 'quarter' | 'month'
}

/** What is done with a file that has errors: nothing of it, all but the rows, or all but the cells. */
export type Policy = 'stop' | 'skip-rows' | 'skip-cells'

/** A cell that a person rewrote; the file itself is never changed. */
export interface Correction {
  /** From 1, as Excel shows it. */
  row: number
  /** From 1. */
  column: number
  text: string
}

/** A text that a person rewrote wherever a whole cell of data holds it. */
export interface Replacement {
  /** From 1; null means every column. */
  column: number | null
  find: string
  replace: string
}

/** A quantity: one that is known, or a new one named after its header. */
export interface FieldRef {
  id: string
  isNew: boolean
  name: string
}

/** One column of the file and what it was taken for. */
export interface PlanColumn {
  /** From 1, as Excel shows it. */
  index: number
  header: string
  role: Role
  attribute?: Attribute
  /** What the column says of a project; only in a plan with `ledger`. */
  item?: LedgerItemId
  field?: FieldRef
  /** `Unit.id`, or null where none is stated. */
  unit: string | null
  unitSource?: UnitSource
  period?: string | null
  /** The zone that the column is about, in a file with its zones across. */
  zone?: string
  /** Stated by the header, or by every period of the column; absent where nothing states it. */
  basis?: Basis
  part?: PeriodPart
  dates?: DateReading
  /** The file names nothing but totals, so they are its zones. */
  totalsAreZones?: boolean
  /** The column's period is newest and no cell of the sample has a value. */
  unpublished?: boolean
  /** Cells use a decimal comma, proved by the delimiter and by every cell of the sample. */
  decimalComma?: boolean
  /** 0 to 1. */
  confidence: number
  /** Why the role was given: a short stable code. */
  why: string
}

/** A distinct quantity in a distinct unit; observation blocks are columnar over slots. */
export interface Slot {
  field: FieldRef
  unit: string | null
  /** `cumulative` counts from January to the period's end; absent where the file does not say. */
  basis?: Basis
}

/** A quantity named by a row: its label, the text of its unit column, and its slot. */
export interface RowLabel {
  label: string
  unit: string
  slot: number
}

/** The versioned mapping document: plain JSON that says exactly how a file is read. */
export interface Plan {
  version: 1
  name: string | null
  encoding: Encoding
  bom: boolean
  delimiter: string
  quote: string
  /** A backslash before a quote inside a quoted cell; else quotes are doubled. */
  escape?: '\\'
  /** Blanks between a delimiter and a cell do not belong to the cell. */
  padded?: true
  newline: Newline
  /** First header row from 1; 0 where the file has none. */
  headerRow: number
  headerRows: number
  preamble: string[]
  sample: string[][]
  /** The file row of each record of `sample`. */
  sampleRows: number[]
  layout: Layout
  columns: PlanColumn[]
  slots: Slot[]
  /** In files whose rows name the quantity: which slot each label (and unit text) stands for. */
  labels: RowLabel[]
  /** The period of the whole file, where no column gives one. */
  period: string | null
  /** The zone of the whole file, where no column gives one. */
  zone: string | null
  /** The quantity of the whole file, in a `periods-across` file without a field column. */
  field: FieldRef | null
  policy: Policy
  corrections: Correction[]
  replacements: Replacement[]
  /** The sheet of a workbook that is read; absent or null where the file is none. */
  sheet?: string | null
  sheets?: SheetInfo[]
  /**
   * Set where each row is a project or parcel: the headers that say so, and whether a person chose it.
   * Such a plan has no slots, for its figures are those of projects and not of zones.
   */
  ledger?: { why: readonly string[]; chosen: boolean }
  /** Files that hold no table are not read. */
  readable: boolean
  problems: Problem[]
}

/** What a person decided about a column. */
export interface ColumnOverride {
  /** From 1. */
  index: number
  role: Role
  /** An id or a label. */
  field?: string
  unit?: string | null
  period?: string | null
}

/** A field as the host knows it. */
export interface KnownField {
  id: string
  unit?: string | { readonly id: string } | null
}

/** Everything a person or the host may say about a file before it is read. */
export interface InspectOptions {
  name?: string
  /** Used where the file has no period column. */
  period?: string
  /** Used where the file has no zone column. */
  zone?: string
  encoding?: string
  delimiter?: string
  /** From 1; 0 says that the file has no header. */
  headerRow?: number
  columns?: ColumnOverride[]
  /** `skip-cells` where it is not given. */
  policy?: Policy
  corrections?: Correction[]
  replacements?: Replacement[]
  /** The host's lookup by label; built-in fields where it is not given. */
  matchField?: (label: string) => KnownField | null
}

/** A zone as the file names it. */
export interface ZoneSeen {
  name: string
  code?: string
  attributes: Record<string, string>
  /** The file row where it was first seen. */
  row: number
}

/**
 * Up to 4096 observation rows that share a shape.
 *
 * `values` and `reasons` are slot-major: the entry of row `i` for the `k`-th of `slots` stands at
 * `k * count + i`. Values are in the file's own unit, that of the slot.
 */
export interface Block {
  count: number
  /** Which of the reader's slots this block covers, in the order of `values`. */
  slots: Int32Array
  /** Index into the reader's zones. */
  zone: Int32Array
  /** Index into the reader's periods. */
  period: Int32Array
  /** File row from 1. */
  row: Int32Array
  values: Float64Array
  /** 0 present; `reasonCode(reason)` missing; 255 this row says nothing of that slot. */
  reasons: Uint8Array
}

/** Where a reader puts what it finds. */
export interface Sink {
  block(block: Block): void
  problem(problem: Problem): void
  progress?(bytes: number, rows: number): void
}

/** Rows that hold no data, by kind. */
export interface Skipped {
  blank: number
  totals: number
  footer: number
  repeatedHeader: number
}

/** What a pass over the data found. */
export interface Summary {
  /** Data rows seen. */
  rows: number
  /** Rows that gave at least one observation. */
  accepted: number
  rejected: number
  /** Present values. */
  cells: number
  missing: Partial<Record<MissingReason, number>>
  skipped: Skipped
  zones: number
  periods: number
}
