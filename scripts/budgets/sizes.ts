import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import type { Measured } from './goals.ts'

const KB = 1000
const STYLES = fileURLToPath(
  new URL('../../apps/web/build/client/_app/immutable/assets', import.meta.url),
)
/** A method of ECharts' own, by which its files are known: their names are hashes. */
const MARK = 'getItemModel'

type Kind = 'page' | 'chart' | 'worker'

interface Script {
  readonly path: string
  readonly kind: Kind
  readonly gzip: number
}

const zipped = (content: Buffer | string) => gzipSync(content, { level: 9 }).length

function kindOf(path: string, body: Buffer): Kind {
  if (path.includes('/workers/')) return 'worker'
  return body.includes(MARK) ? 'chart' : 'page'
}

/** Every script that a page asks for, with its size as gzip would send it. */
function watch(page: Page): Map<string, Promise<Script | null>> {
  const scripts = new Map<string, Promise<Script | null>>()
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname
    if (!path.endsWith('.js') || scripts.has(path)) return
    const read = response.body().then(
      (body): Script => ({ path, kind: kindOf(path, body), gzip: zipped(body) }),
      () => null,
    )
    scripts.set(path, read)
  })
  return scripts
}

const sum = (scripts: readonly Script[], kind: Kind) =>
  scripts.filter((one) => one.kind === kind).reduce((total, { gzip }) => total + gzip, 0) / KB

/** Scrolls through the page, so that what is loaded when it is seen is loaded. */
async function see(page: Page) {
  await page.evaluate(async () => {
    for (const figure of document.querySelectorAll('figure')) {
      figure.scrollIntoView()
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  })
  await page.waitForLoadState('networkidle')
}

/** All that a first visit to the page loads, by a browser that keeps nothing. */
async function visit(browser: Browser, url: string): Promise<Script[]> {
  const page = await browser.newPage()
  const asked = watch(page)
  await page.goto(url, { waitUntil: 'networkidle' })
  await see(page)
  const scripts = (await Promise.all(asked.values())).filter((one) => one !== null)
  await page.close()
  return scripts
}

/** All styles of the build, packed as one: a page holds its own, packed with all that it says. */
function stylesOfBuild(): number {
  const files = readdirSync(STYLES).filter((name) => name.endsWith('.css'))
  return zipped(Buffer.concat(files.map((name) => readFileSync(join(STYLES, name))))) / KB
}

/** Scripts of each page, of charts and of all pages together, the styles, and the largest document. */
export async function measureSizes(browser: Browser, base: string, pages: readonly string[]) {
  const all = new Map<string, Script>()
  const own = new Map<string, number>()
  for (const path of pages) {
    const scripts = await visit(browser, base + path)
    own.set(path, sum(scripts, 'page'))
    for (const one of scripts) all.set(one.path, one)
  }
  const every = [...all.values()]
  const [heaviest = '', most = NaN] = [...own].toSorted((a, b) => b[1] - a[1])[0] ?? []
  const chart = sum(every, 'chart')
  const document = Buffer.from(await (await fetch(`${base}/rank`)).arrayBuffer())
  const size = (what: string, figure: number, goal: number): Measured => {
    return { what, figure, unit: 'KB', goal }
  }
  return [
    size('scripts of /rank before any chart, gzip', own.get('/rank') ?? NaN, 100),
    size(`scripts of the heaviest page (${heaviest}) before any chart, gzip`, most, 120),
    size('the chart modules, gzip', chart, 215),
    size(
      `all scripts, ${String(pages.length)} pages visited, gzip`,
      sum(every, 'page') + chart,
      350,
    ),
    size('the same without charts, for each page, gzip', sum(every, 'page') / pages.length, 15),
    size('all styles, packed as one, gzip', stylesOfBuild(), 20),
    size('the document /rank with its data, 2,543 zones, gzip', zipped(document) / KB, 120),
  ]
}
