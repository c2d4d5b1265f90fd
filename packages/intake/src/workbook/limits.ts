/** What a workbook may cost; a file beyond it is refused in words, never read in part. */
export interface Limits {
  /** Bytes that one sheet may expand to. */
  sheetBytes: number
  /** Bytes that the table of shared texts may expand to; it is held in memory. */
  stringBytes: number
  /** Bytes that any other part may expand to. */
  partBytes: number
  /** Expanded bytes for each packed byte, once a part is larger than `ratioFrom`. */
  ratio: number
  ratioFrom: number
  /** Cells with a value in one sheet, filled ones included. */
  cells: number
  sheets: number
  merges: number
}

const MB = 1024 * 1024

export const LIMITS: Limits = {
  sheetBytes: 2048 * MB,
  stringBytes: 256 * MB,
  partBytes: 32 * MB,
  ratio: 250,
  ratioFrom: 16 * MB,
  cells: 50_000_000,
  sheets: 1000,
  merges: 500_000,
}

/** Rows of a sheet, as Excel has it. */
export const MAX_ROWS = 1_048_576
/** Columns that are read; the same bound as for CSV. */
export const MAX_COLUMNS = 1000
