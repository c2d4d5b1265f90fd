import { createProbe, createReader, inspect, readAll, readTable } from '../src/index.ts'

const SMALL = 1024 * 1024

/** Reads the bytes it is sent, as an upload and as a table; answers what was thrown, or nothing. */
process.on('message', (bytes: Uint8Array) => {
  process.send?.({ why: attempt(bytes) })
})

function attempt(bytes: Uint8Array): string | null {
  try {
    stream(bytes)
    if (bytes.length <= SMALL) {
      readTable(bytes)
      readAll(bytes)
    }
    return null
  } catch (error) {
    return String(error)
  }
}

/** Both passes as the product makes them, keeping nothing of what was found. */
function stream(bytes: Uint8Array): void {
  const chunks = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, i) => {
    return bytes.subarray(i * 65_536, (i + 1) * 65_536)
  })
  const probe = createProbe()
  for (const chunk of chunks) probe.push(chunk)
  const sink = { block: () => undefined, problem: () => undefined }
  const reader = createReader(inspect(probe.end()), sink)
  for (const chunk of chunks) reader.push(chunk)
  reader.end()
}
