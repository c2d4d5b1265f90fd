import { createArrival, type Arrival } from './arrival.ts'
import type { ReadingTask } from './messages.ts'
import type { ReadFile, ReadingResult } from './read-file.ts'
import type { Stage } from './stage.ts'

/** A task but for where the file is. */
export type Told = Omit<ReadingTask, 'inFlight' | 'arrival' | 'path'>

/** A reading that is over, and where it has put what it found. */
export interface Finished {
  stage: Stage
  result: ReadingResult
}

/** Hears how far a file has come; that it will not come any further is told by `abandon`. */
export interface Follower {
  /** Bytes in order, from the first on; they need not be on the disk yet. */
  prove(bytes: Uint8Array): void
  written(bytes: number): void
  whole(): void
  abandon(): Promise<void>
}

/** Readings of files that are still being received, at most one at a time. */
export interface Aheads {
  /** Begins to read the file of an upload at a path; null where another one is being read so. */
  begin(id: string, path: string, told: Told): Follower | null
  /** Nothing of what has been read so far can be used. */
  startOver(): void
  /** What was read of an upload, if with exactly this task; otherwise nothing of it remains. */
  take(id: string, told: Told, signal: AbortSignal): Promise<Finished | null>
}

interface Begun {
  stage: Stage
  arrival: Arrival
  control: AbortController
  told: string
  result: Promise<ReadingResult | null>
}

export function createAheads(stageOf: (id: string) => Stage, readFile: ReadFile): Aheads {
  const begun = new Map<string, Begun>()

  async function drop(id: string, { arrival, result, stage }: Begun) {
    begun.delete(id)
    arrival.abandon()
    await result.catch(() => null)
    await stage.clear()
  }

  function begin(id: string, path: string, told: Told): Follower | null {
    if (begun.size > 0) return null
    const stage = stageOf(id)
    const arrival = createArrival()
    const control = new AbortController()
    const task = { ...told, path, arrival: arrival.coming }
    const result = readFile(task, stage, control.signal)
    let isOver = false
    // Whoever takes it hears of the failure; nobody may ever do so.
    result.catch(() => undefined).finally(() => (isOver = true))
    const one = { stage, arrival, control, told: JSON.stringify(told), result }
    begun.set(id, one)
    return {
      // A thread that has given up does not wait for a proof.
      prove: (bytes) => (isOver ? undefined : arrival.prove(bytes)),
      written: arrival.written,
      whole: arrival.whole,
      abandon: () => drop(id, one),
    }
  }

  async function take(id: string, told: Told, signal: AbortSignal): Promise<Finished | null> {
    const one = begun.get(id)
    if (one === undefined) return null
    signal.addEventListener('abort', () => one.control.abort())
    const result = one.told === JSON.stringify(told) ? await one.result.catch(() => null) : null
    if (result === null) {
      await drop(id, one)
      return null
    }
    begun.delete(id)
    return { stage: one.stage, result }
  }

  function startOver() {
    for (const one of begun.values()) one.told = ''
  }

  return { begin, take, startOver }
}
