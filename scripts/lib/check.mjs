import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run } from './run.mjs'

/** Checks the types of the workspace that this runs in, with whatever it needs before. */

const cwd = process.cwd()

function bin(name) {
  const own = join(cwd, 'node_modules', '.bin', name)
  return existsSync(own) ? own : join(ROOT, 'node_modules', '.bin', name)
}

function steps() {
  if (existsSync(join(cwd, 'src/app.html'))) {
    return [
      [bin('svelte-kit'), ['sync']],
      [bin('svelte-check'), ['--tsconfig', './tsconfig.json', '--output', 'human']],
    ]
  }
  const configs = ['tsconfig.json', 'tsconfig.test.json', 'tsconfig.pg.json'].filter((c) =>
    existsSync(join(cwd, c)),
  )
  return configs.map((config) => [bin('tsc'), ['-p', config]])
}

for (const [command, args] of steps()) {
  const code = await run(command, args, { cwd })
  if (code !== 0) process.exit(code)
}
