import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Fails, one line each, where a document names a file of this repository that is not there. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SKIPPED = new Set([
  ...['node_modules', 'build', 'test-results', 'playwright-report'],
  ...['.git', '.permu', '.svelte-kit', '.turbo'],
])

/** What `npm start` writes stands in /data; folders called `data` further down are sources. */
const isSkipped = (folder: string, name: string) =>
  SKIPPED.has(name) || (folder === ROOT && name === 'data')

function foldersAndFiles(folder: string) {
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.filter((entry) => !isSkipped(folder, entry.name))
}

function* documentsBelow(folder: string): Generator<string> {
  for (const entry of foldersAndFiles(folder)) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* documentsBelow(path)
    else if (entry.name.endsWith('.md')) yield path
  }
}

const TOP = new Set(
  foldersAndFiles(ROOT)
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name),
)

interface Mention {
  kind: 'link' | 'picture' | 'path'
  target: string
  line: number
}

const LINK = /(!?)\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/gu
const TAG = /<(img|a)\b[^>]*?\b(?:src|href)="([^"]+)"/gu
const CODE = /`([^`]+)`/gu

const isElsewhere = (target: string) => /^([a-z][a-z+.-]*:|#|\/)/iu.test(target)

/** `apps/api/src/app.ts`, but no pattern such as `docs/<page>.png` and no command. */
const isPath = (text: string) =>
  /^[^\s<>*{}…]+\/[^\s<>*{}…]*$/u.test(text) && TOP.has(text.split('/')[0] ?? '')

function* mentionsIn(text: string, line: number): Generator<Mention> {
  const prose = text.replaceAll(CODE, '')
  for (const [, mark, target = ''] of prose.matchAll(LINK)) {
    yield { kind: mark === '!' ? 'picture' : 'link', target, line }
  }
  for (const [, tag, target = ''] of prose.matchAll(TAG)) {
    yield { kind: tag === 'img' ? 'picture' : 'link', target, line }
  }
  for (const [, target = ''] of text.matchAll(CODE)) {
    if (isPath(target)) yield { kind: 'path', target, line }
  }
}

/** All that a document mentions, but for its fenced blocks. */
function* mentionsOf(document: string): Generator<Mention> {
  let fence = ''
  for (const [index, text] of readFileSync(document, 'utf8').split('\n').entries()) {
    const mark = /^\s*(```+|~~~+)/u.exec(text)?.[1] ?? ''
    if (fence === '' && mark === '') yield* mentionsIn(text, index + 1)
    else if (fence === '') fence = mark
    else if (mark.startsWith(fence)) fence = ''
  }
}

function placeOf(document: string, { kind, target }: Mention): string | null {
  if (kind === 'path') return join(ROOT, target.replace(/:\d+$/u, ''))
  if (isElsewhere(target)) return null
  const path = decodeURIComponent(target.replace(/[#?].*$/u, ''))
  return join(dirname(document), path)
}

function missingIn(document: string): string[] {
  return [...mentionsOf(document)].flatMap((mention) => {
    const place = placeOf(document, mention)
    if (place === null || existsSync(place)) return []
    const where = `${relative(ROOT, document)}:${String(mention.line)}`
    return [`${where}: ${mention.kind} to ${relative(ROOT, place)}, which does not exist`]
  })
}

const missing = [...documentsBelow(ROOT)].sort().flatMap(missingIn)
for (const line of missing) console.error(line)
process.exitCode = missing.length > 0 ? 1 : 0
