import { run } from './lib/run.mjs'
import { install, PNPM, requireNode } from './lib/setup.mjs'

/** `npm run build`: builds whatever changed, by turbo, which needs pnpm in its path. */

requireNode()
await install()
const env = { TURBO_TELEMETRY_DISABLED: '1' }
process.exitCode = await run('npx', ['--yes', PNPM, 'exec', 'turbo', 'run', 'build'], { env })
