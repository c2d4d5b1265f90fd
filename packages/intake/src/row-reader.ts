import {
  createNormaliser,
  createTextReader,
  delimiterByte,
  quoteByte,
  type Dialect,
} from './decode.ts'
import type { RecordView } from './record-view.ts'
import { cellText } from './records.ts'
import { Tokenizer } from './tokenize.ts'

/** One row of a file, good only while it is being shown. */
export interface FileRow {
  /** From 1, as Excel shows it. */
  readonly row: number
  readonly count: number
  /** The text of the `k`-th cell, from 0, its quotes resolved. */
  text(k: number): string
  /** The bytes of the `k`-th cell as they stand, its quotes included, in the reader's encoding. */
  bytes(k: number): Uint8Array
}

/** Shows the rows of a file one after the other while its bytes stream by. */
export interface RowReader {
  /** The encoding of `FileRow.bytes`. */
  readonly encoding: 'utf-8' | 'gb18030'
  push(chunk: Uint8Array): void
  end(): void
}

class ShownRow implements FileRow {
  private readonly view: RecordView
  private readonly reader: ReturnType<typeof createTextReader>

  constructor(view: RecordView, reader: ReturnType<typeof createTextReader>) {
    this.view = view
    this.reader = reader
  }

  get row(): number {
    return this.view.row
  }

  get count(): number {
    return this.view.count
  }

  text(k: number): string {
    return k < this.view.count ? cellText(this.view, k, this.reader) : ''
  }

  bytes(k: number): Uint8Array {
    const { bytes, starts, ends, kinds } = this.view
    const quotes = kinds[k] === 1 || kinds[k] === 2 ? 1 : 0
    return bytes.subarray((starts[k] ?? 0) - quotes, (ends[k] ?? 0) + quotes)
  }
}

/** Reads any table by its dialect; `show` answers whether it wants another row. */
export function createRowReader(dialect: Dialect, show: (row: FileRow) => boolean): RowReader {
  const normaliser = createNormaliser(dialect)
  const reader = createTextReader(normaliser.encoding, dialect.delimiter === '，')
  const tokenizer = new Tokenizer({
    delimiter: delimiterByte(dialect.delimiter),
    quote: quoteByte(dialect),
    record: (view) => show(new ShownRow(view, reader)),
    fault: () => undefined,
  })
  return {
    encoding: normaliser.encoding,
    push: (chunk) => tokenizer.push(normaliser.push(chunk)),
    end() {
      tokenizer.push(normaliser.end())
      tokenizer.end()
    },
  }
}
