/** A small spreadsheet for the tests: it computes the formulas of a sheet as Excel does. */

export type CellContent = string | number | boolean | null
type Grid = CellContent[][]
type Value = CellContent | Grid

export interface Book {
  /** What stands in a cell that has no formula. */
  readonly value: (row: number, column: number) => CellContent
  readonly formula: (row: number, column: number) => string | undefined
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:E[+-]?\d+)?)|"((?:[^"]|"")*)"|(\$?[A-Z]+\$?\d+)|([A-Z]+)|(.))/gu

interface Token {
  readonly kind: 'number' | 'text' | 'cell' | 'name' | 'sign'
  readonly text: string
}

function tokensOf(formula: string): Token[] {
  const kinds = ['number', 'text', 'cell', 'name', 'sign'] as const
  return [...formula.matchAll(TOKEN)].map((match) => {
    const at = match.slice(1).findIndex((part) => part !== undefined)
    return { kind: kinds[at] ?? 'sign', text: match[at + 1] ?? '' }
  })
}

function placeOf(text: string): [number, number] {
  const [, letters = '', digits = ''] = /^\$?([A-Z]+)\$?(\d+)$/u.exec(text) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return [Number(digits) - 1, column - 1]
}

const isGrid = (value: Value): value is Grid => Array.isArray(value)
const single = (value: Value): CellContent => (isGrid(value) ? (value[0]?.[0] ?? null) : value)
const number = (cell: CellContent): number => {
  if (typeof cell === 'string') throw new Error(`#VALUE!: ${cell}`)
  return Number(cell ?? 0)
}
const flat = (values: readonly Value[]) =>
  values.flatMap((value) => (isGrid(value) ? value.flat() : [value]))
const numbers = (values: readonly Value[]) =>
  flat(values).filter((cell): cell is number => typeof cell === 'number')
const sum = (list: readonly number[]) => list.reduce((total, x) => total + x, 0)

function each(value: Value, compute: (cell: CellContent) => CellContent): Value {
  return isGrid(value) ? value.map((row) => row.map(compute)) : compute(value)
}

function both(a: Value, b: Value, compute: (a: CellContent, b: CellContent) => CellContent): Value {
  if (!isGrid(a)) return each(b, (cell) => compute(a, cell))
  return a.map((row, i) => row.map((cell, j) => compute(cell, isGrid(b) ? (b[i]?.[j] ?? null) : b)))
}

/** In Excel any text is greater than any number. */
function isGreater(a: CellContent, b: CellContent): boolean {
  if (typeof a === 'string' || typeof b === 'string') return typeof a === 'string' && a !== b
  return number(a) > number(b)
}

const OPERATORS: Readonly<Record<string, (a: CellContent, b: CellContent) => CellContent>> = {
  '+': (a, b) => number(a) + number(b),
  '-': (a, b) => number(a) - number(b),
  '*': (a, b) => number(a) * number(b),
  '/': (a, b) => number(a) / number(b),
  '>': isGreater,
  '=': (a, b) => a === b,
}
const LEVELS = [
  ['>', '='],
  ['+', '-'],
  ['*', '/'],
]

function sumProduct(values: readonly Value[]): number {
  const columns = values.map((value) => flat([value]))
  const product = (at: number) =>
    columns.reduce((total, column) => {
      const cell = column[at]
      return total * (typeof cell === 'number' ? cell : 0)
    }, 1)
  return sum((columns[0] ?? []).map((_, at) => product(at)))
}

const FUNCTIONS: Readonly<Record<string, (values: readonly Value[]) => Value>> = {
  SUM: (values) => sum(numbers(values)),
  MAX: (values) => Math.max(...numbers(values)),
  MIN: (values) => Math.min(...numbers(values)),
  N: ([value = null]) => (typeof single(value) === 'number' ? single(value) : 0),
  ISNUMBER: ([value = null]) => each(value, (cell) => typeof cell === 'number'),
  SUMPRODUCT: sumProduct,
  ROUND: ([value = null, digits = 0]) => {
    const factor = 10 ** number(single(digits))
    return Math.round(number(single(value)) * factor) / factor + 0
  },
  IF: ([test = null, yes = null, no = null]) => (single(test) === true ? yes : no),
}

class Reader {
  private at = 0
  private readonly tokens: readonly Token[]
  private readonly cellAt: (row: number, column: number) => CellContent

  constructor(formula: string, cellAt: (row: number, column: number) => CellContent) {
    this.tokens = tokensOf(formula)
    this.cellAt = cellAt
  }

  /** Operators of one level, the loosest first. */
  level(depth: number): Value {
    const signs = LEVELS[depth]
    if (!signs) return this.atom()
    let value = this.level(depth + 1)
    while (signs.some((sign) => this.isNext(sign))) {
      const operator = OPERATORS[this.next().text]
      if (operator) value = both(value, this.level(depth + 1), operator)
    }
    return value
  }

  private next(): Token {
    return this.tokens[this.at++] ?? { kind: 'sign', text: '' }
  }

  private isNext(text: string): boolean {
    const token = this.tokens[this.at]
    return token?.kind === 'sign' && token.text === text
  }

  private take(text: string): void {
    const found = this.next().text
    if (found !== text) throw new Error(`“${text}” is expected, not “${found}”`)
  }

  private listed(): Value[] {
    const values: Value[] = []
    this.take('(')
    while (!this.isNext(')')) {
      values.push(this.level(0))
      if (this.isNext(',')) this.next()
    }
    this.take(')')
    return values
  }

  private cells(first: string): Value {
    const [top, left] = placeOf(first)
    if (!this.isNext(':')) return this.cellAt(top, left)
    this.next()
    const [bottom, right] = placeOf(this.next().text)
    return Array.from({ length: bottom - top + 1 }, (_, i) =>
      Array.from({ length: right - left + 1 }, (__, j) => this.cellAt(top + i, left + j)),
    )
  }

  private atom(): Value {
    if (this.isNext('(')) return this.listed()[0] ?? null
    const { kind, text } = this.next()
    if (kind === 'number') return Number(text)
    if (kind === 'text') return text.replaceAll('""', '"')
    if (kind === 'cell') return this.cells(text)
    const compute = FUNCTIONS[text]
    if (!compute) throw new Error(`#NAME?: ${text}`)
    return compute(this.listed())
  }
}

/** Computes a cell, and before it those that it needs. */
export function evaluateCell(book: Book, row: number, column: number): CellContent {
  const formula = book.formula(row, column)
  if (formula === undefined) return book.value(row, column)
  const reader = new Reader(formula, (r, c) => evaluateCell(book, r, c))
  return single(reader.level(0))
}
