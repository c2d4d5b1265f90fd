import { writeFile } from 'node:fs/promises'
import { compile } from './compile.ts'

/** `npm run build` in this folder: writes the compiled module into the source. */

const TARGET = new URL('./src/rows.wasm.ts', import.meta.url)

const lines =
  Buffer.from(await compile())
    .toString('base64')
    .match(/.{1,90}/gu) ?? []
const text = lines.map((line) => `  '${line}',`).join('\n')
await writeFile(
  TARGET,
  `/** Made by \`build.ts\` out of \`assembly/rows.ts\`. */\nexport const ROWS_WASM = [\n${text}\n].join('')\n`,
)
