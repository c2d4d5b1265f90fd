import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sourceHash } from './source-hash.ts'

/** Compiles the AssemblyScript of the kernel into `src/kernel.wasm.ts`, which is committed. */

// Fetched when it is needed: few change the kernel, and the compiler takes a hundred megabytes.
const COMPILER = 'assemblyscript@0.28.20'
const OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd']
const MEMORY = ['--memoryBase', '1024', '--initialMemory', '336', '--maximumMemory', '336']

const SOURCE = fileURLToPath(new URL('./assembly/index.ts', import.meta.url))
const TARGET = new URL('./src/kernel.wasm.ts', import.meta.url)

const folder = mkdtempSync(join(tmpdir(), 'permu-kernel-'))
try {
  const binary = join(folder, 'kernel.wasm')
  const command = ['--yes', '--package', COMPILER, 'asc', SOURCE, '--outFile', binary]
  execFileSync('npx', [...command, ...OPTIONS, ...MEMORY], { stdio: 'inherit' })
  const lines =
    readFileSync(binary)
      .toString('base64')
      .match(/.{1,90}/gu) ?? []
  const hash = sourceHash()
  const text = [
    '/** Made by `compile.ts` out of `assembly`. */',
    'export const KERNEL_WASM = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('')",
    '',
    '/** SHA-256 of its sources. */',
    `export const KERNEL_SOURCE = '${hash}'`,
    '',
  ]
  writeFileSync(TARGET, text.join('\n'))
} finally {
  rmSync(folder, { recursive: true })
}
