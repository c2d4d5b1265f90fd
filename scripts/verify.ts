import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'

/**
 * `npm run verify`: format, lint, borders, dead code, documents and types, without a browser.
 * `--report=file` also writes how many steps passed and failed.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const AT_ONCE = 2

interface Step {
  name: string
  command: readonly string[]
  folder?: string
}

const bin = (name: string) => join(ROOT, 'node_modules', '.bin', name)
const check = (folder: string): Step => ({
  name: `types ${folder}`,
  command: [process.execPath, join(ROOT, 'scripts/lib/check.mjs')],
  folder,
})

// The longest first, so that the two lanes end together.
const STEPS: readonly Step[] = [
  { name: 'lint', command: [bin('eslint'), '--max-warnings', '0', '.'] },
  check('apps/web'),
  check('apps/api'),
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  check('packages/intake'),
  check('packages/kernel'),
  check('packages/metrics'),
  check('e2e'),
  check('torture'),
  check('scripts'),
  {
    name: 'borders',
    command: [bin('depcruise'), '--config', '.dependency-cruiser.mjs', 'apps', 'packages'],
  },
  { name: 'dead code', command: [bin('knip'), '--no-progress'] },
  { name: 'documents', command: [process.execPath, 'scripts/check-docs.ts'] },
]

function execute({ command, folder = '.' }: Step): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const [program = '', ...args] = command
    const child = spawn(program, args, { cwd: join(ROOT, folder), stdio: 'pipe' })
    let output = ''
    const hear = (chunk: Buffer) => (output += chunk.toString())
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', (error) => resolve({ code: 127, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

async function report(step: Step): Promise<boolean> {
  const start = performance.now()
  const { code, output } = await execute(step)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${step.name} (${seconds} s)`)
  if (code !== 0) console.log(output.trim())
  return code === 0
}

async function lane(queue: Step[]): Promise<boolean[]> {
  const outcomes: boolean[] = []
  for (let step = queue.shift(); step; step = queue.shift()) outcomes.push(await report(step))
  return outcomes
}

const { values } = parseArgs({ options: { report: { type: 'string' } } })
const queue = [...STEPS]
const lanes = Array.from({ length: AT_ONCE }, () => lane(queue))
const outcomes = (await Promise.all(lanes)).flat()
const passed = outcomes.filter(Boolean).length
const failed = outcomes.length - passed
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify({ passed, failed }))
process.exitCode = failed === 0 ? 0 : 1
