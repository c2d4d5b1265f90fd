import { randomBytes } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import {
  openWorkbook,
  unknownSheet,
  workbookProblem,
  type ByteSource,
  type Problem,
  type SheetInfo,
  type Workbook,
} from '@permu/intake'

/** The sheet of a workbook that is read, as CSV beside the workbook. */
export interface SheetFile {
  path: string
  /** Null where the workbook has no sheet of the name asked for. */
  sheet: string | null
  sheets: SheetInfo[]
  problems: Problem[]
}

/** Where a sheet's CSV stands; sheets count from 1. It may be made again at any time. */
export const sheetPath = (path: string, number: number) => `${path}.${String(number)}.csv`

const WORKBOOK_STARTS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]

function sourceOf(file: FileHandle, size: number): ByteSource {
  return {
    size,
    read: async (start, length) => {
      const room = new Uint8Array(Math.max(0, Math.min(length, size - start)))
      const { bytesRead } = await file.read(room, 0, room.length, start)
      return room.subarray(0, bytesRead)
    },
  }
}

async function isWorkbook(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, 4)
  return WORKBOOK_STARTS.some((mark) => mark.every((byte, i) => head[i] === byte))
}

/** The number of the sheet to read, from 1; 0 where there is none of that name. */
function numberOf({ sheets, usual }: Workbook, wanted: string | undefined): number {
  return wanted === undefined ? usual + 1 : sheets.findIndex(({ name }) => name === wanted) + 1
}

/** Puts a file in its place when all of it is there, and not at all where the reading was refused. */
async function writeWhole<T extends { ok: boolean }>(
  path: string,
  work: (file: FileHandle) => Promise<T>,
): Promise<T> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`
  try {
    const file = await open(temporary, 'w')
    const result = await work(file)
      .finally(() => file.sync())
      .finally(() => file.close())
    if (result.ok) await rename(temporary, path)
    return result
  } finally {
    await rm(temporary, { force: true })
  }
}

interface Place {
  path: string
  workbook: Workbook
  number: number
}

async function writeSheet({ path, workbook, number }: Place): Promise<SheetFile> {
  const { sheets } = workbook
  const target = sheetPath(path, number)
  const read = await writeWhole(target, (file) =>
    workbook.readSheet(number - 1, async (chunk) => {
      await file.writeFile(chunk)
    }),
  )
  const sheet = sheets[number - 1]?.name ?? null
  if (!read.ok) return { path, sheet, sheets, problems: [workbookProblem(read.kind)] }
  const { rows, problems } = read.value
  const counted = sheets.map((info, i) => (i === number - 1 ? { ...info, rows } : info))
  return { path: target, sheet, sheets: counted, problems }
}

/**
 * Makes the CSV of one sheet beside a kept workbook; null where the bytes are no workbook. Where
 * nothing can be read the path is that of the workbook and the problems say why.
 */
export async function makeSheetFile(path: string, wanted?: string): Promise<SheetFile | null> {
  const file = await open(path, 'r')
  try {
    const source = sourceOf(file, (await file.stat()).size)
    if (!(await isWorkbook(source))) return null
    const opened = await openWorkbook(source)
    if (!opened.ok) {
      return { path, sheet: null, sheets: [], problems: [workbookProblem(opened.kind)] }
    }
    const workbook = opened.value
    const number = numberOf(workbook, wanted)
    if (number > 0) return await writeSheet({ path, workbook, number })
    const { sheets } = workbook
    return { path, sheet: null, sheets, problems: [unknownSheet(wanted ?? '', sheets)] }
  } finally {
    await file.close()
  }
}
