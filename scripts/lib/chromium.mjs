import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { capture, projectNode, ROOT, run } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function inPath() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...found, ...PLACES].find((path) => existsSync(path)) ?? null
}

/** Where Playwright keeps its own browser, if that is installed. */
async function playwrights() {
  const script = "process.stdout.write(require('playwright-core').chromium.executablePath())"
  const { code, output } = await capture(projectNode(), ['-e', script], { cwd: join(ROOT, 'e2e') })
  return code === 0 && existsSync(output) ? output : null
}

const isDebianRoot = () => process.getuid?.() === 0 && existsSync('/etc/debian_version')

async function installChromium() {
  if (isDebianRoot()) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { env })
    await run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], { env })
    return inPath()
  }
  const cli = join(ROOT, 'e2e/node_modules/playwright-core/cli.js')
  await run(projectNode(), [cli, 'install', 'chromium'])
  return playwrights()
}

/** A Chromium for the tests: named, found, or installed. */
export async function findChromium() {
  const named = process.env.PERMU_CHROMIUM
  if (named) return existsSync(named) ? named : null
  return inPath() ?? (await playwrights()) ?? (await installChromium())
}
