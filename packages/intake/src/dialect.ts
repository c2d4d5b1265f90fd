import { createNormaliser, delimiterByte, WIDE_COMMA_BYTE } from './decode.ts'
import { looksNumeric } from './guess.ts'
import type { Probe } from './probe.ts'
import type { Encoding } from './plan.ts'
import { explainsBetter, quotingsOf, type QuotingTrial } from './quoting.ts'
import { isUncommon, Rewriter, type Quoting } from './rewrite.ts'
import { sampleRecords, type TextRecord } from './records.ts'
import { encodeUtf8 } from './utf8.ts'

const CANDIDATES = [',', ';', '\t', '|']
/** At most so many records of the file's head are looked at. */
export const SAMPLE_RECORDS = 1500
const SCORED_RECORDS = 200

export interface Sampled {
  delimiter: string
  quoting: Quoting
  records: TextRecord[]
  /** No delimiter gives a second column. */
  single: boolean
}

/** The head of the file as UTF-8, whatever it was. */
function headText(probe: Probe, encoding: Encoding): Uint8Array {
  const dialect = { encoding, bom: probe.encoding.bom, delimiter: ',', quote: '"' }
  if (encoding !== 'gb18030') {
    const normaliser = createNormaliser(dialect)
    return joinBytes(normaliser.push(probe.head), normaliser.end())
  }
  const text = new TextDecoder('gb18030').decode(probe.head)
  return encodeUtf8(text.replace(/^\ufeff/u, ''))
}

function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (b.length === 0) return a
  const joined = new Uint8Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}

/** Cuts the head with the delimiter that gives the most even and cleanest table. */
export function sampleTable(probe: Probe, encoding: Encoding, wanted?: string): Sampled {
  const bytes = headText(probe, encoding)
  const text = new TextDecoder('utf-8').decode(bytes)
  const head: Head = { bytes, text, whole: probe.head.length === probe.bytes, few: false }
  if (wanted !== undefined) return bestQuoting(head, wanted)
  let best: Trial | null = null
  for (const delimiter of CANDIDATES) {
    const trial = bestQuoting({ ...head, few: true }, delimiter)
    if (trial.points > (best?.points ?? 0)) best = trial
  }
  if (best !== null) return cut(head, best.delimiter, best.quoting)
  const wide = cut(head, '，', { quote: '"' })
  if (wide.points > 0.5) return wide
  return { ...cut(head, ',', { quote: '"' }), single: true }
}

interface Head {
  bytes: Uint8Array
  text: string
  whole: boolean
  /** Only as many records as are scored. */
  few: boolean
}

type Trial = Sampled & QuotingTrial

function bestQuoting(head: Head, delimiter: string): Trial {
  const [common, ...others] = quotingsOf(head.text, delimiter)
  // Which quoting explains more, all of the head decides.
  const judged = others.length > 0 ? { ...head, few: false } : head
  let best = cut(judged, delimiter, common)
  for (const quoting of others) {
    const trial = cut(judged, delimiter, quoting)
    if (explainsBetter(trial, best)) best = trial
  }
  return best
}

function cut(head: Head, delimiter: string, quoting: Quoting): Trial {
  const wide = delimiter === '，'
  let faults = 0
  const records = sampleRecords(sourceOf(head, delimiter, quoting), {
    delimiter: wide ? WIDE_COMMA_BYTE : delimiterByte(delimiter),
    quote: '"',
    limit: SAMPLE_RECORDS,
    filled: head.few ? SCORED_RECORDS : SAMPLE_RECORDS,
    whole: head.whole,
    wide,
    fault: () => faults++,
  })
  const points = score(records, delimiter)
  return { delimiter, quoting, records, single: false, points, faults }
}

function sourceOf({ bytes, text }: Head, delimiter: string, quoting: Quoting): Uint8Array {
  if (delimiter === '，') return encodeUtf8(text.replaceAll('，', '\x1f'))
  if (!isUncommon(quoting)) return bytes
  const rewriter = new Rewriter(delimiter, quoting)
  return encodeUtf8(rewriter.push(text) + rewriter.end())
}

/** 0 to 1: the share of records with the commonest width, less what still holds delimiters. */
function score(records: TextRecord[], delimiter: string): number {
  const filled = records.filter((record) => !record.blank).slice(0, SCORED_RECORDS)
  const widths = new Map<number, number>()
  for (const { cells } of filled) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  widths.delete(1)
  let width = 0
  let rows = 0
  for (const [candidate, count] of widths) {
    if (count > rows || (count === rows && candidate > width)) {
      width = candidate
      rows = count
    }
  }
  // One line among several that happens to hold the character does not make a table.
  if (width < 2 || (rows === 1 && filled.length > 3)) return 0
  const even = rows / filled.length
  return even * (0.1 + 0.9 * cleanShare(filled, delimiter)) * (0.85 + 0.15 * (1 - 1 / width))
}

const OTHERS = /[;\t|,]/u

function cleanShare(records: TextRecord[], delimiter: string): number {
  let cells = 0
  let clean = 0
  for (const record of records) {
    for (const cell of record.cells) {
      const text = cell.trim()
      cells++
      if (!OTHERS.test(text) || looksNumeric(text)) clean++
      else if (delimiter !== ',' && !/[;\t|]/u.test(text)) clean += 0.5
    }
  }
  return cells === 0 ? 0 : clean / cells
}
