import { workerData } from 'node:worker_threads'
import { makeSheetFile } from './sheet-file.ts'

/** Makes the CSV of a sheet again, off the event loop. */

export interface SheetTask {
  path: string
  sheet: string
}

function isTask(data: unknown): data is SheetTask {
  return typeof data === 'object' && data !== null && 'path' in data && 'sheet' in data
}

if (isTask(workerData)) await makeSheetFile(workerData.path, workerData.sheet)
