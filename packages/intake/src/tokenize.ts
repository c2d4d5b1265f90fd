/** One record inside `bytes`: cell `k` is `bytes[starts[k] … ends[k])`, without its quotes. */
export interface RecordView {
  bytes: Uint8Array
  starts: Int32Array
  ends: Int32Array
  /** 0 plain, 1 quoted, 2 quoted with doubled quotes, 3 text after a closing quote. */
  kinds: Uint8Array
  count: number
  /** From 1, blank lines included. */
  row: number
}

export interface TokenizerOptions {
  delimiter: number
  /** 0 switches quoting off. */
  quote: number
  /** False ends the reading: no further record is given. */
  record(view: RecordView): boolean | undefined
  fault(code: 'unclosed-quote' | 'row-too-long', row: number, column: number): void
}

export interface Tokenizer {
  push(chunk: Uint8Array): void
  /** Gives the last record; true if the file did not end with a newline. */
  end(): boolean
  readonly rows: number
}

const RECORD_LIMIT = 2 * 1024 * 1024
const QUOTED_LIMIT = RECORD_LIMIT / 2
const SLICE = 64 * 1024
const CELL_LIMIT = 16384
const RETRY_LIMIT = 64
const LF = 0x0a
const CR = 0x0d

const FIELD_START = 0
const PLAIN = 1
const QUOTED = 2
const QUOTE_IN_QUOTED = 3

/**
 * RFC 4180 on bytes. Neither UTF-8 nor GB18030 has a second byte equal to comma, semicolon, tab,
 * quote or a line end, so the bytes need not be decoded. A quote is special only where a field
 * begins; one that is never closed is taken literally, so it costs one cell and not the file.
 */
export function createTokenizer(options: TokenizerOptions): Tokenizer {
  const { delimiter } = options
  const special = new Uint8Array(256)
  special[delimiter] = special[LF] = special[CR] = 1

  let quote = options.quote
  let buffer: Uint8Array = new Uint8Array(0)
  let carry = new Uint8Array(1024)
  let used = 0
  let at = 0
  let state = FIELD_START
  let recordStart = 0
  let cellStart = 0
  let cellKind = 0
  let literalAt = -1
  let retries = 0
  let skipLf = false
  let stopped = false
  const view: RecordView = {
    bytes: buffer,
    starts: new Int32Array(64),
    ends: new Int32Array(64),
    kinds: new Uint8Array(64),
    count: 0,
    row: 1,
  }

  function closeCell(end: number): void {
    const k = view.count
    if (k >= CELL_LIMIT) return
    if (k === view.starts.length) growCells(view)
    const bare = cellKind === 1 || cellKind === 2
    view.starts[k] = bare ? cellStart + 1 : cellStart
    view.ends[k] = bare ? end - 1 : end
    view.kinds[k] = cellKind
    view.count = k + 1
    cellKind = 0
    state = FIELD_START
  }

  function closeRecord(): void {
    view.bytes = buffer
    if (options.record(view) === false) stopped = true
    view.row++
    view.count = 0
    literalAt = -1
  }

  /** Most cells: plain ones with a delimiter behind them. The last of a line is left to `scan`. */
  function plainCells(start: number): number {
    const bytes = buffer
    const length = used
    const { starts, ends, kinds } = view
    const room = starts.length
    let count = view.count
    let from = start
    let i = start
    while (i < length && count < room && bytes[i] !== quote) {
      while (i < length && special[bytes[i] ?? 0] === 0) i++
      if (i === length || bytes[i] !== delimiter) break
      starts[count] = from
      ends[count] = i
      kinds[count] = 0
      count++
      from = ++i
    }
    view.count = count
    cellStart = from
    state = i > from ? PLAIN : FIELD_START
    return i
  }

  // One loop over all states: split up, it would carry its position through every call.
  // eslint-disable-next-line complexity, max-lines-per-function
  function scan(): void {
    const bytes = buffer
    const length = used
    let i = at
    while (i < length && !stopped) {
      if (state === PLAIN) {
        while (i < length && special[bytes[i] ?? 0] === 0) i++
        if (i === length) break
      } else if (state === QUOTED) {
        const limit = Math.min(length, cellStart + QUOTED_LIMIT)
        while (i < limit && bytes[i] !== quote) i++
        if (i < limit) {
          state = QUOTE_IN_QUOTED
          i++
          continue
        }
        if (i < cellStart + QUOTED_LIMIT) break
        i = reopenLiterally()
        continue
      } else if (state === FIELD_START) {
        const byte = bytes[i] ?? 0
        if (skipLf) {
          skipLf = false
          if (byte === LF) {
            i++
            recordStart = i
            cellStart = i
            continue
          }
        }
        cellStart = i
        if (byte === quote) {
          const literal = quote === 0 || i === literalAt
          state = literal ? PLAIN : QUOTED
          cellKind = literal ? 0 : 1
          i++
          continue
        }
        if (special[byte] === 0) {
          if (view.count < view.starts.length) i = plainCells(i)
          else {
            state = PLAIN
            i++
          }
          continue
        }
      } else {
        const byte = bytes[i] ?? 0
        if (byte === quote) {
          state = QUOTED
          cellKind = 2
          i++
          continue
        }
        if (special[byte] === 0) {
          if (hasNewline(bytes, cellStart, i)) i = reopenLiterally()
          else {
            state = PLAIN
            cellKind = 3
          }
          continue
        }
      }
      closeCell(i)
      const byte = bytes[i] ?? 0
      i++
      cellStart = i
      if (byte !== delimiter) {
        skipLf = byte === CR
        closeRecord()
        recordStart = i
      }
    }
    at = i
  }

  /** Takes the opening quote of the current cell as a plain character; reading resumes there. */
  function reopenLiterally(): number {
    options.fault('unclosed-quote', view.row, view.count + 1)
    if (++retries > RETRY_LIMIT) quote = 0
    literalAt = cellStart
    cellKind = 0
    state = FIELD_START
    return cellStart
  }

  function guardLength(): void {
    if (stopped || used - recordStart <= RECORD_LIMIT) return
    options.fault('row-too-long', view.row, view.count + 1)
    stopped = true
  }

  // What is left of an unfinished record is copied, for the host may reuse its chunk.
  function keepRest(): void {
    const rest = used - recordStart
    if (buffer === carry) carry.copyWithin(0, recordStart, used)
    else {
      reserve(rest)
      carry.set(buffer.subarray(recordStart, used))
    }
    buffer = carry
    used = rest
    shift(recordStart)
  }

  function load(chunk: Uint8Array): void {
    if (used === 0) {
      buffer = chunk
      used = chunk.length
      return
    }
    reserve(used + chunk.length)
    carry.set(chunk, used)
    buffer = carry
    used += chunk.length
  }

  function reserve(size: number): void {
    if (size <= carry.length) return
    const larger = new Uint8Array(Math.max(size, carry.length * 2))
    larger.set(carry)
    carry = larger
  }

  function shift(by: number): void {
    at -= by
    cellStart -= by
    recordStart -= by
    if (literalAt >= 0) literalAt -= by
    for (let k = 0; k < view.count; k++) {
      view.starts[k] = (view.starts[k] ?? 0) - by
      view.ends[k] = (view.ends[k] ?? 0) - by
    }
  }

  return {
    push(chunk) {
      if (stopped || chunk.length === 0) return
      for (let from = 0; from < chunk.length; from += SLICE) {
        load(chunk.subarray(from, from + SLICE))
        scan()
        guardLength()
        keepRest()
      }
    },
    end() {
      while (!stopped && state === QUOTED) {
        at = reopenLiterally()
        scan()
      }
      if (stopped || used === recordStart) return false
      closeCell(used)
      closeRecord()
      recordStart = used
      return true
    },
    get rows() {
      return view.row - 1
    },
  }
}

function hasNewline(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (bytes[i] === LF || bytes[i] === CR) return true
  }
  return false
}

function growCells(view: RecordView): void {
  const size = Math.min(CELL_LIMIT, view.starts.length * 4)
  view.starts = copyInto(new Int32Array(size), view.starts)
  view.ends = copyInto(new Int32Array(size), view.ends)
  view.kinds = copyInto(new Uint8Array(size), view.kinds)
}

function copyInto<A extends Int32Array | Uint8Array>(target: A, source: A): A {
  target.set(source)
  return target
}
