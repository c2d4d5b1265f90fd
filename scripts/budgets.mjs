import { join } from 'node:path'
import { findChromium } from './lib/chromium.mjs'
import { fail, projectNode, ROOT, run } from './lib/run.mjs'
import { build, install, requireNode } from './lib/setup.mjs'

/** `npm run budgets`: builds what is missing, then measures the pages in Chromium. */

requireNode()
await install()
await build()
const chromium = await findChromium()
if (chromium === null) fail('no Chromium found; name one in PERMU_CHROMIUM.')
const script = join(ROOT, 'scripts/budgets.ts')
const env = { PERMU_CHROMIUM: chromium, NODE_ENV: 'production' }
process.exitCode = await run(projectNode(), [script, ...process.argv.slice(2)], { env })
