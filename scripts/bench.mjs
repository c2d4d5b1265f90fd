import { join } from 'node:path'
import { fail, projectNode, ROOT, run } from './lib/run.mjs'
import { build, install, requireNode } from './lib/setup.mjs'

/** `npm run bench [-- ingest|query|robustness|frontier …]`: figures, printed. */

const ALL = ['robustness', 'frontier', 'query', 'ingest']
const [name, ...rest] = process.argv.slice(2)
const named = ALL.includes(name ?? '')
if (name !== undefined && !named && !name.startsWith('-')) {
  fail(`there is no benchmark “${name}”; there are ${ALL.join(', ')}.`)
}

requireNode()
await install()
await build()
for (const one of named ? [name] : ALL) {
  const options = named ? rest : process.argv.slice(2)
  process.exitCode ||= await run(projectNode(), [join(ROOT, `bench/${one}.ts`), ...options])
}
