import { bytesSource, openWorkbook, workbookProblem, type Problem } from '@permu/intake'

/** One sheet of a workbook as CSV, or why it cannot be read. */
export interface SheetText {
  readonly bytes: Uint8Array
  readonly sheet: string | null
  readonly sheets: number
  readonly problems: readonly Problem[]
}

/** The sheet that is read where nobody chose; another one can be chosen when the file is sent. */
export async function usualSheet(workbook: Uint8Array): Promise<SheetText> {
  const opened = await openWorkbook(bytesSource(workbook))
  if (!opened.ok) return refused(workbookProblem(opened.kind))
  const { sheets, usual, readSheet } = opened.value
  const chunks: Uint8Array<ArrayBuffer>[] = []
  const read = await readSheet(usual, (chunk) => void chunks.push(chunk.slice()))
  if (!read.ok) return refused(workbookProblem(read.kind))
  return {
    bytes: joined(chunks),
    sheet: sheets[usual]?.name ?? null,
    sheets: sheets.length,
    problems: read.value.problems,
  }
}

function refused(found: Problem): SheetText {
  return { bytes: new Uint8Array(0), sheet: null, sheets: 0, problems: [found] }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
