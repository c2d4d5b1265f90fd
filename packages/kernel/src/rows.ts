import type { RecordView, RowDialect, RowKernel } from '@permu/intake'
import { ROWS_WASM } from './rows.wasm.ts'

/** What the module gives, as `assembly/rows.ts` says. */
interface Exports {
  memory: { buffer: ArrayBuffer }
  prepare(delimiter: number, quote: number, cells: number, together: number): void
  cut(start: number, used: number): number
  nextRow(): number
}

// Places in memory, the same as in `assembly/rows.ts`.
const INPUT = 0x10000
const INPUT_BYTES = 0x40000
const STARTS = 0x50000
const ENDS = 0x60000
const VALUES = 0x70000
const KINDS = 0x90000
const FORMS = 0x94000
const WANTED = 0x98000
const ROW_STARTS = 0x9c000
const COUNTS = 0x9d000

/** Cells that there is room for, over all rows that are cut together. */
const CELLS = 4096
const ROWS = 256
const LONGEST_STRIDE = 512

/** What is used of the host, which Node has and its types do not. */
interface Host {
  WebAssembly: {
    Module: new (bytes: Uint8Array) => object
    Instance: new (module: object) => { exports: unknown }
  }
}

const { Module, Instance } = (globalThis as unknown as Host).WebAssembly
const module = new Module(Buffer.from(ROWS_WASM, 'base64'))

/** Views of rows that stand one behind the other in the memory of the module. */
function viewsOf(memory: ArrayBuffer, stride: number, count: number): RecordView[] {
  const bytes = new Uint8Array(memory, INPUT, INPUT_BYTES)
  return Array.from({ length: count }, (_, row) => {
    const at = row * stride
    return {
      bytes,
      starts: new Int32Array(memory, STARTS + at * 4, stride),
      ends: new Int32Array(memory, ENDS + at * 4, stride),
      kinds: new Uint8Array(memory, KINDS + at, stride),
      forms: new Int8Array(memory, FORMS + at, stride),
      values: new Float64Array(memory, VALUES + at * 8, stride),
      count: 0,
      row: 0,
      byte: 0,
    }
  })
}

/** Makes a kernel for one reading of a file; it is not shared with another. */
export function createRowKernel(dialect: RowDialect): RowKernel | null {
  const { delimiter, quote, columns, numbers } = dialect
  const stride = columns + 1
  if (stride > LONGEST_STRIDE) return null
  const exports = new Instance(module).exports as Exports
  const { buffer } = exports.memory
  const views = viewsOf(buffer, stride, Math.min(ROWS, Math.floor(CELLS / stride)))
  const rowStarts = new Int32Array(buffer, ROW_STARTS, views.length + 1)
  const counts = new Int32Array(buffer, COUNTS, views.length)
  const wanted = new Uint8Array(buffer, WANTED, stride)
  for (const k of numbers) wanted[k] = 1
  exports.prepare(delimiter, quote, stride, views.length)
  const kernel: RowKernel = {
    input: new Uint8Array(buffer, INPUT, INPUT_BYTES),
    views,
    rowStarts,
    next: 0,
    cut(start, used) {
      const count = exports.cut(start, used)
      for (let row = 0; row < count; row++) {
        const view = views[row]
        if (view) view.count = counts[row] ?? 0
      }
      kernel.next = exports.nextRow()
      return count
    },
  }
  return kernel
}
