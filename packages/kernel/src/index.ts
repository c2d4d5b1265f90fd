export { createRowKernel } from './rows.ts'
