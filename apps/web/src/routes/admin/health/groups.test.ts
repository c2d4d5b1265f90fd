import type { Health } from '@permu/api/client'
import { expect, test } from 'vitest'
import { groupsOf, stretchText } from './groups.ts'
import { checkText } from './words.ts'

const HEALTH: Health = {
  ...{
    version: '1.2.3',
    commit: 'd71ab829dda1e96b89eb91b5fcfe411242f63c67',
    uptime: 90_061,
    ready: true,
    failed: [],
  },
  database: {
    ...{ engine: 'sqlite', schema: { done: 5, known: 6 }, size: 2048, wal: 0 },
    ...{ integrity: 'damaged', checkedAt: '2026-01-31T04:00:00Z' },
  },
  disk: { free: 5 * 1024 ** 3, limit: 1024 ** 3 },
  lastBackup: null,
  uploads: { receiving: 0, waiting: 1, reading: 2, byStatus: { committed: 12_345 } },
  computing: { running: 1, waiting: 0 },
  memory: { resident: 1024 ** 2, heap: 1024, heapLimit: 1024 ** 3 },
  rates: { read: { requests: 600, seconds: 60 }, upload: null },
}

test.each([
  [0.4, '0 秒', '0 seconds'],
  [59, '59 秒', '59 seconds'],
  [3600, '1 小时', '1 hour'],
  [3660, '1 小时 1 分钟', '1 hour 1 minute'],
  [90_061, '1 天 1 小时', '1 day 1 hour'],
  [86_460, '1 天', '1 day'],
])('%d seconds', (seconds, zh, en) => {
  expect(stretchText(seconds, 'zh')).toBe(zh)
  expect(stretchText(seconds, 'en')).toBe(en)
})

test('everything the server says is there, in words', () => {
  const facts = new Map(groupsOf(HEALTH, 'en').flatMap((group) => group.facts))
  expect(Object.fromEntries(facts)).toMatchObject({
    Version: '1.2.3',
    Commit: 'd71ab829dda1',
    Schema: '5 (this build knows 6)',
    'Last backup': 'none yet',
    Free: '5.0 GB',
    'in use': '12,345',
    Heap: '1.0 KB of at most 1.0 GB',
    Reading: '600 in 60 s',
    Uploading: 'none',
  })
  expect(facts.get('Integrity')).toContain('damaged')
})

test('a check that does not hold is told in words', () => {
  expect(checkText('disk', 'zh')).toBe('磁盘剩余空间太少')
  expect(checkText('moon', 'en')).toBe('moon')
})
