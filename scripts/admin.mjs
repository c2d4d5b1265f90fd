import { join } from 'node:path'
import { projectNode, ROOT, run } from './lib/run.mjs'
import { install, requireNode } from './lib/setup.mjs'

/** `npm run admin -- create | list | reset | role | disable | enable | remove`: people. */

requireNode()
await install()
const commands = join(ROOT, 'apps/api/src/commands.ts')
process.exitCode = await run(projectNode(), [commands, 'admin', ...process.argv.slice(2)])
