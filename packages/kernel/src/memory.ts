import { KERNEL_WASM } from './kernel.wasm.ts'

/** The module, and its places in memory, the same as in `assembly/memory.ts`. */

export const INPUT = 0x10000
export const INPUT_BYTES = 0x40000
export const STARTS = 0x50000
export const ENDS = 0x60000
export const VALUES = 0x70000
export const KINDS = 0x90000
export const FORMS = 0x94000
export const WANTED = 0x98000
export const ROW_STARTS = 0x9c000
export const COUNTS = 0x9d000
export const NUMBERS = 0xa0000
export const FOUND = 0xa7000

/** What the module gives, as `assembly/index.ts` says. */
export interface Exports {
  memory: { buffer: ArrayBuffer }
  prepare(delimiter: number, quote: number, cells: number, together: number): void
  cut(start: number, used: number): number
  nextRow(): number
  forget(): void
  /** Numbers the texts of the column `k`, the `c`-th of those that are numbered. */
  number(c: number, k: number, rows: number, stride: number): void
  passUtf8(start: number, used: number, before: number): number
  passGb(start: number, used: number, before: number): number
}

/** What is used of the host, which Node has and its types do not. */
interface Host {
  WebAssembly: {
    Module: new (bytes: Uint8Array) => object
    Instance: new (module: object) => { exports: unknown }
  }
}

const { Module, Instance } = (globalThis as unknown as Host).WebAssembly
const compiled = new Module(Buffer.from(KERNEL_WASM, 'base64'))

/** A memory of its own: nobody else may use it meanwhile. */
export const openModule = () => new Instance(compiled).exports as Exports
