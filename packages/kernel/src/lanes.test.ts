import { createProbe } from '@permu/intake'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gb18030, utf8 } from '../../intake/src/testing/encode.ts'
import { createByteLanes } from './lanes.ts'

function prove(bytes: Uint8Array, size: number, isFast: boolean) {
  const probe = createProbe(isFast ? { lanes: createByteLanes } : {})
  for (let at = 0; at < bytes.length; at += size) probe.push(bytes.slice(at, at + size))
  return probe.end()
}

function expectSame(bytes: Uint8Array, sizes: readonly number[]) {
  for (const size of sizes) {
    expect(prove(bytes, size, true), `chunks of ${size}`).toEqual(prove(bytes, size, false))
  }
}

// Beyond this many characters one encoding is as good as proved, and the lanes are taken.
const SETTLED = '园区名称,税收收入(万元)\r\n'.repeat(100)
const PIECES = [
  ...[
    'a',
    '0123456789',
    ',',
    '\r\n',
    '\n',
    '\r',
    '\t',
    '园区',
    '一',
    '龥',
    '（％）',
    '１２',
    '—',
    '…',
  ],
  ...['€', 'é', 'ß', '한', '😀', '㐀', '\u{20000}', 'x'.repeat(70), '园'.repeat(40), '\uFFFD'],
]
const ONLY_UTF8 = ['é', 'ß', '한', '😀', '㐀', '\u{20000}', '\uFFFD']
const IN_GB = PIECES.filter((piece) => !ONLY_UTF8.includes(piece))

it.each([
  ['UTF-8', utf8, PIECES],
  ['GB18030', gb18030, IN_GB],
])('proves the same of %s, however its bytes are cut', (_, encode, known) => {
  const text = fc.array(fc.constantFrom(...known), { maxLength: 120 })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 300 }), (pieces, size) => {
      expectSame(encode(SETTLED + pieces.join('') + SETTLED), [size, 1 << 20])
    }),
    { numRuns: 200, seed: 20261123 },
  )
})

it('proves the same of bytes that are damaged anywhere', () => {
  const whole = utf8(SETTLED + SETTLED)
  const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 })
  fc.assert(
    fc.property(damage, fc.boolean(), fc.integer({ min: 1, max: 300 }), (all, isGb, size) => {
      const bytes = isGb ? gb18030(SETTLED + SETTLED) : whole.slice()
      for (const [at, byte] of all) bytes[at % bytes.length] = byte
      expectSame(bytes, [size, 1 << 20])
    }),
    { numRuns: 300, seed: 20261123 },
  )
})

it('takes the lanes of a file that is proved', () => {
  const lanes = createByteLanes()
  const bytes = utf8(SETTLED)
  lanes.load(bytes)
  const passed = lanes.utf8(0, 0)
  expect(passed).toMatchObject({ end: bytes.length, cr: 100, lf: 0, crlf: 100 })
  expect(passed.cjk).toBe(passed.characters)
})
