import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, projectNode, ROOT, run } from './run.mjs'

export const PNPM = 'pnpm@12.21.0'
const NODE_NEEDED = 20

const SKIPPED = new Set(['node_modules', 'build', '.svelte-kit', '.turbo'])
const PACKAGES = ['packages/metrics', 'packages/intake', 'packages/kernel']
const WORKSPACES = ['apps/api', 'apps/web', ...PACKAGES, 'e2e', 'torture']

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}

function hashOf(paths) {
  const hash = createHash('sha256').update(process.platform + process.arch)
  for (const path of [...paths].sort()) hash.update(path).update(readFileSync(path))
  return hash.digest('hex')
}

/** Does the work unless it was done for exactly these files and its result still stands. */
async function once({ stamp, paths, result }, work) {
  const path = join(ROOT, stamp)
  const wanted = hashOf(paths)
  const known = existsSync(path) && existsSync(join(ROOT, result))
  if (known && readFileSync(path, 'utf8') === wanted) return
  await work()
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, wanted)
}

const manifests = () =>
  ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']
    .concat(WORKSPACES.map((workspace) => `${workspace}/package.json`))
    .map((path) => join(ROOT, path))

const webSources = () =>
  ['apps/web', 'packages/metrics/src', 'packages/intake/src']
    .flatMap((folder) => [...filesBelow(join(ROOT, folder))])
    .concat(
      [...filesBelow(join(ROOT, 'docs'))].filter((path) => /guide\.\w+\.md$|\.png$/u.test(path)),
    )
    .concat(join(ROOT, 'apps/api/src/client.ts'), join(ROOT, 'pnpm-lock.yaml'))

export function requireNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= NODE_NEEDED) return
  fail(`Node ${process.versions.node} is too old; install Node ${NODE_NEEDED} or newer.`)
}

/** Installs from the lockfile; pnpm is reached through npx. */
export async function install() {
  const stamp = 'node_modules/.permu-installed'
  await once({ stamp, paths: manifests(), result: 'node_modules/node' }, async () => {
    console.log('permu: installing (once)…')
    const code = await run('npx', ['--yes', PNPM, 'install', '--frozen-lockfile'])
    if (code !== 0) fail('installing failed; see above. Is the npm registry reachable?')
  })
}

/** Builds the dashboard. */
export async function build() {
  const result = 'apps/web/build/handler.js'
  await once({ stamp: '.permu/built', paths: webSources(), result }, async () => {
    console.log('permu: building the dashboard…')
    const vite = join(ROOT, 'apps/web/node_modules/vite/bin/vite.js')
    const options = { cwd: join(ROOT, 'apps/web'), env: { NODE_ENV: 'production' } }
    const code = await run(projectNode(), [vite, 'build', '--logLevel', 'warn'], options)
    if (code !== 0) fail('the dashboard could not be built; see above.')
  })
}
