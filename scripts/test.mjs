import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './lib/chromium.mjs'
import { fail, projectNode, ROOT, run, STEADY } from './lib/run.mjs'
import { build, install, requireNode } from './lib/setup.mjs'

/** `npm test`: set-up, then everything; the last line counts. */

const SUITES = [
  'packages/metrics',
  'packages/intake',
  'packages/kernel',
  'apps/api',
  'apps/web',
  'e2e',
  'torture',
  'scripts',
]
const REPORTS = join(ROOT, '.permu', 'reports')

function countReport(path) {
  if (!existsSync(path)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numTotalTests, success } = JSON.parse(
    readFileSync(path, 'utf8'),
  )
  const crashed = !success && numFailedTests === 0
  const failed = numFailedTests + (crashed || numTotalTests === 0 ? 1 : 0)
  return { passed: numPassedTests, failed }
}

async function runSuite(folder, env) {
  console.log(`\n── ${folder}`)
  const report = join(REPORTS, `${folder.replaceAll('/', '-')}.json`)
  rmSync(report, { force: true })
  const cwd = join(ROOT, folder)
  const own = join(cwd, 'node_modules/vitest/vitest.mjs')
  const vitest = existsSync(own)
    ? own
    : join(ROOT, 'packages/metrics/node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(projectNode(), [STEADY, vitest, 'run', ...reporters], { cwd, env })
  const counts = countReport(report)
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

async function verify() {
  console.log('\n── verify')
  const code = await run(projectNode(), [join(ROOT, 'scripts/verify.ts')])
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

requireNode()
await install()
const chromium = await findChromium()
if (chromium === null)
  fail('no Chromium was found and none could be installed; set PERMU_CHROMIUM.')
await build()
mkdirSync(REPORTS, { recursive: true })

const results = [await verify()]
for (const folder of SUITES)
  results.push(await runSuite(folder, { PERMU_CHROMIUM: chromium, TZ: 'UTC' }))

if (process.env.PERMU_TEST_POSTGRES === undefined) {
  console.log(
    '\nPostgreSQL was not tried: “node scripts/postgres.mjs npm test” does that where it is installed.',
  )
}
const passed = results.reduce((sum, r) => sum + r.passed, 0)
const failed = results.reduce((sum, r) => sum + r.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
