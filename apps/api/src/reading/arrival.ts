import { closeSync, openSync, readSync } from 'node:fs'
import { MessageChannel, receiveMessageOnPort, type MessagePort } from 'node:worker_threads'
import { createProbe, type Probe } from '@permu/intake'
import { createByteLanes } from '@permu/kernel'

/** A file that is still being received, as the thread that receives it and the one that reads see it. */

const ARRIVING = 0n
const WHOLE = 1n
const ABANDONED = 2n
const PATIENCE = 200

/** What the reading thread is given: how far the file has come, and at the end its proof. */
export interface Coming {
  shared: SharedArrayBuffer
  proof: MessagePort
}

/** The receiving side: proves the bytes as they come, says how much was written, and how it ended. */
export interface Arrival {
  coming: Coming
  prove(bytes: Uint8Array): void
  written(bytes: number): void
  whole(): void
  abandon(): void
}

export function createArrival(): Arrival {
  const shared = new SharedArrayBuffer(16)
  const [bytes, state] = partsOf(shared)
  const probe = createProbe({ lanes: createByteLanes })
  const { port1, port2 } = new MessageChannel()
  function end(how: bigint) {
    Atomics.store(state, 0, how)
    Atomics.add(bytes, 0, 1n)
    Atomics.notify(bytes, 0)
    port1.close()
  }
  return {
    coming: { shared, proof: port2 },
    prove: probe.push,
    written(count) {
      Atomics.store(bytes, 0, BigInt(count))
      Atomics.notify(bytes, 0)
    },
    whole: () => {
      port1.postMessage(probe.end())
      end(WHOLE)
    },
    abandon: () => end(ABANDONED),
  }
}

function partsOf(shared: SharedArrayBuffer): [bytes: BigInt64Array, state: BigInt64Array] {
  return [new BigInt64Array(shared, 0, 1), new BigInt64Array(shared, 8, 1)]
}

/** The file will not come: whoever waits for its bytes may go. */
export class Abandoned extends Error {}

/** The reading side: fills a buffer; 0 at the end of the file. Waits for bytes that are to come. */
export interface Feed {
  fill(buffer: Uint8Array): number
  /** What all of the file has proved; only where nothing is left to fill. */
  proof(): Probe
  close(): void
}

export function openFeed(path: string, { shared, proof }: Coming): Feed {
  const [bytes, state] = partsOf(shared)
  const file = openSync(path, 'r')

  /** What there is now, or 0 where all of the file has been read. */
  function some(buffer: Uint8Array): number {
    for (;;) {
      const seen = Atomics.load(bytes, 0)
      const ending = Atomics.load(state, 0)
      if (ending === ABANDONED) throw new Abandoned()
      const count = readSync(file, buffer, 0, buffer.length, null)
      if (count > 0 || ending === WHOLE) return count
      if (Atomics.load(state, 0) === ARRIVING) Atomics.wait(bytes, 0, seen, PATIENCE)
    }
  }

  return {
    fill(buffer) {
      let filled = 0
      while (filled < buffer.length) {
        const count = some(buffer.subarray(filled))
        if (count === 0) break
        filled += count
      }
      return filled
    },
    proof: () => {
      const told = receiveMessageOnPort(proof) as { message: Probe } | undefined
      if (told === undefined) throw new Abandoned()
      return told.message
    },
    close: () => closeSync(file),
  }
}
