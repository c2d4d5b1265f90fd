import { expect, test } from 'vitest'
import { inTurn } from './changes.ts'

test('tasks run one after the other, also after one that failed', async () => {
  const said: string[] = []
  const run = inTurn()
  const task = (name: string, wait: number) => async () => {
    said.push(`${name} starts`)
    await new Promise((resolve) => setTimeout(resolve, wait))
    said.push(`${name} ends`)
    if (name === 'a') throw new Error('a')
  }
  const first = run(task('a', 5)).catch(() => undefined)
  await Promise.all([first, run(task('b', 0))])
  expect(said).toEqual(['a starts', 'a ends', 'b starts', 'b ends'])
})
