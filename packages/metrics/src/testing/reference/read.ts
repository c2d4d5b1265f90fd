import { readFileSync } from 'node:fs'

/** A published table: its rows as records of text. */
export function readTable(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(`./${name}.csv`, import.meta.url), 'utf8')
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const names = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name_, i) => [name_, cells[i] ?? '']))
  })
}

/** One column of it as numbers; NaN for an empty cell. */
export function numbersOf(rows: readonly Record<string, string>[], name: string): Float64Array {
  return Float64Array.from(rows, (row) => (row[name] ? Number(row[name]) : NaN))
}
