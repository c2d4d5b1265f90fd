import { parseRange, type Merge } from './merges.ts'
import { readText, scanPart, type Archive } from './parts.ts'
import { Refusal } from './refusal.ts'
import { SheetScanner, type RawCell } from './sheet-scanner.ts'
import { attribute, XmlScanner } from './xml.ts'

/** What a first look at a sheet shows. */
export interface Survey {
  /** The last row that the sheet uses, as it says itself or as counted. */
  rows: number
  /** Two rows of at least two cells each. */
  table: boolean
}

const LOOKED_AT = 500

/** Looks at the first rows of a sheet; all are counted where the sheet does not say how many. */
export async function surveySheet(archive: Archive, path: string): Promise<Survey> {
  let stated = 0
  let last = 0
  let cells = 0
  let wide = 0
  const scanner = new SheetScanner({
    dimension: (range) => (stated = parseRange(range)?.bottom ?? 0),
    cell: (cell: RawCell) => {
      if (cell.formula || cell.value !== '') cells++
    },
    row: (row) => {
      if (cells > 0) last = row
      if (cells > 1) wide++
      cells = 0
    },
  })
  const enough = () => stated > 0 && (wide >= 2 || last >= LOOKED_AT)
  const most = archive.limits.sheetBytes
  if (!(await scanPart(archive, path, { most, enough, events: scanner }))) {
    throw new Refusal('damaged')
  }
  return { rows: Math.max(stated, last), table: wide >= 2 }
}

const DATA_END = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/u
const KEPT = 64

/** The merged cells of a sheet, which stand after its data. */
export async function readMerges(archive: Archive, path: string): Promise<Merge[]> {
  const merges: Merge[] = []
  let tail: XmlScanner | null = null
  let rest = ''
  const open = (name: string, tag: string) => {
    if (name !== 'mergeCell') return
    const merge = parseRange(attribute(tag, 'ref') ?? '')
    if (merge !== null && merges.push(merge) > archive.limits.merges) {
      throw new Refusal('too-many-cells')
    }
  }
  const text = (piece: string) => {
    if (tail !== null) {
      tail.push(piece)
      return
    }
    const window = rest + piece
    const end = window.includes('sheetData') ? DATA_END.exec(window) : null
    rest = window.slice(-KEPT)
    if (end === null) return
    tail = new XmlScanner({ open })
    tail.push(window.slice(end.index + end[0].length))
  }
  await readText(archive, path, { most: archive.limits.sheetBytes, text, checked: false })
  return merges
}
