import { execFile } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import ts from 'typescript'
import { afterEach, describe, expect, test } from 'vitest'

/** Each border is proved by a breach that is put in place, must be caught, and is taken away. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const at = (path: string) => join(ROOT, path)

const undo: (() => void)[] = []
function clean() {
  for (let step = undo.pop(); step; step = undo.pop()) step()
}
afterEach(clean)
process.once('exit', clean)
process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))

function seed(path: string, content: string) {
  writeFileSync(at(path), content, { flag: 'wx' })
  undo.push(() => rmSync(at(path), { force: true }))
}

function append(path: string, content: string) {
  const before = readFileSync(at(path), 'utf8')
  undo.push(() => writeFileSync(at(path), before))
  writeFileSync(at(path), before + content)
}

function run(tool: string, args: string[]): Promise<{ failed: boolean; text: string }> {
  const options = { cwd: ROOT, maxBuffer: 1 << 26 }
  return new Promise((resolve) => {
    execFile(at(`node_modules/.bin/${tool}`), args, options, (error, stdout, stderr) => {
      resolve({ failed: error !== null, text: stdout + stderr })
    })
  })
}

async function expectBreach(rule: string, folder: string) {
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'err', folder]
  const { failed, text } = await run('depcruise', args)
  expect(failed, text).toBe(true)
  expect(text).toMatch(new RegExp(`error ${rule}:`, 'u'))
}

const BREACHES: readonly (readonly [rule: string, path: string, content: string])[] = [
  ['metrics-stands-alone', 'packages/metrics/src/seeded.ts', "import 'node:fs'\n"],
  [
    'metrics-stands-alone',
    'packages/metrics/src/seeded.ts',
    "export type { Plan } from '../../intake/src/plan.ts'\n",
  ],
  ['intake-needs-metrics-only', 'packages/intake/src/seeded.ts', "import 'node:fs'\n"],
  ['kernel-needs-intake-only', 'packages/kernel/src/seeded.ts', "import 'node:fs'\n"],
  [
    'nothing-imports-an-app',
    'packages/intake/src/seeded.ts',
    "export { readConfig } from '../../../apps/api/src/config.ts'\n",
  ],
  [
    'web-reaches-api-by-its-client',
    'apps/web/src/lib/seeded.ts',
    "export type { Config } from '../../../api/src/config.ts'\n",
  ],
  [
    'web-reaches-api-by-its-client',
    'apps/web/src/lib/Seeded.svelte',
    '<script lang="ts">\n  import { readConfig } from \'../../../api/src/config.ts\'\n  readConfig({})\n</script>\n',
  ],
  ['routes-hold-no-sql', 'apps/api/src/zones/seeded-routes.ts', "export * from 'drizzle-orm'\n"],
  ['queries-hold-no-http', 'apps/api/src/data/seeded-queries.ts', "export { Hono } from 'hono'\n"],
  [
    'one-folder-knows-the-engine',
    'apps/api/src/data/seeded.ts',
    "export { default } from 'better-sqlite3'\n",
  ],
]

describe('dependency-cruiser', () => {
  for (const [rule, path, content] of BREACHES) {
    test(`${rule}: ${path}`, async () => {
      seed(path, content)
      await expectBreach(rule, path.split('/src/')[0] ?? '.')
    })
  }

  test('client-knows-types-only', async () => {
    append('apps/api/src/client.ts', "export { readConfig } from './config.ts'\n")
    await expectBreach('client-knows-types-only', 'apps/api')
  })

  test('no-circular', async () => {
    const half = (name: string, other: string) =>
      seed(
        `packages/metrics/src/seeded-${name}.ts`,
        `import { ${other} } from './seeded-${other}.ts'\nexport const ${name} = () => ${other}\n`,
      )
    half('a', 'b')
    half('b', 'a')
    await expectBreach('no-circular', 'packages/metrics')
  })
})

describe('ESLint', () => {
  const eslint = new ESLint({ cwd: ROOT })
  const caught: readonly (readonly [rule: string, path: string, content: string])[] = [
    [
      'no-restricted-properties',
      'packages/metrics/src/seeded.ts',
      'export const x = Math.random()\n',
    ],
    ['no-restricted-properties', 'packages/intake/src/seeded.ts', 'export const x = Date.now()\n'],
    ['no-restricted-syntax', 'packages/metrics/src/seeded.ts', 'export const x = new Date()\n'],
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
      'apps/api/src/seeded.ts',
      'export const f = (a: 1, b: 2, c: 3, d: 4) => [a, b, c, d]\n',
    ],
    ['svelte/no-at-html-tags', 'apps/web/src/lib/Seeded.svelte', "<p>{@html '<b>x</b>'}</p>\n"],
  ]
  for (const [rule, path, content] of caught) {
    test(`${rule}: ${content.trim()}`, async () => {
      const [result] = await eslint.lintText(content, { filePath: at(path) })
      const rules = (result?.messages ?? []).map(({ ruleId }) => ruleId)
      expect(rules).toContain(rule)
    })
  }
})

/** What the type checker says of a file that is not on the disk, under a workspace's own settings. */
function diagnose(workspace: string, content: string): string[] {
  const path = at(`${workspace}/src/seeded.ts`)
  const file = ts.readConfigFile(at(`${workspace}/tsconfig.json`), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(file.config, ts.sys, at(workspace))
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists } = host
  host.readFile = (name) => (name === path ? content : readFile(name))
  host.fileExists = (name) => name === path || fileExists(name)
  const program = ts.createProgram([path], options, host)
  const found = program.getSemanticDiagnostics(program.getSourceFile(path))
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

describe('the type checker', () => {
  for (const workspace of ['packages/metrics', 'packages/intake']) {
    for (const name of ['process', 'document', 'fetch', 'console', 'setTimeout']) {
      test(`${workspace} cannot name ${name}`, () => {
        const [first = ''] = diagnose(workspace, `export const x = ${name}\n`)
        expect(first).toMatch(new RegExp(`^Cannot find name '${name}'`, 'u'))
      })
    }
  }

  test('a package is entered by its exports only', () => {
    const deep = "export { FIELDS } from '@permu/metrics/src/fields/catalogue.ts'\n"
    const [first = ''] = diagnose('apps/api', deep)
    expect(first).toMatch(/^Cannot find module '@permu\/metrics\/src/u)
    expect(diagnose('apps/api', "export { FIELDS } from '@permu/metrics'\n")).toEqual([])
  })
})

describe('knip', () => {
  test('finds a file that nobody uses', async () => {
    seed('apps/api/src/data/seeded.ts', 'export const unused = 1\n')
    const { failed, text } = await run('knip', [])
    expect(failed).toBe(true)
    expect(text).toMatch(/apps\/api\/src\/data\/seeded\.ts/u)
  })
})
