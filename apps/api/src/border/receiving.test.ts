import { expect, test } from 'vitest'
import { done, type Outcome } from '../problem.ts'
import { createReceiving } from './receiving.ts'

/** Receivings that go on until they are let go. */
function holding(most: number) {
  const receiving = createReceiving(most)
  const ends: (() => void)[] = []
  const hold = (who: string) =>
    receiving.admit(who, () => {
      return new Promise<Outcome<string>>((resolve) => ends.push(() => resolve(done('kept'))))
    })
  return { receiving, ends, hold }
}

test('one person sends six at once, another goes on', async () => {
  const { receiving, ends, hold } = holding(100)
  const six = Array.from({ length: 6 }, () => hold('a'))
  expect(await hold('a')).toMatchObject({ ok: false, fault: { code: 'too-many' } })
  const other = hold('b')
  expect(receiving.count()).toBe(7)
  for (const end of ends) end()
  expect((await Promise.all([...six, other])).every(({ ok }) => ok)).toBe(true)
  expect(receiving.count()).toBe(0)
})

test('all together have a bound', async () => {
  const { hold, ends } = holding(2)
  const held = [hold('a'), hold('b')]
  expect(await hold('c')).toMatchObject({ ok: false, fault: { code: 'too-many' } })
  ends[0]?.()
  await held[0]
  const next = hold('c')
  for (const end of ends) end()
  expect((await next).ok).toBe(true)
})

test('one that fails gives its place back', async () => {
  const receiving = createReceiving(1)
  const broken = receiving.admit('a', () => Promise.reject(new Error('cut off')))
  await expect(broken).rejects.toThrow('cut off')
  expect(receiving.count()).toBe(0)
})
