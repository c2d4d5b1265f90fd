import { join } from 'node:path'
import { engineFlags, projectNode, ROOT, run } from './lib/run.mjs'
import { install, requireNode } from './lib/setup.mjs'

/** `npm run admin -- create | list | reset | role | disable | enable | remove`: people. */

requireNode()
await install()
const commands = join(ROOT, 'apps/api/src/commands.ts')
const args = [...engineFlags(), commands, 'admin', ...process.argv.slice(2)]
process.exitCode = await run(projectNode(), args)
