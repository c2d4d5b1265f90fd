import { problem, type Problem } from '../problem.ts'
import { cellText, type CellContext } from './cell-text.ts'
import { createCsvWriter, type Write } from './csv-writer.ts'
import { createFill } from './fill.ts'
import { MAX_COLUMNS, type Limits } from './limits.ts'
import { rangeText, type Merge } from './merges.ts'
import { Refusal } from './refusal.ts'
import { emptyRow, isBlankRow, putCell, type SheetRow } from './sheet-row.ts'
import { SheetScanner, type RawCell } from './sheet-scanner.ts'
import { findTableHead, type TableHead } from './table-head.ts'

export interface SheetTask {
  context: CellContext
  merges: readonly Merge[]
  limits: Limits
  write: Write
}

/** How many rows with a cell are looked at before the first is written. */
const HEAD_ROWS = 100
const MERGES_TOLD = 100

/** Cells in, CSV out: `scanner` takes the markup, and `drain` writes what is ready. */
export class SheetReader {
  readonly scanner: SheetScanner
  readonly #task: SheetTask
  readonly #out: ReturnType<typeof createCsvWriter>
  #row: SheetRow = emptyRow(0)
  #held: SheetRow[] | null = []
  #head: TableHead = { first: 1, width: 0, lastRow: 0, labels: new Map() }
  #fill: (row: SheetRow) => number = () => 0
  #cells = 0
  #results = 0
  #merged: Problem[] = []
  #columns = 0
  readonly #scaled = new Map<number, { row: number; text: string }>()
  rows = 0

  constructor(task: SheetTask) {
    this.#task = task
    this.#out = createCsvWriter(task.write)
    this.scanner = new SheetScanner({
      cell: (cell) => this.#cell(cell),
      row: (row) => this.#endRow(row),
    })
  }

  #cell(cell: RawCell): void {
    const found = cellText(cell, this.#task.context)
    if (found.kind === 'blank') return
    this.#count(1)
    if (cell.formula && found.kind === 'number') this.#results++
    this.#columns = Math.max(this.#columns, cell.column)
    if (found.scaled === true && !this.#scaled.has(cell.column)) {
      this.#scaled.set(cell.column, { row: cell.row, text: found.text })
    }
    if (cell.column <= MAX_COLUMNS) putCell(this.#row, cell.column, found)
  }

  #count(cells: number): void {
    this.#cells += cells
    if (this.#cells > this.#task.limits.cells) throw new Refusal('too-many-cells')
  }

  #endRow(number: number): void {
    const row = this.#row
    row.row = number
    this.#row = emptyRow(0)
    if (isBlankRow(row)) return
    if (this.#held === null) this.#write(row)
    else {
      this.#held.push(row)
      if (this.#held.length === HEAD_ROWS) this.#release()
    }
  }

  #release(): void {
    const rows = this.#held ?? []
    this.#held = null
    const { merges } = this.#task
    this.#head = findTableHead(rows, merges)
    this.#fill = createFill({ merges, head: this.#head, figure: (m, t) => this.#figure(m, t) })
    for (const row of rows) this.#write(row)
  }

  #figure(merge: Merge, text: string): void {
    if (this.#merged.length >= MERGES_TOLD) return
    const { top: row, left: column } = merge
    const header = this.#head.labels.get(column)?.trim() ?? null
    const params = { range: rangeText(merge) }
    this.#merged.push(problem('merged-value', { row, column, header, text, params }))
  }

  #write(row: SheetRow): void {
    this.#count(this.#fill(row))
    this.#out.record(row.row, row.texts, this.#head.width)
    this.rows = row.row
  }

  /** Writes what is ready, where it is worth a chunk. */
  async drain(): Promise<void> {
    if (this.#out.isFull()) await this.#out.flush()
  }

  async end(): Promise<void> {
    if (this.#held !== null) this.#release()
    await this.#out.flush()
  }

  /** Numbers are read as stored, so a header that names the unit of what is shown does not fit them. */
  #scaledColumns(): Problem[] {
    const params = { kind: 'scaled-format' }
    return [...this.#scaled].map(([column, { row, text }]) => {
      const header = this.#head.labels.get(column)?.trim() ?? null
      return problem('ambiguous-number', { severity: 'warning', row, column, header, text, params })
    })
  }

  /** What a person should know of how the sheet was read. */
  problems(): Problem[] {
    const found = [...this.#merged, ...this.#scaledColumns()]
    if (this.#results > 0) {
      found.push(problem('formula-result', { params: { count: this.#results } }))
    }
    if (this.#columns > MAX_COLUMNS) {
      found.push(problem('too-many-columns', { params: { columns: this.#columns } }))
    }
    return found
  }
}
