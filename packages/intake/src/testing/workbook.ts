import { bytesSource, openWorkbook, type Problem } from '../index.ts'
import { utf8 } from './encode.ts'
import { zip, type ZipPart } from './zip.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface TestSheet {
  name: string
  /** The markup inside `sheetData`. */
  data: string
  merges?: string[]
  state?: string
  dimension?: string
}

export interface TestBook {
  sheets: TestSheet[]
  /** Format codes; cells name them by `s`, from 1. */
  formats?: string[]
  /** The markup of each shared text. */
  strings?: string[]
  from1904?: boolean
  extra?: ZipPart[]
}

const part = (name: string, text: string): ZipPart => ({ name, bytes: utf8(text) })

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`
}

const relations = (...all: string[]) =>
  `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`

export function sheetMarkup({ data, merges = [], dimension }: TestSheet): string {
  const used = dimension === undefined ? '' : `<dimension ref="${dimension}"/>`
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const tail = merges.length === 0 ? '' : `<mergeCells>${merged}</mergeCells>`
  return `<worksheet xmlns="${MAIN}">${used}<sheetData>${data}</sheetData>${tail}</worksheet>`
}

/** The parts of a workbook, by hand: what no writer would write can be written. */
export function bookParts(book: TestBook): ZipPart[] {
  const { sheets, formats = [], strings, from1904 = false } = book
  const listed = sheets.map(({ name, state }, i) => {
    const hidden = state === undefined ? '' : ` state="${state}"`
    return `<sheet name="${name}" sheetId="${i + 1}"${hidden} r:id="rId${i + 1}"/>`
  })
  const properties = from1904 ? '<workbookPr date1904="1"/>' : ''
  const main = `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${listed.join('')}</sheets></workbook>`
  const codes = formats.map(
    (code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  )
  const styles = ['<xf numFmtId="0"/>', ...formats.map((_, i) => `<xf numFmtId="${170 + i}"/>`)]
  return [
    part('[Content_Types].xml', '<Types/>'),
    part('_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))),
    part('xl/workbook.xml', main),
    part(
      'xl/_rels/workbook.xml.rels',
      relations(
        ...sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/s${i + 1}.xml`)),
        relation('rIdStyles', 'styles', 'styles.xml'),
        ...(strings ? [relation('rIdStrings', 'sharedStrings', '/xl/sharedStrings.xml')] : []),
      ),
    ),
    part(
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    ),
    ...(strings
      ? [part('xl/sharedStrings.xml', `<sst>${strings.map((s) => `<si>${s}</si>`).join('')}</sst>`)]
      : []),
    ...sheets.map((sheet, i) => part(`xl/worksheets/s${i + 1}.xml`, sheetMarkup(sheet))),
    ...(book.extra ?? []),
  ]
}

export const workbook = (book: TestBook) => zip(bookParts(book))

export interface SheetRead {
  csv: string
  rows: number
  problems: Problem[]
}

/** Reads one sheet of a workbook as CSV text; the usual one where none is named. */
export async function readSheet(bytes: Uint8Array, index?: number): Promise<SheetRead> {
  const opened = await openWorkbook(bytesSource(bytes))
  if (!opened.ok) throw new Error(opened.kind)
  const chunks: Uint8Array[] = []
  const read = await opened.value.readSheet(index ?? opened.value.usual, (chunk) => {
    chunks.push(chunk)
  })
  if (!read.ok) throw new Error(read.kind)
  return { csv: Buffer.concat(chunks).toString('utf8'), ...read.value }
}

/** The refusal of bytes, whether they open or only break while they are read. */
export async function refusal(bytes: Uint8Array, limits = {}): Promise<string> {
  const opened = await openWorkbook(bytesSource(bytes), limits)
  if (!opened.ok) return opened.kind
  const read = await opened.value.readSheet(opened.value.usual, () => undefined)
  return read.ok ? 'read' : read.kind
}

/** Rows of cells: numbers as numbers, texts inline; null leaves a cell out. */
export function rows(...table: (string | number | null)[][]): string {
  return table
    .map((cells, r) => `<row r="${r + 1}">${cells.map(cellAt(r + 1)).join('')}</row>`)
    .join('')
}

const cellAt = (row: number) => (value: string | number | null, i: number) => {
  if (value === null) return ''
  const ref = `r="${String.fromCharCode(65 + i)}${row}"`
  if (typeof value === 'number') return `<c ${ref}><v>${value}</v></c>`
  return `<c ${ref} t="inlineStr"><is><t>${value}</t></is></c>`
}
