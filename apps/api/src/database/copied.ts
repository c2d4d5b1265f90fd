/** What came of copying one table. */
export interface CopiedTable {
  name: string
  rows: number
  /** Over all rows, in whichever order; the same on both sides. */
  hash: string
}

export interface CopyOptions<Table> {
  /** All there are. */
  tables: readonly Table[]
  /** The file of an embedded database that nobody has open. */
  from: string
  /** The address of a database that holds nothing. */
  to: string
  /** Migrations of the two. */
  migrations: { from: string; to: string }
  copied(table: CopiedTable): void
}
