import { expect, test } from 'vitest'
import { idOfKey, nameKey, zoneId } from './name.ts'

const folded = (name: string) => name.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase()

test('every character by itself is folded as by the rule', () => {
  const wrong: string[] = []
  for (let code = 0; code <= 0xffff; code++) {
    const name = `园${String.fromCharCode(code)}`
    if (nameKey(name) !== folded(name)) wrong.push(code.toString(16))
  }
  expect(wrong).toEqual([])
})

test.each([
  ['高新区', '高新区'],
  ['Ａ１ 园区', 'a1园区'],
  ['　西　区 ', '西区'],
  ['㎞', 'km'],
])('%s has the key %s', (name, key) => {
  expect(nameKey(name)).toBe(key)
  expect(zoneId(name)).toBe(idOfKey(key))
})

test('a name has the same id on every machine', () => {
  expect(zoneId('高新区')).toBe(zoneId(' 高新区'))
  expect(zoneId('高新区')).toMatch(/^[\da-f]{12}$/u)
})
