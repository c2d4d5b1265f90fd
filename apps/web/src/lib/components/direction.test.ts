import type { Better } from '@permu/api/client'
import { expect, test } from 'vitest'
import type { Locale } from '#lib/i18n/index.ts'
import { directionText } from './direction.ts'

const CASES: [Better, Locale, string][] = [
  ['more', 'en', 'more is better'],
  ['less', 'zh', '越低越好'],
  [{ target: [0.8, 1.25] }, 'en', 'best between 0.8 and 1.25'],
  [{ target: [1, 1] }, 'zh', '以 1 为宜'],
  [{ target: [1, null] }, 'zh', '不低于 1 为宜'],
  [{ target: [null, 7] }, 'en', 'best up to 7'],
]

test.each(CASES)('%j in %s is %s', (better, locale, text) => {
  expect(directionText(better, locale)).toBe(text)
})
