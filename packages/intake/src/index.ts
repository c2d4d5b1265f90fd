export { createProbe, type Probe, type ProbeOptions } from './probe.ts'
export type { ByteLanes, Passed } from './byte-lanes.ts'
export { inspect } from './inspect.ts'
export { createReader, createRecordFinder, readRecord } from './reader.ts'
export type { Reader, ReaderOptions, RecordFinder } from './reader.ts'
export { createRowReader, type FileRow, type RowReader } from './row-reader.ts'
export { readAll, type Observation, type WholeFile } from './read-all.ts'
export { readTable, type RawTable, type TableOptions } from './table.ts'
export type { Dialect } from './decode.ts'
export { PROBLEM_CODES, type Problem, type ProblemCode, type Severity } from './problem.ts'
export { problemText, type ProblemWords } from './problem-text.ts'
export type * from './plan.ts'
export type { RecordView } from './record-view.ts'
export type { MakeRowKernel, RowDialect, RowKernel } from './row-kernel.ts'
export { openWorkbook, type SheetEnd, type SheetInfo, type Workbook } from './workbook/workbook.ts'
export { unknownSheet, workbookProblem } from './workbook/workbook-problem.ts'
export { bytesSource, type ByteSource } from './workbook/source.ts'
export type { RefusalKind, Result } from './workbook/refusal.ts'
export type { MakeScratch, Scratch } from './scratch.ts'
export { scaleSlip } from './scale.ts'
export { LEDGER_ITEMS, ledgerItem, type LedgerItem, type LedgerItemId } from './ledger/items.ts'
export { inspectLedger, proposeLedger } from './ledger/ledger-plan.ts'
export {
  createLedgerReader,
  type LedgerCell,
  type LedgerReader,
  type LedgerRow,
  type LedgerSink,
} from './ledger/ledger-reader.ts'
