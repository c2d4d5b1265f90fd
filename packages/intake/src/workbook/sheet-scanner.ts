import { MAX_ROWS } from './limits.ts'
import { Refusal } from './refusal.ts'
import { attribute, decodeText, type XmlEvents } from './xml.ts'

/** A cell as it stands in the sheet; one object is used for all cells. */
export interface RawCell {
  /** Row and column are from 1. */
  row: number
  column: number
  /** Of the cell: `s` shared, `str`, `inlineStr`, `b`, `e`, `d`, or a number. */
  type: string
  style: number
  value: string
  /** Whether it has a value at all, an empty one included. */
  valued: boolean
  formula: boolean
}

export interface SheetEvents {
  cell(cell: RawCell): void
  /** After the cells of a row, whose number is from 1. */
  row(row: number): void
  /** The range that the sheet says it uses. */
  dimension?(range: string): void
}

/** `BC12` → 55; 0 where there are no letters. */
export function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & ~0x20
    if (letter < 0x41 || letter > 0x5a) break
    column = column * 26 + (letter - 0x40)
  }
  return column
}

/** Turns the markup of a worksheet into cells and rows, in the order of the sheet. */
export class SheetScanner implements XmlEvents {
  readonly #events: SheetEvents
  readonly #cell: RawCell = {
    row: 0,
    column: 0,
    type: '',
    style: 0,
    value: '',
    valued: false,
    formula: false,
  }
  #row = 0
  #inData = false
  #inCell = false
  #collects = false
  #aids = 0

  constructor(events: SheetEvents) {
    this.#events = events
  }

  open(name: string, tag: string): void {
    if (name === 'dimension') this.#events.dimension?.(attribute(tag, 'ref') ?? '')
    else if (name === 'sheetData') this.#inData = true
    else if (!this.#inData) return
    else if (name === 'row') this.#openRow(tag)
    else if (name === 'c') this.#openCell(tag)
    else if (this.#inCell) this.#openInside(name)
  }

  #openRow(tag: string): void {
    const given = attribute(tag, 'r')
    const row = given === null ? this.#row + 1 : Number(given)
    if (!Number.isInteger(row) || row <= this.#row || row > MAX_ROWS) throw new Refusal('damaged')
    this.#row = row
    this.#cell.row = row
    this.#cell.column = 0
  }

  #openCell(tag: string): void {
    const cell = this.#cell
    const reference = attribute(tag, 'r')
    const column = reference === null ? cell.column + 1 : columnOf(reference)
    if (column <= cell.column) throw new Refusal('damaged')
    cell.column = column
    cell.type = attribute(tag, 't') ?? 'n'
    cell.style = Number(attribute(tag, 's') ?? 0)
    cell.value = ''
    cell.valued = false
    cell.formula = false
    this.#inCell = true
    this.#aids = 0
  }

  #openInside(name: string): void {
    if (name === 'f') this.#cell.formula = true
    else if (name === 'rPh') this.#aids++
    else if (name === 'v' || (name === 't' && this.#aids === 0)) {
      this.#cell.valued = true
      this.#collects = true
    }
  }

  text(raw: string): void {
    if (this.#collects) this.#cell.value += decodeText(raw)
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#collects = false
    else if (name === 'rPh') this.#aids--
    else if (name === 'c') this.#closeCell()
    else if (name === 'row' && this.#inData) this.#events.row(this.#row)
    else if (name === 'sheetData') this.#inData = false
  }

  #closeCell(): void {
    if (this.#inCell && (this.#cell.valued || this.#cell.formula)) this.#events.cell(this.#cell)
    this.#inCell = false
  }
}
