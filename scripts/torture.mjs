import { join } from 'node:path'
import { projectNode, ROOT, run } from './lib/run.mjs'
import { build, install, requireNode } from './lib/setup.mjs'

/** `npm run torture [-- kills|faults|flips|files|load|soak|attacks …]`: what the product survives. */

requireNode()
await install()
await build()
const script = join(ROOT, 'torture/run.ts')
process.exitCode = await run(projectNode(), [script, ...process.argv.slice(2)])
