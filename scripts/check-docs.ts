import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Fails when a Markdown file cites a path of the project that does not exist. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SKIPPED = new Set(['node_modules', 'build', 'data', 'test-results', 'playwright-report'])
const EXTENSION = /\.(ts|mjs|js|json|md|csv|svelte|yaml|sql|png)$/u
const TOP = /^(apps|packages|e2e|scripts|docs|bench|\.ci)(\/|$)/u

function markdownBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return markdownBelow(path)
    return entry.name.endsWith('.md') ? [path] : []
  })
}

/** Targets of links and pictures, seen from the file; anchors and addresses are not paths. */
function linked(text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/gu)].map((match) => match[1] ?? '')
  return targets
    .filter((target) => !/^([a-z]+:|#|\/)/u.test(target))
    .map((target) => target.replace(/#.*$/u, ''))
}

/** Code spans that name a file or folder; a glob, an address or a placeholder is none. */
function quoted(text: string): string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/gu)].map((match) => match[1] ?? '')
  return spans.filter((span) => {
    if (/[\s*<>{}…:$()]|^\//u.test(span) || !span.includes('/')) return false
    return TOP.test(span) || EXTENSION.test(span)
  })
}

function missingIn(file: string): string[] {
  const text = readFileSync(file, 'utf8').replaceAll(/^```[\s\S]*?^```/gmu, '')
  const here = dirname(file)
  const links = linked(text).filter((target) => !existsSync(join(here, target)))
  const places = [here, join(here, 'src'), ROOT, join(ROOT, 'apps/api/src')]
  const spans = quoted(text).filter(
    (span) => !places.some((place) => existsSync(join(place, span))),
  )
  return [...new Set([...links, ...spans])]
}

const faults = markdownBelow(ROOT).flatMap((file) =>
  missingIn(file).map((path) => `${relative(ROOT, file)}: ${path} does not exist`),
)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
