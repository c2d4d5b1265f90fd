import { expect, test } from 'vitest'
import { keyOf } from './new-key.ts'

const NOW = new Date('2026-01-31T00:00:00Z')

function formOf(entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

test('scopes, name and the day it ends are taken from the form', () => {
  const form = formOf([
    ['name', ' 同步 '],
    ['scope', 'data:read'],
    ['scope', 'ingest:write'],
    ['days', '30'],
  ])
  expect(keyOf(form, NOW)).toEqual({
    name: '同步',
    scopes: ['data:read', 'ingest:write'],
    expiresAt: '2026-03-02T00:00:00.000Z',
  })
})

test('only an empty choice is for ever', () => {
  const key = keyOf(formOf([['name', 'a'], ['scope', 'data:read'], ['days', '']]), NOW)
  expect(key).toMatchObject({ expiresAt: null })
})

test('a name and a scope that exists are needed', () => {
  expect(keyOf(formOf([['scope', 'data:read']]), NOW)).toBe('name')
  expect(keyOf(formOf([['name', 'a'], ['scope', 'everything']]), NOW)).toBe('scopes')
})

test.each(['7', '-1', '1e9', 'x'])('a life of %s days, which nobody offered, is refused', (days) => {
  expect(keyOf(formOf([['name', 'a'], ['scope', 'data:read'], ['days', days]]), NOW)).toBe('days')
})
