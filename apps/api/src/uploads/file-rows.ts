import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createRowReader, type FileRow, type Plan } from '@permu/intake'

/** Where the bytes lie that a plan was made for. */
export const pathOf = async (folder: string, kept: { sha256: string; plan: Plan }) =>
  join(folder, kept.sha256)

const CHUNK = 1 << 20

/** Shows the rows of a kept file one after the other, until the visitor has enough. */
export async function eachRow(
  path: string,
  plan: Plan,
  show: (row: FileRow) => boolean,
): Promise<void> {
  let open = true
  const reader = createRowReader(plan, (row) => {
    open = show(row)
    return open
  })
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    reader.push(chunk as Uint8Array)
    if (!open) return
  }
  reader.end()
}
