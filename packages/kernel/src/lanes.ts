import type { ByteLanes, Passed } from '@permu/intake'
import { FOUND, INPUT, INPUT_BYTES, openModule, type Exports } from './memory.ts'

/** Passes over most of the bytes of one file; it is not shared with another. */
export function createByteLanes(): ByteLanes {
  const module = openModule()
  const { buffer } = module.memory
  const input = new Uint8Array(buffer, INPUT, INPUT_BYTES)
  const found = new Int32Array(buffer, FOUND, 5)
  let length = 0
  const passing =
    (pass: Exports['passUtf8']) =>
    (start: number, before: number): Passed => {
      const end = pass(start, length, before)
      const [cr = 0, lf = 0, crlf = 0, characters = 0, cjk = 0] = found
      return { end, cr, lf, crlf, characters, cjk }
    }
  return {
    longest: INPUT_BYTES,
    load(bytes) {
      input.set(bytes)
      length = bytes.length
    },
    utf8: passing(module.passUtf8),
    gb: passing(module.passGb),
  }
}
