import { createTextReader, type TextReader } from './decode.ts'
import type { RecordView } from './record-view.ts'
import { Tokenizer } from './tokenize.ts'

/** One record as texts. */
export interface TextRecord {
  row: number
  cells: string[]
  /** It holds nothing but blanks. */
  blank: boolean
}

/** The text of a cell with its quotes resolved. */
export function cellText(view: RecordView, k: number, reader: TextReader): string {
  const kind = view.kinds[k] ?? 0
  const text = reader.text(view.bytes, view.starts[k] ?? 0, view.ends[k] ?? 0)
  if (kind === 2) return text.replaceAll('""', '"')
  return kind === 3 ? looseQuotes(text) : text
}

// `"a"b` is read as `ab`: what follows the closing quote belongs to the cell.
function looseQuotes(text: string): string {
  const close = /^"((?:[^"]|"")*)"([^]*)$/u.exec(text)
  if (close === null) return text
  return (close[1] ?? '').replaceAll('""', '"') + (close[2] ?? '')
}

export function recordTexts(view: RecordView, reader: TextReader): string[] {
  const cells: string[] = []
  for (let k = 0; k < view.count; k++) cells.push(cellText(view, k, reader))
  return cells
}

export interface SampleOptions {
  delimiter: number
  quote: string
  limit: number
  /** As `limit`, of records that are not blank. */
  filled?: number
  /** The bytes end with the file; otherwise the last record may be cut and is left out. */
  whole: boolean
  wide?: boolean
  /** Hears of quotes that do not fit. */
  fault?(): unknown
}

/** The first records of a UTF-8 sample. */
export function sampleRecords(bytes: Uint8Array, options: SampleOptions): TextRecord[] {
  const records: TextRecord[] = []
  const { limit, filled = limit } = options
  let found = 0
  const reader = createTextReader('utf-8', options.wide === true)
  const tokenizer = new Tokenizer({
    delimiter: options.delimiter,
    quote: options.quote === '' ? 0 : options.quote.charCodeAt(0),
    record(view) {
      const cells = recordTexts(view, reader)
      const blank = cells.every((cell) => cell.trim() === '')
      records.push({ row: view.row, cells, blank })
      if (!blank) found++
      return records.length < limit && found < filled
    },
    fault: () => options.fault?.(),
  })
  tokenizer.push(bytes)
  if (options.whole || records.length === 0) tokenizer.end()
  return records
}
