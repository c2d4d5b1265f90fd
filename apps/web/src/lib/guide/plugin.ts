import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { parseGuide, picturesOf } from './parse.ts'

const NAME = 'virtual:guide'
const RESOLVED = `\0${NAME}`
const FOLDER = fileURLToPath(new URL('../../../../../docs/', import.meta.url))

// A PNG begins with eight bytes of signature, a length and `IHDR`; then come width and height.
function sizeOf(file: string): { width: number; height: number } {
  const bytes = readFileSync(file)
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/**
 * The user guides of `docs` as the module `virtual:guide`: parsed while the product is built, with the
 * pictures that they show, and no others, among the files of the product.
 */
export function guides(): Plugin {
  return {
    name: 'guides',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return
      const files = { zh: `${FOLDER}guide.zh.md`, en: `${FOLDER}guide.en.md` }
      for (const file of Object.values(files)) this.addWatchFile(file)
      const parsed = {
        zh: parseGuide(readFileSync(files.zh, 'utf8')),
        en: parseGuide(readFileSync(files.en, 'utf8')),
      }
      const pictures = [...new Set([...picturesOf(parsed.zh), ...picturesOf(parsed.en)])]
      const imports = pictures.map(
        (src, i) => `import p${String(i)} from ${JSON.stringify(`${FOLDER}${src}?url`)}`,
      )
      const known = pictures.map((src, i) => {
        const { width, height } = sizeOf(FOLDER + src)
        const shown = `{ src: p${String(i)}, width: ${String(width)}, height: ${String(height)} }`
        return `${JSON.stringify(src)}: ${shown}`
      })
      return [
        ...imports,
        `export const pictures = { ${known.join(', ')} }`,
        `export const guides = ${JSON.stringify(parsed)}`,
      ].join('\n')
    },
  }
}
