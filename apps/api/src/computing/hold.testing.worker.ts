import { parentPort } from 'node:worker_threads'

/** A thread for tests that computes nothing until a gate is opened; without a gate, never. */

parentPort?.on('message', ({ ask }: { ask: { gate?: SharedArrayBuffer } }) => {
  const gate = new Int32Array(ask.gate ?? new SharedArrayBuffer(4))
  Atomics.wait(gate, 0, 0)
  parentPort?.postMessage({ ok: true, answer: 'held' })
})
