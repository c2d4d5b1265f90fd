import { expect, test } from 'vitest'
import { localeFromHeader, withoutPreferences, withPreference } from './preferences.ts'

test.each([
  [null, 'zh'],
  ['en-GB,en;q=0.9,zh;q=0.5', 'en'],
  ['fr, zh-TW;q=0.8, en;q=0.7', 'zh'],
  ['en;q=0, zh;q=0.1', 'zh'],
  ['ja', 'zh'],
])('Accept-Language %s gives %s', (header, locale) => {
  expect(localeFromHeader(header)).toBe(locale)
})

test('a preference joins the address and leaves it again', () => {
  const url = new URL('http://localhost/rank?y=2024')
  const set = withPreference(url, 'lang', 'en')
  expect(set).toBe('/rank?y=2024&lang=en')
  expect(withoutPreferences(new URL(set, url))).toBe('/rank?y=2024')
})
