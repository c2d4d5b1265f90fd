import { createProbe, inspect, readTable } from '../../src/index.ts'
import { bytesOf, difference, judge, type Cases, type FamilyResult } from '../cases.ts'

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

/** Web pages and texts in many encodings: each found, and read undamaged or refused by its name. */
export function encodings(cases: Cases): FamilyResult {
  return judge(cases, 'encodings', ({ file, expect }) => {
    const name = nameOf(expect).toLowerCase()
    const bytes = bytesOf(cases, file)
    const probe = createProbe()
    probe.push(bytes)
    const result = probe.end()
    const { encoding, damagedAt } = result.encoding
    if (!(SAME[name] ?? [name]).includes(encoding)) return `taken for ${encoding}, is ${name}`
    if (result.container !== null) return null
    const { readable, problems } = inspect(result)
    if (!readable) return difference('problem', problems[0]?.code, 'encoding-unsupported')
    const damaged = readTable(bytes)
      .records.flat()
      .some((cell) => cell.includes('\uFFFD'))
    return damaged && damagedAt < 0 ? 'damaged characters in silence' : null
  })
}

function nameOf(expect: unknown): string {
  return (expect as { encoding?: string } | undefined)?.encoding ?? ''
}
