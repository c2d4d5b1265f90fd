import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { engineFlags, fail, projectNode, ROOT, run } from './lib/run.mjs'
import { install, requireNode } from './lib/setup.mjs'

/** `npm run db -- copy --to postgres://…`: from the data folder to an empty database at a server. */

requireNode()
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { to: { type: 'string' } },
})
if (values.to === undefined) fail('say where to: npm run db -- copy --to postgres://…')
await install()
const env = { PERMU_DATABASE: values.to }
const commands = join(ROOT, 'apps/api/src/commands.ts')
const args = [...engineFlags(env), commands, 'db', ...positionals]
process.exitCode = await run(projectNode(), args, { env })
