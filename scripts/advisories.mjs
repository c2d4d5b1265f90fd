import { capture } from './lib/run.mjs'
import { PNPM } from './lib/setup.mjs'

/**
 * `npm run advisories`: fails where something that ships is known to be dangerous; where the registry does
 * not say, that is told and nothing more.
 */

const SERIOUS = ['high', 'critical']

/** How many findings of each degree; null where the answer is no report. */
function countsOf(output) {
  const start = output.indexOf('{')
  try {
    return JSON.parse(output.slice(start)).metadata.vulnerabilities
  } catch {
    return null
  }
}

const { output } = await capture('npx', ['--yes', PNPM, 'audit', '--prod', '--json'])
const counts = countsOf(output)
if (counts === null) {
  console.log('advisories: the registry gave no report, so nothing is known of what ships.')
} else {
  const found = SERIOUS.map((degree) => `${String(counts[degree] ?? 0)} ${degree}`)
  console.log(`advisories about what ships: ${found.join(', ')}`)
  const isSerious = SERIOUS.some((degree) => (counts[degree] ?? 0) > 0)
  if (isSerious) console.log(output.trim())
  process.exitCode = isSerious ? 1 : 0
}
