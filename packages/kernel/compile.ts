import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Compiles the AssemblyScript of the kernel into `src/rows.wasm.ts`, which is committed. */

// Fetched when it is needed: few change the kernel, and the compiler takes a hundred megabytes.
const COMPILER = 'assemblyscript@0.28.20'
const OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd']
const MEMORY = ['--memoryBase', '1024', '--initialMemory', '11', '--maximumMemory', '11']

const SOURCE = fileURLToPath(new URL('./assembly/rows.ts', import.meta.url))
const TARGET = new URL('./src/rows.wasm.ts', import.meta.url)

const folder = mkdtempSync(join(tmpdir(), 'permu-kernel-'))
try {
  const binary = join(folder, 'rows.wasm')
  const command = ['--yes', '--package', COMPILER, 'asc', SOURCE, '--outFile', binary]
  execFileSync('npx', [...command, ...OPTIONS, ...MEMORY], { stdio: 'inherit' })
  const lines =
    readFileSync(binary)
      .toString('base64')
      .match(/.{1,90}/gu) ?? []
  const hash = createHash('sha256').update(readFileSync(SOURCE)).digest('hex')
  const text = [
    '/** Made by `compile.ts` out of `assembly/rows.ts`. */',
    'export const ROWS_WASM = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('')",
    '',
    '/** SHA-256 of the source. */',
    `export const ROWS_SOURCE = '${hash}'`,
    '',
  ]
  writeFileSync(TARGET, text.join('\n'))
} finally {
  rmSync(folder, { recursive: true })
}
