import { expect, test } from 'vitest'
import { isTooLong, shortHref, viewHref, viewOf } from './view.ts'

test('a view is the page and its query, and leads back to them', () => {
  const url = new URL('http://x/rank?v=1&w=tax.60,land.40')
  expect(viewOf(url)).toEqual({ path: '/rank', query: 'v=1&w=tax.60,land.40' })
  expect(viewHref(viewOf(url))).toBe('/rank?v=1&w=tax.60,land.40')
  expect(viewHref({ path: '/rank', query: '' })).toBe('/rank')
  expect(shortHref('0123456789ab')).toBe('/v/0123456789ab')
})

test('only what mail programs would cut is too long', () => {
  expect(isTooLong('x'.repeat(1800))).toBe(false)
  expect(isTooLong('x'.repeat(1801))).toBe(true)
})
