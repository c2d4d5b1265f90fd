import { join, resolve } from 'node:path'
import { projectNode, ROOT, run } from './lib/run.mjs'
import { install, requireNode } from './lib/setup.mjs'

/** `npm run conformance -- folder`: reads a folder of files that others made, and counts. */

requireNode()
await install()
const folders = process.argv.slice(2).map((folder) => resolve(folder))
const script = join(ROOT, 'packages/intake/conformance/run.ts')
process.exitCode = await run(projectNode(), [script, ...folders])
