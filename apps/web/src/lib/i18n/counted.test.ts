import { expect, test } from 'vitest'
import { counted } from './counted.ts'

test.each([
  [0, '0 zones'],
  [1, '1 zone'],
  ['1', '1 zone'],
  ['1,200', '1,200 zones'],
])('%s', (n, text) => {
  expect(counted(n, 'zone')).toBe(text)
})
