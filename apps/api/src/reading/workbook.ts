import { createProbe, inspect, type Plan } from '@permu/intake'
import type { ReadingTask } from './messages.ts'
import { makeSheetFile, type SheetFile } from './sheet-file.ts'

/** What is read of a kept file: its own bytes, or one sheet of a workbook as CSV beside it. */
export interface Readable {
  task: ReadingTask
  /** The plan with what is known of the workbook; problems of the workbook come first. */
  describe(plan: Plan): Plan
  /** Set where the bytes are a workbook that cannot be read. */
  refused: Plan | null
}

const NO_BYTES = Uint8Array.of(0x50, 0x4b, 0x03, 0x04)

/** The plan of a workbook that is not read: it says which sheets there are, and why. */
function refusedPlan(task: ReadingTask, { sheet, sheets, problems }: SheetFile): Plan {
  const probe = createProbe()
  probe.push(NO_BYTES)
  return { ...inspect(probe.end(), task.options), sheet, sheets, problems }
}

/** Finds out whether a file is a workbook, and if so makes its sheet ready to be read. */
export async function readableOf(task: ReadingTask): Promise<Readable> {
  const { sheet: wanted, ...options } = task.options
  const file = await makeSheetFile(task.path, wanted)
  if (file === null) return { task: { ...task, options }, describe: (plan) => plan, refused: null }
  const { path, sheet, sheets } = file
  return {
    task: { ...task, path, options: { ...options, encoding: 'utf-8', delimiter: ',' } },
    describe: (plan) => ({
      ...plan,
      sheet,
      sheets,
      problems: [...file.problems, ...plan.problems],
    }),
    refused: path === task.path ? refusedPlan({ ...task, options }, file) : null,
  }
}
