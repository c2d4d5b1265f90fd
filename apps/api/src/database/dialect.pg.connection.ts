/** What the engine needs of a driver. */

export interface Connection {
  /** Answers one array for a row, in the order of its columns. */
  query(text: string, values?: readonly unknown[]): Promise<unknown[][]>
  /** Answers rows by the names of their columns. */
  named(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>
  /** Statements without values, one or many. */
  execute(text: string): Promise<void>
  /** Rows in binary pages to where a COPY may bring them; only within a transaction. */
  copy(into: string, pages: Iterable<Uint8Array>): Promise<void>
}

/** The statement that takes such pages `from` somewhere. */
export const copyFrom = (into: string, from: string) => `copy ${into} from ${from} (format binary)`

/** A connection of one's own, for a transaction. */
export interface Lease extends Connection {
  /** Does what belongs to the transaction. */
  during<T>(work: () => Promise<T>): Promise<T>
  /** One that is broken is not used again. */
  release(isBroken: boolean): void
}

/** The ways to one database. */
export interface Connections {
  /** For single statements, each of which sees what is committed. */
  readonly read: Connection
  lease(): Promise<Lease>
  /** Calls back with what is notified on a channel; the answer ends it. */
  listen(channel: string, heard: (message: string) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

export type Connect = (url: string) => Connections
