import { expect, it } from 'vitest'
import { warmUp } from './warm-up.ts'

it('reads every row of its tables, as those of a real file', async () => {
  expect(await warmUp(() => true)).toBe(12_000)
})

it('stops between two pieces as soon as there is something else to do', async () => {
  let asked = 0
  expect(await warmUp(() => ++asked < 4)).toBe(0)
  expect(asked).toBe(4)
})
