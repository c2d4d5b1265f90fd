import { join } from 'node:path'
import { projectNode, ROOT, run } from './lib/run.mjs'
import { build, install, requireNode } from './lib/setup.mjs'

/** `npm run bench`: figures, printed. */

requireNode()
await install()
await build()
process.exitCode = await run(projectNode(), [
  join(ROOT, 'bench/ingest.ts'),
  ...process.argv.slice(2),
])
