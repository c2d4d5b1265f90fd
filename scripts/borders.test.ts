import { execFile } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'

/** Each border is proved by a violation that is put in place, must be caught, and is taken away. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const bin = (name: string) => join(ROOT, 'node_modules', '.bin', name)

let seeded: string[] = []
afterEach(() => {
  for (const path of seeded) rmSync(path, { force: true })
  seeded = []
})

function seed(path: string, content: string): string {
  const full = join(ROOT, path)
  writeFileSync(full, content, { flag: 'wx' })
  seeded.push(full)
  return path
}

function run(command: string, args: string[], cwd = ROOT): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? 1 : 0
      resolve({ code, text: stdout + stderr })
    })
  })
}

const cruise = (folder: string) =>
  run(bin('depcruise'), ['--config', '.dependency-cruiser.mjs', '--output-type', 'err', folder])

describe('dependency-cruiser', () => {
  test.each([
    ['metrics-stands-alone', 'packages/metrics/src/seeded.ts', "import 'node:fs'\n"],
    ['intake-needs-metrics-only', 'packages/intake/src/seeded.ts', "import 'node:fs'\n"],
    [
      'nothing-imports-an-app',
      'packages/intake/src/seeded.ts',
      "export { readConfig } from '../../../apps/api/src/config.ts'\n",
    ],
    [
      'web-reaches-api-by-its-client',
      'apps/web/src/lib/Seeded.svelte',
      '<script lang="ts">\n  import { readConfig } from \'../../../api/src/config.ts\'\n  readConfig({})\n</script>\n',
    ],
    [
      'routes-hold-no-sql',
      'apps/api/src/zones/seeded-routes.ts',
      "export { sql } from 'drizzle-orm'\n",
    ],
    [
      'queries-hold-no-http',
      'apps/api/src/data/seeded-queries.ts',
      "export { Hono } from 'hono'\n",
    ],
    [
      'one-folder-knows-the-engine',
      'apps/api/src/data/seeded.ts',
      "export { default } from 'better-sqlite3'\n",
    ],
  ])('%s', async (rule, path, content) => {
    seed(path, content)
    const { code, text } = await cruise(path.split('/src/')[0] ?? '.')
    expect(text).toContain(rule)
    expect(code).not.toBe(0)
  })

  test('client-knows-types-only', async () => {
    const full = join(ROOT, 'apps/api/src/client.ts')
    const { readFileSync } = await import('node:fs')
    const before = readFileSync(full, 'utf8')
    try {
      writeFileSync(full, `${before}export { readConfig } from './config.ts'\n`)
      expect((await cruise('apps/api')).text).toContain('client-knows-types-only')
    } finally {
      writeFileSync(full, before)
    }
  })

  test('no-circular', async () => {
    seed(
      'packages/metrics/src/seeded-a.ts',
      "import { b } from './seeded-b.ts'\nexport const a = () => b\n",
    )
    seed(
      'packages/metrics/src/seeded-b.ts',
      "import { a } from './seeded-a.ts'\nexport const b = () => a\n",
    )
    expect((await cruise('packages/metrics')).text).toContain('no-circular')
  })
})

describe('ESLint', () => {
  test.each([
    [
      'no-restricted-properties',
      'packages/metrics/src/seeded.ts',
      'export const x = Math.random()\n',
    ],
    ['no-restricted-properties', 'packages/metrics/src/seeded.ts', 'export const x = Date.now()\n'],
    ['no-restricted-syntax', 'packages/intake/src/seeded.ts', 'export const x = new Date()\n'],
    [
      'no-restricted-properties',
      'apps/api/src/data/seeded.ts',
      "export const x = process.env['X']\n",
    ],
    [
      'no-restricted-imports',
      'apps/api/src/data/seeded.ts',
      "export { default } from 'better-sqlite3'\n",
    ],
    [
      'max-params',
      'apps/api/src/data/seeded.ts',
      'export const f = (a: 1, b: 2, c: 3, d: 4) => [a, b, c, d]\n',
    ],
    ['svelte/no-at-html-tags', 'apps/web/src/lib/Seeded.svelte', "<p>{@html '<b>x</b>'}</p>\n"],
  ])('%s catches %s', async (rule, path, content) => {
    seed(path, content)
    const { code, text } = await run(bin('eslint'), [path])
    expect(text).toContain(rule)
    expect(code).not.toBe(0)
  })
})

describe('the type checker', () => {
  test.each(['process.cwd()', "fetch('/')", 'document.title', "console.log('x')"])(
    'a package cannot name %s',
    async (expression) => {
      seed('packages/metrics/src/seeded.ts', `export const x = ${expression}\n`)
      const cwd = join(ROOT, 'packages/metrics')
      const { code, text } = await run(bin('tsc'), ['-p', 'tsconfig.json'], cwd)
      expect(text).toMatch(/seeded\.ts.*TS2(304|580|584)/u)
      expect(code).not.toBe(0)
    },
  )

  test('a package is entered by its exports only', async () => {
    seed('apps/api/src/data/seeded.ts', "export { FIELDS } from '@permu/metrics/src/field.ts'\n")
    const { text } = await run(bin('tsc'), ['-p', 'tsconfig.json'], join(ROOT, 'apps/api'))
    expect(text).toMatch(/seeded\.ts.*TS2307/u)
  })
})

describe('knip', () => {
  test('finds a file that nobody uses', async () => {
    seed('apps/api/src/data/seeded.ts', 'export const unused = 1\n')
    const { code, text } = await run(bin('knip'), [])
    expect(text).toContain('apps/api/src/data/seeded.ts')
    expect(code).not.toBe(0)
  })
})
