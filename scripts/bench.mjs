import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, projectNode, ROOT, run } from './lib/run.mjs'
import { build, install, requireNode } from './lib/setup.mjs'

/**
 * `npm run bench [-- ingest|postgres|growth|query|robustness|frontier …]`: figures, printed. With `--write` they are kept in
 * bench/results, and docs/benchmarks.md is made of all that are there.
 */

const ALL = ['robustness', 'frontier', 'query', 'ingest', 'postgres', 'growth']
const [name, ...rest] = process.argv.slice(2)
const named = ALL.includes(name ?? '')
if (name !== undefined && !named && !name.startsWith('-')) {
  fail(`there is no benchmark “${name}”; there are ${ALL.join(', ')}.`)
}

requireNode()
await install()
await build()
const asked = named ? rest : process.argv.slice(2)
const isKept = asked.includes('--write')
const others = asked.filter((option) => option !== '--write')
const result = (one, kind) => join(ROOT, `bench/results/${one}.${kind}`)

for (const one of named ? [name] : ALL) {
  const kept = isKept ? ['--json', result(one, 'json'), '--markdown', result(one, 'md')] : []
  const script = join(ROOT, `bench/${one}.ts`)
  process.exitCode ||= await run(projectNode(), [script, ...kept, ...others])
}

if (isKept) {
  const found = ALL.map((one) => result(one, 'md')).filter(existsSync)
  const texts = found.map((path) => readFileSync(path, 'utf8').replace(/^# /u, '## '))
  const budgets = readFileSync(join(ROOT, 'docs/budgets.md'), 'utf8').split('## Measured\n')[1]
  texts.push(
    `## Pages\n\nBy \`npm run budgets -- --write\`: [budgets](budgets.md).\n${budgets ?? ''}`,
  )
  const head =
    '# Benchmarks\n\nMade by `npm run bench -- --write`; what is measured, and how: [bench](../bench/README.md).\n'
  const page = join(ROOT, 'docs/benchmarks.md')
  writeFileSync(page, [head, ...texts].join('\n'))
  const prettier = join(ROOT, 'node_modules/prettier/bin/prettier.cjs')
  process.exitCode ||= await run(projectNode(), [
    prettier,
    '--log-level=warn',
    '--write',
    page,
    result('*', '*'),
  ])
}
