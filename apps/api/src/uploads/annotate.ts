import { createReadStream } from 'node:fs'
import { createRowReader, type FileRow, type Plan } from '@permu/intake'
import iconv from 'iconv-lite'
import { isFormula } from '../http/formula-guard.ts'
import type { FileProblem } from '../contract.ts'
import { toFileProblem } from './present.ts'
import type { ProblemRow } from './queries.ts'

/** The file again, with the problems of each row in one more column. */

const CHUNK = 1 << 20
const HEADER = '问题 problem'

const NEWLINES: Record<Plan['newline'], string> = {
  lf: '\n',
  crlf: '\r\n',
  cr: '\r',
  mixed: '\r\n',
}
const ENCODINGS: Record<Plan['encoding'], string> = {
  'utf-8': 'utf8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gb18030: 'gb18030',
  big5: 'big5hkscs',
}
const GUARD = Uint8Array.of(0x27)

/** A row kept until its problems are known. */
interface Line {
  row: number
  count: number
  /** Its bytes as they came, with formulas guarded, in the reader's encoding. */
  bytes: Uint8Array
}

function join(parts: readonly Uint8Array[], between: Uint8Array): Uint8Array {
  const size = parts.reduce((sum, part) => sum + part.length + between.length, 0)
  const joined = new Uint8Array(Math.max(0, size - between.length))
  let at = 0
  for (const [k, part] of parts.entries()) {
    if (k > 0) {
      joined.set(between, at)
      at += between.length
    }
    joined.set(part, at)
    at += part.length
  }
  return joined
}

const QUOTE = 0x22

/** A cell with an apostrophe before what a spreadsheet would run. */
function guarded(row: FileRow, k: number): Uint8Array {
  const bytes = row.bytes(k)
  if (!isFormula(row.text(k))) return bytes
  const at = bytes[0] === QUOTE ? 1 : 0
  return join([bytes.subarray(0, at), GUARD, bytes.subarray(at)], new Uint8Array(0))
}

function lineOf(row: FileRow, delimiter: Uint8Array): Line {
  const cells = Array.from({ length: row.count }, (_, k) => guarded(row, k))
  return { row: row.row, count: row.count, bytes: join(cells, delimiter) }
}

/** The words of a row's problems; Big5 has no simplified letters, so it gets the English ones. */
function words(problems: readonly FileProblem[], lang: 'zh' | 'en'): string {
  return problems
    .map(({ code, header, message }) => {
      return `${code}${header === null ? '' : ` [${header}]`}: ${message[lang]}`
    })
    .join('; ')
}

function written(text: string, delimiter: string): string {
  const safe = isFormula(text) ? `'${text}` : text
  const plain = !safe.includes(delimiter) && !/["\r\n]/u.test(safe)
  return plain ? safe : `"${safe.replaceAll('"', '""')}"`
}

interface Writer {
  plan: Plan
  /** Of the bytes of lines. */
  encoding: 'utf-8' | 'gb18030'
  newline: Uint8Array
}

/** Bytes of a line in the file's own encoding; those that are in it already stay untouched. */
function own({ plan, encoding }: Writer, bytes: Uint8Array): Uint8Array {
  if (plan.encoding === encoding && plan.delimiter !== '，') return bytes
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  return iconv.encode(text.replaceAll('\u001F', '，'), ENCODINGS[plan.encoding])
}

const encode = ({ plan }: Writer, text: string) => iconv.encode(text, ENCODINGS[plan.encoding])

function addition(writer: Writer, line: Line, problems: readonly FileProblem[]): Uint8Array {
  const { plan } = writer
  const isHeader = line.row === plan.headerRow
  if (!isHeader && problems.length === 0) return new Uint8Array(0)
  const lang = plan.encoding === 'big5' ? 'en' : 'zh'
  const text = isHeader && lang === 'en' ? 'problem' : isHeader ? HEADER : words(problems, lang)
  const missing = Math.max(0, plan.columns.length - line.count)
  return encode(writer, plan.delimiter.repeat(missing + 1) + written(text, plan.delimiter))
}

const BOMS: Partial<Record<Plan['encoding'], number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
}

export interface Annotated {
  path: string
  plan: Plan
  /** The problems of a stretch of rows. */
  problemsOf(rows: { from: number; to: number }): Promise<ProblemRow[]>
}

async function* writeLines(writer: Writer, source: Annotated, lines: readonly Line[]) {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return
  const rows = await source.problemsOf({ from: first.row, to: last.row })
  const problems = Map.groupBy(rows.map(toFileProblem), ({ row }) => row)
  const parts = lines.flatMap((line) => {
    const found = problems.get(line.row) ?? []
    return [own(writer, line.bytes), addition(writer, line, found), writer.newline]
  })
  yield join(parts, new Uint8Array(0))
}

/** Streams the file with its problems, a stretch of rows at a time. */
export async function* annotate(source: Annotated): AsyncGenerator<Uint8Array> {
  const { plan, path } = source
  let lines: Line[] = []
  const delimiter = Uint8Array.of(plan.delimiter === '，' ? 0x1f : plan.delimiter.charCodeAt(0))
  const reader = createRowReader(plan, (row) => {
    lines.push(lineOf(row, delimiter))
    return true
  })
  const newline = iconv.encode(NEWLINES[plan.newline], ENCODINGS[plan.encoding])
  const writer: Writer = { plan, encoding: reader.encoding, newline }
  if (plan.bom) yield Uint8Array.from(BOMS[plan.encoding] ?? [])
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    reader.push(chunk as Uint8Array)
    yield* writeLines(writer, source, lines)
    lines = []
  }
  reader.end()
  yield* writeLines(writer, source, lines)
}
