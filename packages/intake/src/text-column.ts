import { copyInto } from './bytes.ts'
import type { TextReader } from './decode.ts'
import { Interner } from './interner.ts'
import { cleanLabel } from './label.ts'
import { cellText } from './records.ts'
import type { RecordView } from './record-view.ts'
import { encodeUtf8 } from './utf8.ts'

/** Numbers for the texts of one column. */
export interface TextColumn {
  idOf(view: RecordView): number
  texts: string[]
  damaged: boolean[]
}

export function createTextColumn(k: number, reader: TextReader): TextColumn {
  const interner = new Interner()
  const texts: string[] = []
  const damaged: boolean[] = []
  /** By the number that a text has: its id; -1 where that is not known yet. */
  let byNumber = new Int32Array(64).fill(-1)
  function idOf(view: RecordView): number {
    const number = k < view.count ? (view.texts[k] ?? -1) : -1
    if (number < 0) return idOfBytes(view)
    const known = byNumber[number] ?? -1
    return known >= 0 ? known : meet(number, idOfBytes(view))
  }
  function meet(number: number, id: number): number {
    if (number >= byNumber.length) {
      const larger = new Int32Array(Math.max(number + 1, byNumber.length * 2)).fill(-1)
      byNumber = copyInto(larger, byNumber)
    }
    return (byNumber[number] = id)
  }
  function idOfBytes(view: RecordView): number {
    if (k >= view.count) return internText('', false)
    if ((view.kinds[k] ?? 0) > 1) {
      const text = cellText(view, k, reader)
      return internText(text, reader.damaged)
    }
    const id = interner.intern(view.bytes, view.starts[k] ?? 0, view.ends[k] ?? 0)
    if (id === texts.length) learn(cellText(view, k, reader), reader.damaged)
    return id
  }
  // Texts that quotes have changed are told apart by a byte that no cell begins with.
  function internText(text: string, bad: boolean): number {
    const bytes = encodeUtf8(text === '' ? '' : `\u0001${text}`)
    const id = interner.intern(bytes, 0, bytes.length)
    if (id === texts.length) learn(text, bad)
    return id
  }
  function learn(text: string, bad: boolean): void {
    texts.push(cleanLabel(text))
    damaged.push(bad)
  }
  return { idOf, texts, damaged }
}
