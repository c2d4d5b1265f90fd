import { expect, test } from 'vitest'
import { messages, noteText } from './messages.ts'

test('the kind of a change of zones is told in words, other notes stay as they are', () => {
  expect(noteText('merge 2022: 东湖、西岭 → 东湖', messages.zh)).toBe(
    '合并 2022: 东湖、西岭 → 东湖',
  )
  expect(noteText('rename 2021: a → b', messages.en)).toBe('new name 2021: a → b')
  expect([noteText('', messages.zh), noteText('merged', messages.en)]).toEqual(['', 'merged'])
})
