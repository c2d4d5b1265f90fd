interface Column {
  name: string
  mapFromDriverValue(value: unknown): unknown
}

type Columns = Readonly<Record<string, Column>>

/** A table by its name, with its columns as the schema calls them. */
interface Table {
  name: string
  known: Columns
}

/** Some columns of the rows that have these values, by other columns in ascending order. */
export interface Wanted<Row, Key extends keyof Row & string> {
  columns: readonly Key[]
  where: Partial<Row>
  order: readonly (keyof Row & string)[]
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** The statement that asks for them, column by column. */
export function wantedOf<Row, Key extends keyof Row & string>(
  { name, known }: Table,
  { columns, where, order }: Wanted<Row, Key>,
  place: (number: number) => string,
): string {
  const nameOf = (key: string) => quoted(known[key]?.name ?? key)
  const conditions = Object.keys(where).map((key, i) => `${nameOf(key)} = ${place(i + 1)}`)
  return [
    `select ${columns.map(nameOf).join(', ')} from ${quoted(name)}`,
    `where ${conditions.join(' and ')} order by ${order.map(nameOf).join(', ')}`,
  ].join(' ')
}

/** A row as the schema has it, of what the driver gives for its columns. */
export function rowReader(
  known: Columns,
  columns: readonly string[],
): (values: readonly unknown[]) => Record<string, unknown> {
  return (values) => {
    const row: Record<string, unknown> = {}
    for (const [i, key] of columns.entries()) {
      const value = values[i] ?? null
      row[key] = value === null ? null : (known[key]?.mapFromDriverValue(value) ?? value)
    }
    return row
  }
}
