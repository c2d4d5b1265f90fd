import { join } from 'node:path'
import { projectNode, ROOT, run } from './lib/run.mjs'
import { install, requireNode } from './lib/setup.mjs'

/** `npm run audit -- verify | export`. */

requireNode()
await install()
const commands = join(ROOT, 'apps/api/src/commands.ts')
process.exitCode = await run(projectNode(), [commands, 'audit', ...process.argv.slice(2)])
