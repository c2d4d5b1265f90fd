import { expect, test } from 'vitest'
import { cssText } from './page-text.ts'

test.each([
  ['2024 年', '"2024 年"'],
  ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
  ['a\n}b', '"a }b"'],
  ['亩'.repeat(300), `"${'亩'.repeat(259)}…"`],
])('%j is %s', (text, expected) => {
  expect(cssText(text)).toBe(expected)
})
