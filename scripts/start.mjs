import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { engineFlags, environment, projectNode, ROOT } from './lib/run.mjs'
import { SERVER_ENVIRONMENT, SERVER_FLAGS } from './lib/run.mjs'
import { build, install, requireNode } from './lib/setup.mjs'

/** `npm start`: installs and builds what is missing, then runs the server in the foreground. */

requireNode()
await install()
await build()

const main = join(ROOT, 'apps/api/src/main.ts')
const server = spawn(projectNode(), [...SERVER_FLAGS, ...engineFlags(), main], {
  stdio: 'inherit',
  env: environment({ ...SERVER_ENVIRONMENT, NODE_ENV: 'production' }),
})

// The server drains, and this waits for it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.once('exit', (code) => process.exit(code ?? 1))
