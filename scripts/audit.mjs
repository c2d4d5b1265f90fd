import { join } from 'node:path'
import { engineFlags, projectNode, ROOT, run } from './lib/run.mjs'
import { install, requireNode } from './lib/setup.mjs'

/** `npm run audit -- verify | export`. */

requireNode()
await install()
const commands = join(ROOT, 'apps/api/src/commands.ts')
const args = [...engineFlags(), commands, 'audit', ...process.argv.slice(2)]
process.exitCode = await run(projectNode(), args)
