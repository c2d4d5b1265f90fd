import { problem, type Problem } from '../problem.ts'
import { readContents, type Contents, type SheetPart } from './contents.ts'
import type { Write } from './csv-writer.ts'
import { LIMITS, type Limits } from './limits.ts'
import { readFormats } from './number-format.ts'
import { openArchive, readText, type Archive } from './parts.ts'
import { fromHost, guarded, Refusal, type Result } from './refusal.ts'
import { readSharedStrings } from './shared-strings.ts'
import { SheetReader } from './sheet-reader.ts'
import type { ByteSource } from './source.ts'
import { readMerges, surveySheet, type Survey } from './survey.ts'
import { XmlScanner } from './xml.ts'

/** A sheet as a list shows it. */
export interface SheetInfo {
  name: string
  /** The last row that the sheet uses. */
  rows: number
  hidden: boolean
}

/** A workbook whose sheets are known and not yet read. */
export interface Workbook {
  sheets: SheetInfo[]
  /** Index of the sheet that is read where nobody chose: the first visible one with a table. */
  usual: number
  /** Writes one sheet as UTF-8 CSV: one record a row of the sheet, empty ones included. */
  readSheet(index: number, write: Write): Promise<Result<SheetEnd>>
}

/** What is known when a sheet has been read to its end. */
export interface SheetEnd {
  /** The last row that holds a cell. */
  rows: number
  problems: Problem[]
}

/** Opens an XLSX workbook; any other bytes, and damaged or swollen ones, are refused by kind. */
export function openWorkbook(
  source: ByteSource,
  limits: Partial<Limits> = {},
): Promise<Result<Workbook>> {
  return guarded(async () => {
    const archive = await openArchive(source, { ...LIMITS, ...limits })
    const contents = await readContents(archive)
    const surveys: Survey[] = []
    for (const { path } of contents.sheets) surveys.push(await surveySheet(archive, path))
    const sheets = contents.sheets.map(({ name, hidden }, i) => {
      return { name, hidden, rows: surveys[i]?.rows ?? 0 }
    })
    const usual = [
      sheets.findIndex(({ hidden }, i) => !hidden && surveys[i]?.table === true),
      sheets.findIndex(({ hidden }) => !hidden),
    ].find((i) => i >= 0)
    if (usual === undefined) throw new Refusal('no-sheet')
    return {
      sheets,
      usual,
      readSheet: (index, write) => {
        return guarded(() => readSheet({ archive, contents, index }, write))
      },
    }
  })
}

interface SheetPlace {
  archive: Archive
  contents: Contents
  index: number
}

async function readSheet({ archive, contents, index }: SheetPlace, write: Write) {
  const part: SheetPart | undefined = contents.sheets[index]
  if (part === undefined) throw new Refusal('no-sheet')
  const reader = new SheetReader({
    context: {
      strings: await readSharedStrings(archive, contents.strings),
      meaningOf: await readFormats(archive, contents.styles),
      from1904: contents.from1904,
    },
    merges: await readMerges(archive, part.path),
    limits: archive.limits,
    write: (chunk) => fromHost(() => write(chunk)),
  })
  const scanner = new XmlScanner(reader.scanner)
  const most = archive.limits.sheetBytes
  const text = async (piece: string) => {
    scanner.push(piece)
    await reader.drain()
  }
  if (!(await readText(archive, part.path, { most, text }))) throw new Refusal('damaged')
  scanner.end()
  await reader.end()
  return { rows: reader.rows, problems: [...chosen(part, contents), ...reader.problems()] }
}

function chosen({ name }: SheetPart, { sheets }: Contents): Problem[] {
  if (sheets.length < 2) return []
  const number = sheets.findIndex((sheet) => sheet.name === name) + 1
  const params = { sheet: name, number, sheets: sheets.length }
  return [problem('sheet-chosen', { text: name, params })]
}
