import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const SOURCES = fileURLToPath(new URL('../../', import.meta.url))

test('the reader is 您 throughout, never 你', () => {
  const files = globSync('**/*{messages,words,texts}.ts', { cwd: SOURCES })
  expect(files.length).toBeGreaterThan(20)
  const rude = files.filter((file) => readFileSync(SOURCES + file, 'utf8').includes('你'))
  expect(rude).toEqual([])
})
