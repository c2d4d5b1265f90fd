export { createByteLanes } from './lanes.ts'
export { createRowKernel } from './rows.ts'
