import { expect, test } from 'vitest'
import { isForeignWrite } from './same-site.ts'

const HOST = { host: 'permu.example:4310' }
const ask = (headers: Record<string, string>, method = 'POST') =>
  isForeignWrite({ method, headers: new Headers({ ...HOST, ...headers }) })

test.each([
  { 'sec-fetch-site': 'same-origin', origin: 'null' },
  { 'sec-fetch-site': 'none' },
  { origin: 'http://permu.example:4310' },
  { origin: 'https://permu.example:4310' },
  {},
])('%j may write', (headers) => expect(ask(headers as Record<string, string>)).toBe(false))

test.each([
  { 'sec-fetch-site': 'cross-site', origin: 'http://permu.example:4310' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'http://elsewhere.example' },
  { origin: 'http://permu.example:4311' },
  { origin: 'http://permu.example' },
  { origin: 'null' },
  { origin: '' },
])('%j may not', (headers) => expect(ask(headers as Record<string, string>)).toBe(true))

test('reading is open to links from anywhere', () => {
  expect(ask({ 'sec-fetch-site': 'cross-site' }, 'GET')).toBe(false)
})
