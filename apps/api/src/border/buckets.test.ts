import { expect, test } from 'vitest'
import { createBuckets } from './buckets.ts'

function bucketsAt(quota: { requests: number; seconds: number }, most = 100) {
  const time = { now: 0 }
  const buckets = createBuckets(quota, { clock: () => time.now, most })
  return { ...buckets, time }
}

test('a quota may be used at once, and comes back steadily', () => {
  const { take, time } = bucketsAt({ requests: 3, seconds: 60 })
  expect([take('a').ok, take('a').ok, take('a').left]).toEqual([true, true, 0])
  expect(take('a')).toEqual({ ok: false, left: 0, wait: 20, full: 60 })
  time.now = 19_999
  expect(take('a').ok).toBe(false)
  time.now = 20_001
  expect(take('a').ok).toBe(true)
  expect(take('a').ok).toBe(false)
})

test('being refused does not make the wait longer', () => {
  const { take, time } = bucketsAt({ requests: 1, seconds: 10 })
  take('a')
  for (time.now = 0; time.now < 10_000; time.now += 100) expect(take('a').ok).toBe(false)
  time.now = 10_000
  expect(take('a').ok).toBe(true)
})

test('nobody saves up more than the quota', () => {
  const { take, time } = bucketsAt({ requests: 2, seconds: 1 })
  take('a')
  time.now = 3_600_000
  expect([take('a').ok, take('a').ok, take('a').ok]).toEqual([true, true, false])
})

test('one does not use up what is another’s', () => {
  const { take } = bucketsAt({ requests: 1, seconds: 60 })
  expect([take('a').ok, take('b').ok, take('a').ok]).toEqual([true, true, false])
})

test('a million names hold no more than were allowed, and who asks on is remembered', () => {
  const { take, size } = bucketsAt({ requests: 2, seconds: 3600 }, 50)
  for (let i = 0; i < 1_000_000; i++) take(`n${String(i)}`)
  expect(size()).toBe(50)
  take('busy')
  for (let i = 0; i < 10_000; i++) {
    take(`m${String(i)}`)
    if (i % 40 === 0) take('busy')
  }
  expect(take('busy').ok).toBe(false)
})
