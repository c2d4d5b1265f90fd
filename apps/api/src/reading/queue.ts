import type { Logger } from 'pino'
import type { Store } from '../database/store.ts'
import type { Progress } from './progress.ts'

/** Somebody else has taken the upload over, for this process seemed to be dead: nothing more is written. */
export class TakenOver extends Error {}

/** One turn of the queue. */
export interface Turn {
  /** Aborted when somebody stops the reading. */
  signal: AbortSignal
  /** Writes only as long as the upload is still this turn’s; fails with `TakenOver` else. */
  store: Store
}

/** What is done with an upload; it must not throw because it was stopped. */
export type Work = (id: string, turn: Turn) => Promise<void>

export interface QueueDeps {
  store: Store
  work: Work
  /** Makes what a dead process left ready to be read again; whether it is. */
  recover: (id: string, store: Store) => Promise<boolean>
  log: Logger
}

/** Work on uploads, one after the other in a process, that can be watched and stopped. */
export interface Queue {
  /** Puts in an upload that is pending, or takes one on that `hold` has claimed. */
  enqueue(id: string): void
  /** Claims an upload before it stands in the store, because its file is read as it comes. */
  hold(id: string): Promise<void>
  /** Gives up what `hold` has claimed. */
  letGo(id: string): Promise<void>
  /** The store as `Turn` has it, for an upload that is claimed. */
  storeOf(id: string): Store
  progress(id: string): Progress
  /** How far an upload has been read, which may begin before it is enqueued. */
  tell(id: string, p: Progress): void
  /** Resolves when the upload neither waits nor is worked on, by whichever process, or time is over. */
  settled(id: string, milliseconds: number): Promise<void>
  watch(id: string, listener: () => void): () => void
  /** Stops the work on an upload, by whichever process, and then does `after` before anybody begins anew. */
  stop(id: string, after: () => Promise<unknown>): Promise<void>
  /** How many uploads this process works on, and how many wait for that. */
  load(): { reading: number; waiting: number }
  /** Begins to look for what other processes leave; resolves once that is so. */
  open(): Promise<void>
  /** Resolves when all that this process has taken on is over; it takes on nothing more. */
  close(): Promise<void>
}

/** How long somebody who stops an upload waits for that; milliseconds. */
export const PATIENCE = 60_000
