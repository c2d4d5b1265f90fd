import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrPath } from './qr.ts'

/** The dark squares that a path fills. */
function squaresOf(path: string): Set<string> {
  const found = new Set<string>()
  for (const [, x, y, n] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu)) {
    for (let i = 0; i < Number(n); i++) found.add(`${Number(x) + i},${y ?? ''}`)
  }
  return found
}

test('the path fills the dark squares of the code and no other', () => {
  const text = 'http://127.0.0.1:4310/rank?v=1&w=tax.60,land.40'
  const { size, path } = qrPath(text)
  const { data } = encode(text, { ecc: 'M', border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((is, x) => (is ? [`${x},${y}`] : [])))
  expect(size).toBe(data.length)
  expect(squaresOf(path)).toEqual(new Set(dark))
  expect(dark.length).toBeGreaterThan(200)
})
