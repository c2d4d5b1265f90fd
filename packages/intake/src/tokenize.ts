import { byteAt, copyInto, CR, hasLineEnd, LF, plainBytes } from './bytes.ts'
import { cutPlainCells, type CellDialect } from './plain-cells.ts'
import { giveRows, type RowKernel } from './row-kernel.ts'
import { CELL_LIMIT, createView, growCells, type RecordView } from './record-view.ts'

export interface TokenizerOptions {
  delimiter: number
  /** 0 switches quoting off. */
  quote: number
  /** False ends the reading: no further record is given. */
  record(view: RecordView): boolean
  fault(code: TokenizerFault, row: number, column: number): void
  kernel?: RowKernel | null
}

export type TokenizerFault = 'unclosed-quote' | 'stray-quote' | 'row-too-long'

const RECORD_LIMIT = 2 * 1024 * 1024
const QUOTED_LIMIT = RECORD_LIMIT / 2
const SLICE = 64 * 1024
const RETRY_LIMIT = 64

const FIELD_START = 0
const PLAIN = 1
const QUOTED = 2
const QUOTE_IN_QUOTED = 3

/**
 * RFC 4180 on bytes. Neither UTF-8 nor GB18030 has a second byte equal to comma, semicolon, tab,
 * quote or a line end, so the bytes need not be decoded. A quote is special only where a field
 * begins; one that is never closed is taken literally, so it costs one cell and not the file.
 */
export class Tokenizer {
  private readonly options: TokenizerOptions
  private readonly delimiter: number
  private readonly special = new Uint8Array(256)
  private readonly dialect: CellDialect
  private readonly view: RecordView
  private quote: number
  private buffer: Uint8Array = new Uint8Array(0)
  private carry: Uint8Array = new Uint8Array(1024)
  private used = 0
  private at = 0
  private state = FIELD_START
  private recordStart = 0
  /** Where `buffer` begins in all that was pushed. */
  private offset = 0
  private cellStart = 0
  private cellKind = 0
  private literalAt = -1
  private retries = 0
  private skipLf = false
  private stopped = false
  private readonly kernel: RowKernel | null
  /** A row that the kernel has left over begins here. */
  private left = -1

  constructor(options: TokenizerOptions) {
    this.options = options
    this.kernel = options.kernel ?? null
    if (this.kernel !== null) this.carry = this.buffer = this.kernel.input
    this.delimiter = options.delimiter
    this.quote = options.quote
    this.special[options.delimiter] = this.special[LF] = this.special[CR] = 1
    const above = Math.max(options.delimiter, CR)
    const rest = { from: 0, end: -1, form: -1, value: 0 }
    this.dialect = { ...options, special: this.special, above, rest }
    this.view = createView()
  }

  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length && !this.stopped; from += SLICE) {
      this.load(plainBytes(chunk, from, from + SLICE))
      this.scan()
      this.guardLength()
      this.keepRest()
    }
  }

  /** Gives the last record; true if the file did not end with a newline. */
  end(): boolean {
    while (!this.stopped && this.state === QUOTED) {
      this.at = this.reopenLiterally()
      this.scan()
    }
    if (this.stopped || this.used === this.recordStart) return false
    this.closeCell(this.used)
    this.closeRecord()
    this.recordStart = this.used
    return true
  }

  private scan(): void {
    let i = this.at
    while (i < this.used && !this.stopped) {
      const { kernel } = this
      if (kernel !== null && this.takesRows(kernel, i)) i = this.cutRows(kernel, i)
      else if (this.state === FIELD_START) i = this.fieldStart(i)
      else if (this.state === PLAIN) i = this.plainRest(i)
      else if (this.state === QUOTED) i = this.quoted(i)
      else i = this.afterQuote(i)
    }
    this.at = i
  }

  private takesRows({ input }: RowKernel, i: number): boolean {
    if (i !== this.recordStart || i === this.left || i === this.literalAt) return false
    return !this.skipLf && this.buffer === input && this.quote === this.options.quote
  }

  private cutRows(kernel: RowKernel, start: number): number {
    const { used, offset, view, options } = this
    const count = kernel.cut(start, used)
    this.stopped = !giveRows(kernel, count, { view, offset, record: options.record })
    if (count < kernel.views.length) this.left = kernel.next
    return (this.recordStart = kernel.next)
  }

  private fieldStart(i: number): number {
    const byte = byteAt(this.buffer, i)
    if (this.skipLf) {
      this.skipLf = false
      if (byte === LF) {
        this.recordStart = i + 1
        return i + 1
      }
    }
    this.cellStart = i
    if (byte === this.quote) return this.openQuote(i)
    if (this.special[byte] === 1) return this.close(i)
    if (this.view.count < this.view.starts.length) return this.plainCells(i)
    this.state = PLAIN
    return i + 1
  }

  private openQuote(i: number): number {
    const literal = this.quote === 0 || i === this.literalAt
    this.state = literal ? PLAIN : QUOTED
    this.cellKind = literal ? 0 : 1
    return i + 1
  }

  /** Most cells: plain ones with a delimiter behind them. The last of a line is left over. */
  private plainCells(start: number): number {
    const { view, used, dialect } = this
    view.bytes = this.buffer
    const end = cutPlainCells(view, dialect, { start, used })
    this.cellStart = dialect.rest.from
    this.state = end > this.cellStart ? PLAIN : FIELD_START
    return end
  }

  private plainRest(start: number): number {
    let i = start
    while (i < this.used && this.special[byteAt(this.buffer, i)] === 0) i++
    return i === this.used ? i : this.close(i)
  }

  private quoted(start: number): number {
    const { buffer, quote } = this
    const limit = Math.min(this.used, this.cellStart + QUOTED_LIMIT)
    let i = start
    while (i < limit && buffer[i] !== quote) i++
    if (i < limit) {
      this.state = QUOTE_IN_QUOTED
      return i + 1
    }
    return i < this.cellStart + QUOTED_LIMIT ? i : this.reopenLiterally()
  }

  private afterQuote(i: number): number {
    const byte = byteAt(this.buffer, i)
    if (byte === this.quote) {
      this.state = QUOTED
      this.cellKind = 2
      return i + 1
    }
    if (this.special[byte] === 1) return this.close(i)
    // A quote that closes lines later in the middle of a text was opened by mistake.
    if (hasLineEnd(this.buffer, this.cellStart, i)) return this.reopenLiterally()
    if (byte !== 0x20 && byte !== 0x09) this.tell('stray-quote')
    this.state = PLAIN
    this.cellKind = 3
    return i
  }

  /** Takes the opening quote of the current cell as a plain character; reading resumes there. */
  private reopenLiterally(): number {
    this.tell('unclosed-quote')
    if (++this.retries > RETRY_LIMIT) this.quote = this.dialect.quote = 0
    this.literalAt = this.cellStart
    this.cellKind = 0
    this.state = FIELD_START
    return this.cellStart
  }

  private tell(code: TokenizerFault): void {
    this.options.fault(code, this.view.row, this.view.count + 1)
  }

  private close(i: number): number {
    const byte = byteAt(this.buffer, i)
    this.closeCell(i)
    this.cellStart = i + 1
    if (byte !== this.delimiter) {
      this.skipLf = byte === CR
      this.closeRecord()
      this.recordStart = i + 1
    }
    return i + 1
  }

  private closeCell(end: number): void {
    const { view, cellKind, dialect } = this
    const k = view.count
    this.state = FIELD_START
    this.cellKind = 0
    if (k >= CELL_LIMIT) return
    if (k === view.starts.length) growCells(view)
    const bare = cellKind === 1 || cellKind === 2 ? 1 : 0
    view.starts[k] = this.cellStart + bare
    view.ends[k] = end - bare
    view.kinds[k] = cellKind
    const { rest } = dialect
    const added = cellKind === 0 && end === rest.end && this.cellStart === rest.from
    view.forms[k] = added ? rest.form : -1
    view.values[k] = rest.value
    view.count = k + 1
  }

  private closeRecord(): void {
    this.view.bytes = this.buffer
    this.view.byte = this.offset + this.recordStart
    if (!this.options.record(this.view)) this.stopped = true
    this.view.row++
    this.view.count = 0
    this.literalAt = -1
  }

  private guardLength(): void {
    if (this.stopped || this.used - this.recordStart <= RECORD_LIMIT) return
    this.tell('row-too-long')
    this.stopped = true
  }

  private load(chunk: Uint8Array): void {
    if (this.used === 0 && this.kernel === null) {
      this.buffer = chunk
      this.used = chunk.length
      return
    }
    this.reserve(this.used + chunk.length)
    this.carry.set(chunk, this.used)
    this.buffer = this.carry
    this.used += chunk.length
  }

  // What is left of an unfinished record is copied, for the host may reuse its chunk.
  private keepRest(): void {
    const { buffer, recordStart, used, kernel } = this
    const isShort = kernel !== null && used - recordStart + SLICE <= kernel.input.length
    if (isShort) this.carry = kernel.input
    if (buffer === this.carry) this.carry.copyWithin(0, recordStart, used)
    else {
      this.reserve(used - recordStart)
      this.carry.set(buffer.subarray(recordStart, used))
    }
    this.buffer = this.carry
    this.used = used - recordStart
    this.offset += recordStart
    this.shift(recordStart)
  }

  private reserve(size: number): void {
    if (size <= this.carry.length) return
    this.carry = copyInto(new Uint8Array(Math.max(size, this.carry.length * 2)), this.carry)
  }

  private shift(by: number): void {
    this.at -= by
    this.left = this.dialect.rest.end = -1
    this.cellStart -= by
    this.recordStart = 0
    if (this.literalAt >= 0) this.literalAt -= by
    const { starts, ends, count } = this.view
    for (let k = 0; k < count; k++) {
      starts[k] = (starts[k] ?? 0) - by
      ends[k] = (ends[k] ?? 0) - by
    }
  }
}
