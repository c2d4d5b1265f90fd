import type { CellKind, CellText } from './cell-text.ts'

/** One row of a sheet: the texts of its columns from the first on, gaps as blanks. */
export interface SheetRow {
  /** From 1. */
  row: number
  texts: string[]
  kinds: CellKind[]
}

export const emptyRow = (row: number): SheetRow => ({ row, texts: [], kinds: [] })

/** Puts a cell at its column, from 1. */
export function putCell(
  { texts, kinds }: SheetRow,
  column: number,
  { text, kind }: CellText,
): void {
  for (let i = texts.length; i < column; i++) {
    texts.push('')
    kinds.push('blank')
  }
  texts[column - 1] = text
  kinds[column - 1] = kind
}

export const isBlankRow = ({ kinds }: SheetRow) => kinds.every((kind) => kind === 'blank')
