import { scanPart, type Archive } from './parts.ts'
import { decodeEscapes, decodeText } from './xml.ts'

/** The texts that cells name by number: runs of rich text joined, readings aids left out. */
export async function readSharedStrings(archive: Archive, path: string | null): Promise<string[]> {
  const strings: string[] = []
  if (path === null) return strings
  let text = ''
  let inText = false
  let aids = 0
  const events = {
    open(name: string) {
      if (name === 'si') text = ''
      else if (name === 'rPh') aids++
      else if (name === 't') inText = aids === 0
    },
    text(raw: string) {
      if (inText) text += decodeText(raw)
    },
    close(name: string) {
      if (name === 't') inText = false
      else if (name === 'rPh') aids--
      else if (name === 'si') strings.push(decodeEscapes(text))
    },
  }
  await scanPart(archive, path, { most: archive.limits.stringBytes, events })
  return strings
}
