import { copyInto } from './bytes.ts'

/** One record inside `bytes`: cell `k` is `bytes[starts[k] … ends[k])`, without its quotes. */
export interface RecordView {
  bytes: Uint8Array
  starts: Int32Array
  ends: Int32Array
  /** 0 plain, 1 quoted, 2 quoted with doubled quotes, 3 text after a closing quote. */
  kinds: Uint8Array
  /**
   * Decimals of a cell that is known to be a plain number, with `WITH_PERCENT` added where a percent
   * sign follows; -1 for all others.
   */
  forms: Int8Array
  /** The number of such a cell. */
  values: Float64Array
  /**
   * A number of the text of a cell, the same for the same bytes in the same column of one file; -1
   * where it has none.
   */
  texts: Int32Array
  count: number
  /** From 1, blank lines included. */
  row: number
  /** Where the record begins in the bytes that the tokenizer was given. */
  byte: number
}

/** As many columns as Excel has; cells beyond are left out. */
export const CELL_LIMIT = 16384

export const WITH_PERCENT = 16

export function createView(): RecordView {
  return {
    bytes: new Uint8Array(0),
    starts: new Int32Array(64),
    ends: new Int32Array(64),
    kinds: new Uint8Array(64),
    forms: new Int8Array(64).fill(-1),
    values: new Float64Array(64),
    texts: new Int32Array(64).fill(-1),
    count: 0,
    row: 1,
    byte: 0,
  }
}

export function growCells(view: RecordView): void {
  const size = Math.min(CELL_LIMIT, view.starts.length * 4)
  view.starts = copyInto(new Int32Array(size), view.starts)
  view.ends = copyInto(new Int32Array(size), view.ends)
  view.kinds = copyInto(new Uint8Array(size), view.kinds)
  view.forms = copyInto(new Int8Array(size).fill(-1), view.forms)
  view.values = copyInto(new Float64Array(size), view.values)
  view.texts = copyInto(new Int32Array(size).fill(-1), view.texts)
}
