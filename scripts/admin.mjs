import { join } from 'node:path'
import { projectNode, ROOT, run } from './lib/run.mjs'
import { install, requireNode } from './lib/setup.mjs'

/** `npm run admin -- create|list|reset|…`: people from the command line. */

requireNode()
await install()
const script = join(ROOT, 'apps/api/src/admin.ts')
const env = { NODE_ENV: 'production' }
process.exitCode = await run(projectNode(), [script, ...process.argv.slice(2)], { env })
