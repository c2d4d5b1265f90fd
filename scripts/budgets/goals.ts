/** A figure beside its goal. */
export interface Measured {
  readonly what: string
  readonly figure: number
  readonly unit: 'KB' | 'ms' | 'MB' | ''
  /** At most this, or at least this where `atLeast`. */
  readonly goal: number
  readonly atLeast?: boolean
}

export const isMet = ({ figure, goal, atLeast = false }: Measured): boolean =>
  atLeast ? figure >= goal : figure <= goal

const digitsOf = ({ unit, goal }: Measured) => (unit === '' && goal < 1 ? 3 : unit === 'ms' ? 0 : 1)

const text = (one: Measured, value: number) =>
  `${value.toFixed(Number.isInteger(value) && one.unit !== 'KB' ? 0 : digitsOf(one))}${one.unit === '' ? '' : ` ${one.unit}`}`

/** The cells of a row: what, figure, goal, verdict. */
export function row(one: Measured): readonly [string, string, string, string] {
  const sign = one.atLeast === true ? '≥' : '≤'
  const goal = `${sign} ${String(one.goal)}${one.unit === '' ? '' : ` ${one.unit}`}`
  return [one.what, text(one, one.figure), goal, isMet(one) ? 'yes' : 'NO']
}

/** The rows as a Markdown table. */
export function table(measured: readonly Measured[]): string {
  const lines = [['what', 'measured', 'goal', 'met'] as const, ...measured.map(row)]
  const widths = [0, 1, 2, 3].map((k) => Math.max(...lines.map((line) => (line[k] ?? '').length)))
  const print = (cells: readonly string[]) =>
    `| ${cells.map((cell, k) => cell.padEnd(widths[k] ?? 0)).join(' | ')} |`
  const [head, ...body] = lines.map(print)
  return [head, print(widths.map((width) => '-'.repeat(width))), ...body].join('\n')
}
