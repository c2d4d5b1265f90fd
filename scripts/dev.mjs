import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { engineFlags, environment, projectNode, ROOT } from './lib/run.mjs'
import { install, requireNode } from './lib/setup.mjs'

/** `npm run dev`: API and web with reload, sample data in place. */

requireNode()
await install()

const API_PORT = '4311'
const api = `http://127.0.0.1:${API_PORT}`
const web = process.env.PORT ?? '4310'

function start(args, cwd, env) {
  return spawn(projectNode(), args, { cwd, stdio: 'inherit', env: environment(env) })
}

const children = [
  start(
    [...engineFlags(), '--watch', '--watch-preserve-output', 'src/main.ts'],
    join(ROOT, 'apps/api'),
    {
      PORT: API_PORT,
      PERMU_DATA: process.env.PERMU_DATA ?? join(ROOT, 'data'),
      PERMU_SAMPLE: process.env.PERMU_SAMPLE ?? 'city-66',
    },
  ),
  start(
    ['node_modules/vite/bin/vite.js', 'dev', '--port', web, '--strictPort'],
    join(ROOT, 'apps/web'),
    { API_URL: api },
  ),
]

for (const child of children) {
  child.once('exit', (code) => {
    for (const other of children) other.kill('SIGTERM')
    process.exitCode = code ?? 1
  })
}
process.on('SIGINT', () => undefined)
