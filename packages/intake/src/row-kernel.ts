import type { RecordView } from './record-view.ts'

/** How the rows of one file are cut. */
export interface RowDialect {
  delimiter: number
  /** 0 where quoting is off. */
  quote: number
  columns: number
  /** Places of columns, from 0, of which plain numbers are read. */
  numbers: readonly number[]
  /** Places of columns, from 0, of which the texts come again and again. */
  texts: readonly number[]
}

/**
 * A faster way to cut plain rows, where the host has one. It must give what the tokenizer gives, and
 * leaves every row to it that is not plain.
 */
export interface RowKernel {
  /** Bytes are cut here only. */
  readonly input: Uint8Array
  /** The rows that were last cut; their number and place in the file are not set. */
  readonly views: readonly RecordView[]
  /** Where each of these rows begins. */
  readonly rowStarts: Int32Array
  /** Where the first row begins that was not cut: not all of it is there, or it is not plain. */
  next: number
  /** Cuts rows from the beginning of one, up to `used`; how many. */
  cut(start: number, used: number): number
}

/** Null where the rows of the file are too wide for it. */
export type MakeRowKernel = (dialect: RowDialect) => RowKernel | null

interface Giving {
  /** It has the number of the row that comes next. */
  view: RecordView
  /** Where the kernel's bytes begin in the file. */
  offset: number
  record(view: RecordView): boolean
}

/** Gives away rows that were cut; false where no more are wanted. */
export function giveRows(
  { views, rowStarts }: RowKernel,
  count: number,
  { view, offset, record }: Giving,
): boolean {
  for (let r = 0; r < count; r++) {
    const { [r]: cut = view } = views
    cut.row = view.row++
    cut.byte = offset + (rowStarts[r] ?? 0)
    if (!record(cut)) return false
  }
  return true
}
