import { expect, test } from 'vitest'
import { kindOf } from './kind.ts'

test.each([
  ['/rank', 'rank'],
  ['/rank/methods', 'methods'],
  ['/zones/ab', 'zone'],
  ['/zones/ab/report', 'report'],
  ['/report', 'report'],
  ['/starter', 'other'],
])('%s is %s', (path, kind) => {
  expect(kindOf(path)).toBe(kind)
})
