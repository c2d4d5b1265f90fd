import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Dependency-free: this runs before anything is installed, on any Node from 20 on. */

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const windows = process.platform === 'win32'
const binary = windows ? ['node', 'bin', 'node.exe'] : ['node', 'bin', 'node']

/** The Node that the project brings; the one that runs this, until it is installed. */
export function projectNode() {
  const own = join(ROOT, 'node_modules', ...binary)
  return existsSync(own) ? own : process.execPath
}

/**
 * Where the processor can guard compiled code by keys, V8 now and then loses track of the pages when
 * threads come and go, and ends the process (“Check failed: jit_page.has_value()”); nodejs/node#64500.
 */
export const STEADY = '--no-memory-protection-keys'

/**
 * How the server is run: a small young generation gives the memory of large uploads back sooner,
 * 90 MB less at the peak.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=2', STEADY]

/** What makes `#dialect` the engine that the settings ask for. */
export const engineFlags = ({ PERMU_DATABASE = '' } = process.env) =>
  PERMU_DATABASE === '' ? [] : ['--conditions=pg']

/**
 * What the C library of Linux is told for the server: buffers of more than 128 kB are given back when
 * they are freed, and threads share two heaps, each some 15 MB less at the peak of a million rows.
 */
export const SERVER_ENVIRONMENT = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '2' }

/** The environment of everything started from here: the project's Node first in PATH. */
export function environment(extra = {}) {
  const path = [dirname(projectNode()), join(ROOT, 'node_modules', '.bin'), process.env.PATH]
  return {
    ...process.env,
    PATH: path.join(windows ? ';' : ':'),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(ROOT, '.permu', 'compile-cache'),
    ...extra,
  }
}

/** Runs a command to its end; resolves with its exit code. */
export function run(command, args, { cwd = ROOT, env = {} } = {}) {
  return new Promise((resolve) => {
    const shell = windows && command === 'npx'
    const child = spawn(command, args, { cwd, env: environment(env), stdio: 'inherit', shell })
    child.once('error', () => resolve(127))
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}

/** As {@link run}, and keeps what was said. */
export function capture(command, args, { cwd = ROOT, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: environment(env), stdio: 'pipe' })
    let output = ''
    const hear = (chunk) => (output += chunk)
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', (error) => resolve({ code: 127, output: error.message }))
    child.once('exit', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** One clear sentence, and the end. */
export function fail(sentence) {
  console.error(`permu: ${sentence}`)
  process.exit(1)
}
