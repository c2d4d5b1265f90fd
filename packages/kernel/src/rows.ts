import type { RecordView, RowDialect, RowKernel } from '@permu/intake'
import * as at from './memory.ts'

/** Cells that there is room for, over all rows that are cut together. */
const CELLS = 4096
const ROWS = 256
const LONGEST_STRIDE = 512

/** Columns of which there is room for the texts. */
const TEXT_COLUMNS = 4

/** Views of rows that stand one behind the other in the memory of the module. */
function viewsOf(memory: ArrayBuffer, stride: number, count: number): RecordView[] {
  const bytes = new Uint8Array(memory, at.INPUT, at.INPUT_BYTES)
  return Array.from({ length: count }, (_, row) => {
    const first = row * stride
    return {
      bytes,
      starts: new Int32Array(memory, at.STARTS + first * 4, stride),
      ends: new Int32Array(memory, at.ENDS + first * 4, stride),
      kinds: new Uint8Array(memory, at.KINDS + first, stride),
      forms: new Int8Array(memory, at.FORMS + first, stride),
      values: new Float64Array(memory, at.VALUES + first * 8, stride),
      texts: new Int32Array(memory, at.NUMBERS + first * 4, stride).fill(-1),
      count: 0,
      row: 0,
      byte: 0,
    }
  })
}

/** Makes a kernel for one reading of a file; it is not shared with another. */
export function createRowKernel(dialect: RowDialect): RowKernel | null {
  const { delimiter, quote, columns, numbers, texts } = dialect
  const stride = columns + 1
  if (stride > LONGEST_STRIDE) return null
  const module = at.openModule()
  const { buffer } = module.memory
  const views = viewsOf(buffer, stride, Math.min(ROWS, Math.floor(CELLS / stride)))
  const rowStarts = new Int32Array(buffer, at.ROW_STARTS, views.length + 1)
  const counts = new Int32Array(buffer, at.COUNTS, views.length)
  const wanted = new Uint8Array(buffer, at.WANTED, stride)
  for (const k of numbers) wanted[k] = 1
  module.prepare(delimiter, quote, stride, views.length)
  module.forget()
  const numbered = texts.slice(0, TEXT_COLUMNS)
  const kernel: RowKernel = {
    input: new Uint8Array(buffer, at.INPUT, at.INPUT_BYTES),
    views,
    rowStarts,
    next: 0,
    cut(start, used) {
      const count = module.cut(start, used)
      for (const [c, k] of numbered.entries()) module.number(c, k, count, stride)
      for (let row = 0; row < count; row++) {
        const view = views[row]
        if (view) view.count = counts[row] ?? 0
      }
      kernel.next = module.nextRow()
      return count
    },
  }
  return kernel
}
