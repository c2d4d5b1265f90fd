/** The letters of a column, from 0: A, B, …, Z, AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** A cell of a sheet by row and column, both from 0: `B5`, and `B$5` where the row is fixed. */
export const cellName = (row: number, column: number, fixed = ''): string =>
  `${columnName(column)}${fixed}${String(row + 1)}`

/** A column of rows that is fixed in both directions: `$D$8:$D$73`. */
export const fixedRange = (column: number, first: number, last: number): string =>
  [first, last].map((row) => `$${columnName(column)}$${String(row + 1)}`).join(':')
