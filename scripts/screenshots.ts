import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { openBrowser } from '../e2e/browser.ts'
import { BASE, fillForPictures, previewPath, twoZones, uploadPath } from './picture-data.ts'

/**
 * Takes the pictures of the documents from a running product:
 * `BASE=http://127.0.0.1:4310 node scripts/screenshots.ts`. It loads the samples by itself. With
 * `ONLY=admin` those are taken whose names begin so.
 */

type Browser = Awaited<ReturnType<typeof openBrowser>>
type Page = Awaited<ReturnType<Browser['newPage']>>
type Launch = (options: { executablePath?: string; args: string[] }) => Promise<Browser>

interface View {
  lang: 'zh' | 'en'
  theme: 'light' | 'dark'
  size: 'wide' | 'narrow'
}

const FOLDER = fileURLToPath(new URL('../docs/screenshots', import.meta.url))
// Other ways to look at the comparison are shown once in each language.
const WAYS = [
  'bars',
  'strip',
  'scatter',
  'parallel',
  'lines',
  'multiples',
  'dumbbell',
  'slope',
  'bump',
]
const WIDTH = { wide: 1440, narrow: 390 } as const
const FIRST_HEIGHT = 800
const TALLEST = 1600
// The table with the marked cells stands far down on it.
const TALLEST_PREVIEW = 2600
const PATIENCE = 30_000
const ONLY = process.env['ONLY'] ?? ''

const VIEWS: readonly View[] = [
  { lang: 'zh', theme: 'light', size: 'wide' },
  { lang: 'en', theme: 'light', size: 'wide' },
  { lang: 'zh', theme: 'dark', size: 'wide' },
  { lang: 'zh', theme: 'light', size: 'narrow' },
  { lang: 'en', theme: 'dark', size: 'narrow' },
]

function isPlaywright(module: unknown): module is { chromium: { launch: Launch } } {
  return typeof module === 'object' && module !== null && 'chromium' in module
}

async function openChromium(): Promise<Browser> {
  const require = createRequire(new URL('../e2e/package.json', import.meta.url))
  const playwright: unknown = require('playwright-core')
  if (!isPlaywright(playwright)) throw new Error('playwright-core has no chromium')
  const found = ['/usr/bin/chromium'].find((path) => existsSync(path))
  const executablePath = process.env['PERMU_CHROMIUM'] ?? found
  return playwright.chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    ...(executablePath === undefined ? {} : { executablePath }),
  })
}

/** The first address on a page that begins so. */
async function linkOn(page: Page, path: string, start: string): Promise<string> {
  await page.goto(BASE + path)
  const href = await page.locator(`main tbody a[href^="${start}"]`).first().getAttribute('href')
  if (href === null) throw new Error(`${path} has no link to ${start}`)
  return href
}

async function listPages(browser: Browser): Promise<[name: string, path: string][]> {
  const page = await browser.newPage()
  const zone = await linkOn(page, '/zones', '/zones/')
  const trace = await linkOn(page, '/rank', '/trace?')
  const project = await linkOn(page, '/projects', '/projects/')
  await page.close()
  const promises = `pzone=${zone.replace('/zones/', '').replace(/\?.*$/u, '')}&investment=70000&tax=21&area=300`
  return [
    ['start', '/'],
    ['rank', '/rank'],
    ['method', '/rank?v=1&p=per-mu-performance&miss=median&treat=jrc'],
    ['methods', '/rank/methods'],
    ['robustness', '/rank/robustness'],
    ['frontier', '/frontier'],
    ['productivity', '/productivity'],
    ['compare', '/compare'],
    ...WAYS.map((way): [string, string] => [`compare-${way}`, `/compare?view=${way}`]),
    ['compare-radar', `/compare?view=radar&zones=${await twoZones()}`],
    ['linkage', '/linkage'],
    ['starter', '/starter'],
    ['map', '/map?q=investment-intensity'],
    ['projects', '/projects'],
    ['project', project],
    ['supply', `/supply?${promises}`],
    ['report', '/report?v=1&p=per-mu-performance&miss=median'],
    ['report-zone', `${zone.replace(/\?.*$/u, '')}/report`],
    ['views', '/views'],
    ['help', '/help'],
    ['data', '/data'],
    ['upload', await uploadPath()],
    ['preview', await previewPath()],
    ['history', '/data/history'],
    ['diff', '/data/diff?from=1&to=2'],
    ['coverage', '/data/coverage'],
    ['mappings', '/data/mappings'],
    ['coverage-field', '/data/coverage/tax'],
    ['zones', '/zones'],
    ['events', '/zones/events'],
    ['zone', zone],
    ['indicators', '/indicators'],
    ['indicator', '/indicators/tax-per-land'],
    ['trace', trace],
    ['admin', '/admin'],
    ['admin-backups', '/admin/backups'],
    ['admin-audit', '/admin/audit?verify=1'],
    ['admin-health', '/admin/health'],
  ]
}

/** Charts are drawn when they are seen; each of them says when it is done. */
async function chartsReady(page: Page) {
  const figures = await page.locator('figure .drawing').count()
  for (let i = 0; i < figures; i++) {
    const chart = page.locator('figure .drawing').nth(i)
    await chart.scrollIntoViewIfNeeded()
    await chart.and(page.locator('[data-chart-ready]')).waitFor({ timeout: PATIENCE })
  }
  await page.evaluate(() => scrollTo(0, 0))
}

async function take(page: Page, path: string, name: string, view: View) {
  const width = WIDTH[view.size]
  await page.setViewportSize({ width, height: FIRST_HEIGHT })
  const response = await page.goto(BASE + path, { waitUntil: 'networkidle' })
  if (!response?.ok()) throw new Error(`${path}: ${String(response?.status() ?? 'no answer')}`)
  // A page that breaks when its scripts start shows the error page under an answer of 200.
  const title = await page.title()
  if (!(await response.text()).includes(`<title>${title}`)) throw new Error(`${path}: ${title}`)
  const box = await page.locator('html').boundingBox()
  const tallest = name === 'preview' ? TALLEST_PREVIEW : TALLEST
  const height = Math.min(tallest, Math.max(FIRST_HEIGHT, Math.ceil(box?.height ?? 0)))
  await page.setViewportSize({ width, height })
  await chartsReady(page)
  const file = `${name}-${view.lang}-${view.theme}-${view.size}.png`
  await page.screenshot({ path: join(FOLDER, file), clip: { x: 0, y: 0, width, height } })
  console.log(file)
}

async function takeView(browser: Browser, view: View, pages: readonly [string, string][]) {
  const { lang, theme } = view
  const context = await browser.newContext({ colorScheme: theme, reducedMotion: 'reduce' })
  await context.addCookies([
    { name: 'lang', value: lang, url: BASE },
    { name: 'theme', value: theme, url: BASE },
  ])
  const page = await context.newPage()
  const once = view.theme === 'light' && view.size === 'wide'
  const wanted = pages.filter(([name]) => name.startsWith(ONLY))
  const shown = wanted.filter(([name]) => once || !/^(?:compare|admin)-/u.test(name))
  for (const [name, path] of shown) await take(page, path, name, view)
  await context.close()
}

if (BASE === '') {
  console.error('permu: set BASE to the address of a running product')
  process.exit(1)
}
mkdirSync(FOLDER, { recursive: true })
await fillForPictures()
const browser = await openChromium()
try {
  const pages = await listPages(browser)
  for (const view of VIEWS) await takeView(browser, view, pages)
} finally {
  await browser.close()
}
