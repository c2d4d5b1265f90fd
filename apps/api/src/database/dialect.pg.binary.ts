import type { Column } from 'drizzle-orm'

/** Rows in the binary format of COPY: https://www.postgresql.org/docs/15/sql-copy.html */

/** A column, and under which name a row has its value. */
export interface Part {
  key: string
  column: Column
}

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')
/** Neither flags nor an extension. */
const HEAD = Buffer.concat([SIGNATURE, Buffer.alloc(8)])
const TRAILER = Buffer.from([0xff, 0xff])
/** Where the length of a value stands, that there is none. */
const NOTHING = -1

const PAGE_BYTES = 256 * 1024
/** Bytes from this many on are handed on as they are, without a copy. */
const LARGE_BYTES = 16 * 1024
/** Of a UTF-16 unit. */
const MOST_UTF8_BYTES = 3

/** What rows are written on; full pages are handed on and never touched again. */
interface Sheet {
  page: Buffer
  at: number
  full: Uint8Array[]
}

function turn(sheet: Sheet, bytes: number) {
  if (sheet.at > 0) sheet.full.push(sheet.page.subarray(0, sheet.at))
  sheet.page = Buffer.allocUnsafeSlow(Math.max(PAGE_BYTES, bytes))
  sheet.at = 0
}

function reserve(sheet: Sheet, bytes: number) {
  if (sheet.at + bytes > sheet.page.length) turn(sheet, bytes)
}

type Write = (sheet: Sheet, value: unknown) => void

function writeLength(sheet: Sheet, length: number) {
  sheet.at = sheet.page.writeInt32BE(length, sheet.at)
}

function writeText(sheet: Sheet, value: unknown) {
  const text = String(value)
  reserve(sheet, 4 + text.length * MOST_UTF8_BYTES)
  const bytes = sheet.page.write(text, sheet.at + 4)
  writeLength(sheet, bytes)
  sheet.at += bytes
}

function writeWhole(sheet: Sheet, value: unknown) {
  reserve(sheet, 12)
  writeLength(sheet, 8)
  sheet.at = sheet.page.writeBigInt64BE(BigInt(value as number), sheet.at)
}

function writeDecimal(sheet: Sheet, value: unknown) {
  reserve(sheet, 12)
  writeLength(sheet, 8)
  // As a number that is written in digits, a zero has no sign.
  sheet.at = sheet.page.writeDoubleBE(Number(value) + 0, sheet.at)
}

function writeFlag(sheet: Sheet, value: unknown) {
  reserve(sheet, 5)
  writeLength(sheet, 1)
  sheet.at = sheet.page.writeUInt8(value === true ? 1 : 0, sheet.at)
}

function writeBytes(sheet: Sheet, value: unknown) {
  if (!(value instanceof Uint8Array)) throw new TypeError('bytes are no list of bytes')
  reserve(sheet, 4)
  writeLength(sheet, value.length)
  if (value.length >= LARGE_BYTES) {
    turn(sheet, 0)
    sheet.full.push(value)
    return
  }
  reserve(sheet, value.length)
  sheet.page.set(value, sheet.at)
  sheet.at += value.length
}

const WRITERS: Record<string, Write> = {
  bigint: writeWhole,
  boolean: writeFlag,
  bytea: writeBytes,
  'double precision': writeDecimal,
}

/** Pages of all rows, to be sent one after the other. */
export function* binaryOf(
  parts: readonly Part[],
  rows: Iterable<Record<string, unknown>>,
): Generator<Uint8Array> {
  const cells = parts.map(({ key, column }) => {
    return { key, column, write: WRITERS[column.getSQLType()] ?? writeText }
  })
  const sheet: Sheet = { page: Buffer.allocUnsafeSlow(PAGE_BYTES), at: 0, full: [HEAD] }
  for (const row of rows) {
    reserve(sheet, 2)
    sheet.at = sheet.page.writeInt16BE(cells.length, sheet.at)
    for (const { key, column, write } of cells) {
      const value = row[key] ?? null
      if (value === null) {
        reserve(sheet, 4)
        writeLength(sheet, NOTHING)
      } else write(sheet, column.mapToDriverValue(value))
    }
    if (sheet.full.length > 0) yield* sheet.full.splice(0)
  }
  turn(sheet, 0)
  yield* sheet.full
  yield TRAILER
}
