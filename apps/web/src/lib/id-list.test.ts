import { expect, test } from 'vitest'
import { apiList, joinIds, splitIds } from './id-list.ts'

test('any ids come back from an address', () => {
  const ids = ['tax', 'a,b', '~.~', '税 收', 'x~t']
  expect(splitIds([joinIds(ids)])).toEqual(ids)
})

test('one parameter an id means the same; empty and double ones are left out', () => {
  expect(splitIds(['a', '', 'b,a'])).toEqual(['a', 'b'])
})

test('the API gets names with marks in quotes', () => {
  expect(apiList(['tax', 'a,b', 'say "x"'])).toBe('tax,"a,b","say ""x"""')
})
