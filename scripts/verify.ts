import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `pnpm verify`: format, lint, borders, dead code, documents and types, without a browser. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))

interface Step {
  name: string
  command: string[]
  folder?: string
}

const bin = (name: string) => join(ROOT, 'node_modules', '.bin', name)
const check = (folder: string): Step => ({
  name: `types ${folder}`,
  command: [process.execPath, join(ROOT, 'scripts/lib/check.mjs')],
  folder,
})

const STEPS: readonly Step[] = [
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: [bin('eslint'), '.'] },
  {
    name: 'borders',
    command: [bin('depcruise'), '--config', '.dependency-cruiser.mjs', 'apps', 'packages'],
  },
  { name: 'dead code', command: [bin('knip')] },
  { name: 'documents', command: [process.execPath, 'scripts/check-docs.ts'] },
  check('packages/metrics'),
  check('packages/intake'),
  check('apps/api'),
  check('apps/web'),
  check('e2e'),
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
    child.once('exit', (code) => resolve({ code: code ?? 1, output }))
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

async function worker(queue: Step[]): Promise<boolean> {
  let good = true
  for (let step = queue.shift(); step; step = queue.shift()) good = (await report(step)) && good
  return good
}

const queue = [...STEPS]
const outcomes = await Promise.all([worker(queue), worker(queue)])
process.exitCode = outcomes.every(Boolean) ? 0 : 1
