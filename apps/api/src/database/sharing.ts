/** What processes that have one database open at the same time need of each other. */
export interface Sharing<Db> {
  readonly claims: Claims<Db>
  /** Says something to all of them, this one too; who is away does not hear it later. */
  tell(message: string): Promise<void>
  /** Calls back with whatever is told; the answer ends it. */
  hear(listener: (message: string) => void): Promise<() => Promise<void>>
}

/**
 * Who reads which upload. A claim has to be kept by saying so again and again: one of a process that is dead,
 * or that cannot be reached, is anybody’s after a while, by the clock of the database.
 */
export interface Claims<Db> {
  /** What this process is called where it holds something. */
  readonly holder: string
  /** Claims what nobody holds; whether that has succeeded. */
  take(id: string): Promise<boolean>
  /** Claims the oldest upload that waits to be read and that nobody holds. */
  takeNext(): Promise<string | null>
  /** Claims what a process held that is dead, and what is half read though nobody holds it. */
  takeLost(): Promise<string | null>
  /** Says that this process lives; which of these it still holds. */
  keep(ids: readonly string[]): Promise<string[]>
  /** Within a transaction: whether this process holds it, as it then does until the transaction is over. */
  holds(db: Db, id: string): Promise<boolean>
  drop(id: string): Promise<void>
  /** Leaves a claim to somebody, so that nobody else comes in between. */
  pass(id: string, to: string): Promise<void>
  /** Whether an upload waits to be read, or somebody holds it. */
  isOpen(id: string): Promise<boolean>
}
