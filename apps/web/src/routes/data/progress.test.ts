import { expect, test } from 'vitest'
import { durationText, remember, secondsLeft, shareRead } from './progress.ts'

test('the time left follows the speed of the last moments', () => {
  const moments = [
    { at: 0, bytes: 1000 },
    { at: 1000, bytes: 3000 },
  ]
  expect(secondsLeft(moments, 10_000)).toBe(4)
  expect(secondsLeft(moments, 3000)).toBe(0)
})

test('too little time or no movement tells nothing', () => {
  expect(secondsLeft([], 10)).toBeNull()
  expect(
    secondsLeft(
      [
        { at: 0, bytes: 1 },
        { at: 100, bytes: 2 },
      ],
      10,
    ),
  ).toBeNull()
  expect(
    secondsLeft(
      [
        { at: 0, bytes: 5 },
        { at: 900, bytes: 5 },
      ],
      10,
    ),
  ).toBeNull()
})

test('a second pass over the file starts afresh, and a moment without news is none', () => {
  const one = remember([], { at: 0, bytes: 10 })
  expect(remember(one, { at: 1, bytes: 10 })).toEqual(one)
  expect(remember(one, { at: 1, bytes: 2 })).toEqual([{ at: 1, bytes: 2 }])
  const many = Array.from({ length: 20 }, (_, i) => ({ at: i, bytes: i }))
  expect(many.reduce(remember, one.slice(1)).length).toBe(8)
})

test('the share is unknown before the first byte', () => {
  expect(shareRead({ bytes: 100, progress: { bytes: 0, rows: 0 } })).toBeNull()
  expect(shareRead({ bytes: 100, progress: { bytes: 25, rows: 3 } })).toBe(0.25)
})

test('a long time is told in minutes', () => {
  const words = { seconds: (s: number) => `${s} s`, minutes: (m: number, s: number) => `${m}:${s}` }
  expect([durationText(12, words), durationText(125, words)]).toEqual(['12 s', '2:5'])
})
