import { createReadStream } from 'node:fs'
import { createRowReader, type FileRow, type Plan } from '@permu/intake'

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
