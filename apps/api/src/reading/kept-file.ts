import { once } from 'node:events'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Plan } from '@permu/intake'
import { sheetPath } from './sheet-file.ts'
import type { SheetTask } from './sheet.worker.ts'

const WORKER = new URL('./sheet.worker.ts', import.meta.url)

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

async function remake(task: SheetTask) {
  const worker = new Worker(WORKER, { workerData: task })
  await once(worker, 'exit')
}

/**
 * The bytes that a plan was made for: the kept file itself, or the CSV of the workbook's sheet,
 * made again where it is gone.
 */
export async function readablePath(
  folder: string,
  kept: { sha256: string; plan: Plan },
): Promise<string> {
  const path = join(folder, kept.sha256)
  const { sheet = null, sheets = [] } = kept.plan
  if (sheet === null) return path
  const derived = sheetPath(path, sheets.findIndex(({ name }) => name === sheet) + 1)
  if (!(await isThere(derived))) await remake({ path, sheet })
  return derived
}
