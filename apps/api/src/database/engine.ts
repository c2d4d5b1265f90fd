import type { Sharing } from './sharing.ts'

/** A row that a transaction has changed, as it was and as it is; null where there was or is none. */
export interface Touched {
  name: string
  key: string
  before: string | null
  after: string | null
}

export type EngineKind = 'sqlite' | 'postgresql'

/** What is known of the database that is open. */
export interface EngineFacts {
  /** Migrations that it has had. */
  migrations(): Promise<number>
  /** Bytes, and those of a log beside it; null where that is the server's. */
  bytes(): Promise<{ database: number; log: number | null }>
  /** Looks whether it holds together; null where the engine cannot tell. */
  isSound(): Promise<boolean | null>
}

/** What the store works with, whichever database there is. */
export interface Engine<Db> extends EngineFacts {
  readonly kind: EngineKind
  /** Sees committed data only. */
  readonly read: Db
  /** Null where only one process may have the database open. */
  readonly sharing: Sharing<Db> | null
  /** One transaction, in the one order of all that are written; durable when it is answered. */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>
  /**
   * A transaction of what can be made again; it may be lost, never torn, when power fails. Of another
   * order than `write` where the engine can do several at once.
   */
  stage<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** The watched rows that the running `write` has changed, since this was last asked. */
  touched(db: Db): Promise<Touched[]>
  /** Makes durable what transactions before have left to the system. */
  flush(): Promise<void>
  /** Another one after every commit, by whichever process. */
  stamp(): Promise<string>
  /**
   * Puts what another file holds into the place of everything that is here, in one transaction;
   * nothing else is written from before `make` names the file.
   */
  replaceBy(make: (db: Db) => Promise<string>): Promise<void>
  close(): Promise<void>
}
