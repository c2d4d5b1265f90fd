import { join } from 'node:path'
import { findChromium } from './lib/chromium.mjs'
import { fail, projectNode, ROOT, run } from './lib/run.mjs'
import { build, install, requireNode } from './lib/setup.mjs'

/** `npm run morning`: walks through a planner's morning and keeps its pictures in docs/morning. */

requireNode()
await install()
await build()
const chromium = await findChromium()
if (chromium === null) fail('no Chromium found; name one in PERMU_CHROMIUM.')
const env = { PERMU_CHROMIUM: chromium, PERMU_MORNING: join(ROOT, 'docs/morning') }
const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
const options = { cwd: join(ROOT, 'e2e'), env }
process.exitCode = await run(projectNode(), [vitest, 'run', 'morning.e2e.ts'], options)
