import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { besideFile } from './marks-file.ts'

test('pieces come back as they were last written, and no file is ever seen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'permu-marks-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const make = besideFile(join(folder, 'incoming-1'))
  const [one, other] = [make(), make()]
  expect(readdirSync(folder)).toEqual([])
  const piece = (first: number) => Int32Array.from({ length: 3000 }, (_, i) => first * i)
  for (const number of [0, 1, 2, 700]) one.write(number, piece(number + 1))
  other.write(0, piece(-5))
  one.write(1, piece(9))
  const found = new Int32Array(3000)
  const at = (scratch: typeof one, number: number) => {
    scratch.read(number, found)
    return found.slice()
  }
  expect([700, 1, 0].map((number) => at(one, number))).toEqual([piece(701), piece(9), piece(1)])
  expect(at(other, 0)).toEqual(piece(-5))
  one.end()
  other.end()
})
