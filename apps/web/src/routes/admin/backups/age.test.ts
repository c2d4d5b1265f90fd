import { expect, test } from 'vitest'
import { ageText } from './age.ts'

const NOW = '2026-01-31T12:00:00Z'

test.each([
  ['2026-01-31T11:59:18Z', '42秒钟前', '42 seconds ago'],
  ['2026-01-31T11:01:00Z', '59分钟前', '59 minutes ago'],
  ['2026-01-31T11:00:00Z', '1小时前', '1 hour ago'],
  ['2026-01-30T12:00:01Z', '23小时前', '23 hours ago'],
  ['2026-01-24T11:00:00Z', '7天前', '7 days ago'],
])('%s', (at, zh, en) => {
  expect(ageText(at, NOW, 'zh')).toBe(zh)
  expect(ageText(at, NOW, 'en')).toBe(en)
})

test('a clock that is behind tells no future', () => {
  expect(ageText('2026-01-31T12:00:09Z', NOW, 'en')).toBe('0 seconds ago')
})
