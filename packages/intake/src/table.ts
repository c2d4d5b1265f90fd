import {
  createNormaliser,
  createTextReader,
  delimiterByte,
  quoteByte,
  type Dialect,
} from './decode.ts'
import { sampleTable } from './dialect.ts'
import { encodingOf, isRefused } from './encoding-names.ts'
import type { Newline } from './plan.ts'
import { createProbe } from './probe.ts'
import { recordTexts } from './records.ts'
import { Tokenizer, type TokenizerFault } from './tokenize.ts'

/** What may be said of a file before it is cut. */
export interface TableOptions {
  encoding?: string
  delimiter?: string
}

/** The cells of a whole file, before anything is known of what they mean. */
export interface RawTable {
  dialect: Dialect & { newline: Newline }
  /** No delimiter gives a second column. */
  single: boolean
  /** Another kind of file, such as `xlsx`; then there are no records. */
  container: string | null
  /** One list of cells for each row, blank rows included. */
  records: string[][]
  /** Quotes that do not fit; row and column count from 1. */
  faults: { code: TokenizerFault; row: number; column: number }[]
}

/** Cuts a small file into cells by the dialect it shows; an empty file has no records. */
export function readTable(bytes: Uint8Array, options: TableOptions = {}): RawTable {
  const probe = createProbe()
  probe.push(bytes)
  const found = probe.end()
  const encoding = encodingOf(options.encoding) ?? found.encoding.encoding
  const bom = found.encoding.bom && encoding === found.encoding.encoding
  const sampled = sampleTable(found, encoding, options.delimiter)
  const { container, newline } = found
  const dialect = { encoding, bom, delimiter: sampled.delimiter, ...sampled.quoting, newline }
  const table: RawTable = { dialect, single: sampled.single, container, records: [], faults: [] }
  if (container === null && !isRefused(encoding)) cutInto(table, bytes)
  return table
}

function cutInto({ dialect, records, faults }: RawTable, bytes: Uint8Array): void {
  const normaliser = createNormaliser(dialect)
  const text = createTextReader(normaliser.encoding, dialect.delimiter === '，')
  const tokenizer = new Tokenizer({
    delimiter: delimiterByte(dialect.delimiter),
    quote: quoteByte(dialect),
    record: (view) => records.push(recordTexts(view, text)) > 0,
    fault: (code, row, column) => faults.push({ code, row, column }),
  })
  tokenizer.push(normaliser.push(bytes))
  tokenizer.push(normaliser.end())
  tokenizer.end()
}
