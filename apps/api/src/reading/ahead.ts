import { createArrival } from './arrival.ts'
import type { ReadingTask } from './messages.ts'
import { readFile, type ReadingResult } from './read-file.ts'
import type { Stage } from './stage.ts'

/** The reading of a file that is still being received. */
export interface Ahead {
  /** So many bytes of it are on the disk. */
  written(bytes: number): void
  /** All of it is there. */
  whole(): void
  /** It will not be used: forgets it and clears what it has staged. */
  abandon(): Promise<void>
  /** What came out, where it was read with exactly this task; null where it has to be read again. */
  take(task: Omit<ReadingTask, 'inFlight' | 'arrival' | 'path'>): Promise<ReadingResult | null>
}

export type AheadTask = Omit<ReadingTask, 'inFlight' | 'arrival'>

/** Begins to read a file while it grows; what comes out is staged. */
export function readAhead(task: AheadTask, stage: Stage, failed: (error: unknown) => void): Ahead {
  const arrival = createArrival()
  const result = readFile({ ...task, arrival: arrival.shared }, stage).catch((error: unknown) => {
    failed(error)
    return null
  })
  const { path: _, ...read } = task
  return {
    written: arrival.written,
    whole: arrival.whole,
    abandon: async () => {
      arrival.abandon()
      await result
      await stage.clear()
    },
    take: async (wanted) => {
      if (JSON.stringify(wanted) === JSON.stringify(read)) return result
      arrival.abandon()
      await result
      return null
    },
  }
}
