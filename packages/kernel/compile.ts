import asc from 'assemblyscript/asc'
import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** Compiles the AssemblyScript of the kernel; the same source always gives the same bytes. */

const FOLDER = fileURLToPath(new URL('./assembly/', import.meta.url))
const OPTIONS = [
  '-O3',
  '--runtime',
  'stub',
  '--noAssert',
  '--enable',
  'simd',
  '--memoryBase',
  '1024',
]
const MEMORY = ['--initialMemory', '11', '--maximumMemory', '11']

export async function compile(): Promise<Uint8Array> {
  let binary: Uint8Array | null = null
  const { error, stderr } = await asc.main(
    ['rows.ts', '--outFile', 'rows.wasm', ...OPTIONS, ...MEMORY],
    {
      readFile: (name) => readFile(FOLDER + name, 'utf8').catch(() => null),
      listFiles: (name) => readdir(FOLDER + name).catch(() => null),
      writeFile: (name, contents) => {
        if (name === 'rows.wasm' && typeof contents !== 'string') binary = contents
      },
    },
  )
  if (error !== null || binary === null) throw new Error(stderr.toString())
  return binary
}
