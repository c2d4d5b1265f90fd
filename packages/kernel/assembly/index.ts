/** AssemblyScript, compiled by `compile.ts` into `src/kernel.wasm.ts`. */

export { cut, nextRow, prepare } from './rows'
export { forget, number } from './texts'
export { passGb, passUtf8 } from './proof'
