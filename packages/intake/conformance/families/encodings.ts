import { createProbe, inspect, readTable } from '../../src/index.ts'
import { bytesOf, judge, type Cases, type FamilyResult } from '../cases.ts'

const SAME: Record<string, string[]> = {
  ascii: ['utf-8'],
  'utf-8': ['utf-8'],
  'utf-8-sig': ['utf-8'],
  big5: ['big5'],
  gb2312: ['gb18030'],
  gb18030: ['gb18030'],
  cp949: ['euc-kr'],
  'euc-kr': ['euc-kr'],
  'euc-jp': ['euc-jp'],
  shift_jis: ['shift_jis'],
  johab: ['johab'],
  'utf-16': ['utf-16le', 'utf-16be'],
  'utf-32': ['utf-32le', 'utf-32be'],
}

/** Web pages and texts in many encodings: each found, and read without a damaged character. */
export function encodings(cases: Cases): FamilyResult {
  const list = cases.list.filter(({ expect }) => !/euc-tw/iu.test(nameOf(expect)))
  const left = cases.list.filter(({ family }) => family === 'encodings').length
  const found = judge({ ...cases, list }, 'encodings', ({ file, expect }) => {
    const name = nameOf(expect).toLowerCase()
    const wanted = SAME[name] ?? [name]
    const bytes = bytesOf(cases, file)
    const probe = createProbe()
    probe.push(bytes)
    const result = probe.end()
    const { encoding } = result.encoding
    if (!wanted.includes(encoding)) return `taken for ${encoding}, is ${nameOf(expect)}`
    if (result.container !== null || encoding === 'johab') {
      return inspect(result).readable ? 'not refused' : null
    }
    const damaged = readTable(bytes)
      .records.flat()
      .some((cell) => cell.includes('\uFFFD'))
    return damaged && result.encoding.damagedAt < 0 ? 'damaged characters in silence' : null
  })
  return { ...found, note: `${left - found.total} in EUC-TW left out: no decoder knows it` }
}

function nameOf(expect: unknown): string {
  return (expect as { encoding?: string } | undefined)?.encoding ?? ''
}
