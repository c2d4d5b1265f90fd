import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const index = new URL('./index.ts', import.meta.url).href

// A program and, right below it, what it prints.
const examples = [
  ...readme.matchAll(/```ts\n((?:(?!```)[\s\S])*)```\n\n```text\n([\s\S]*?)```/g),
].map(([, program = '', output = '']) => ({ program, output }))

function run(program: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'permu-readme-'))
  const file = join(folder, 'example.ts')
  try {
    writeFileSync(file, program.replaceAll("'@permu/metrics'", JSON.stringify(index)))
    return execFileSync(process.execPath, [file], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('the README has examples with their output', () => {
  expect(examples.length).toBeGreaterThan(0)
})

test.each(examples)('example $# of the README prints what it says', ({ program, output }) => {
  expect(run(program)).toBe(output)
})
