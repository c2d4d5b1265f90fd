/** Takes bytes; the next ones come when it has taken them. */
export type Write = (chunk: Uint8Array<ArrayBuffer>) => void | Promise<void>

const FULL = 256 * 1024

function field(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Writes records as UTF-8 with commas and LF; rows without a cell are empty lines. */
export function createCsvWriter(write: Write) {
  const encoder = new TextEncoder()
  let text = ''
  let line = 0
  async function flush() {
    const bytes = encoder.encode(text)
    text = ''
    if (bytes.length > 0) await write(bytes)
  }
  return {
    /** The record of a sheet row, as wide as `width` at least; the lines up to it are empty. */
    record(row: number, texts: readonly string[], width: number) {
      text += '\n'.repeat(row - line - 1)
      text += texts.map(field).join(',')
      text += `${','.repeat(Math.max(0, width - Math.max(1, texts.length)))}\n`
      line = row
    },
    isFull: () => text.length > FULL,
    flush,
  }
}
