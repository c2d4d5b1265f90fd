import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { openBrowser } from '../e2e/browser.ts'

/**
 * Takes the pictures of the documents from a running product:
 * `BASE=http://127.0.0.1:4310 node scripts/screenshots.ts`. It loads the sample city by itself.
 */

type Browser = Awaited<ReturnType<typeof openBrowser>>
type Page = Awaited<ReturnType<Browser['newPage']>>
type Launch = (options: { executablePath?: string; args: string[] }) => Promise<Browser>

interface View {
  lang: 'zh' | 'en'
  theme: 'light' | 'dark'
  size: 'wide' | 'narrow'
}

const BASE = (process.env['BASE'] ?? '').replace(/\/$/u, '')
const FOLDER = fileURLToPath(new URL('../docs/screenshots', import.meta.url))
const SAMPLE = 'city-66'
const WIDTH = { wide: 1440, narrow: 390 } as const
const FIRST_HEIGHT = 800
const TALLEST = 1600
// The table with the marked cells stands far down on it.
const TALLEST_PREVIEW = 2600
const PATIENCE = 30_000

const VIEWS: readonly View[] = [
  { lang: 'zh', theme: 'light', size: 'wide' },
  { lang: 'zh', theme: 'dark', size: 'wide' },
  { lang: 'en', theme: 'light', size: 'wide' },
  { lang: 'en', theme: 'dark', size: 'wide' },
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

async function ask(path: string, method: 'GET' | 'POST' = 'GET'): Promise<unknown> {
  const response = await fetch(`${BASE}/api/v1${path}`, { method })
  if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)}`)
  return response.json()
}

function field(thing: unknown, key: string): unknown {
  return typeof thing === 'object' && thing !== null ? Reflect.get(thing, key) : undefined
}

/** The address of the oldest upload: the GBK half of the sample, in an empty product. */
async function uploadPath(): Promise<string> {
  const items = field(await ask('/uploads?limit=200'), 'items')
  const id = Array.isArray(items) ? field(items.at(-1), 'id') : undefined
  if (typeof id !== 'string') throw new Error('there is no upload')
  return `/data/${encodeURIComponent(id)}`
}

/** The address of a preview with errors, of a file that is there for the tests. */
async function previewPath(): Promise<string> {
  const body = readFileSync(new URL('../e2e/fixtures/messy-gbk.csv', import.meta.url))
  const path = `${BASE}/api/v1/uploads?mode=preview&name=messy-gbk.csv`
  const headers = { prefer: 'wait=60' }
  const response = await fetch(path, { method: 'POST', headers, body })
  const id = field(await response.json(), 'id')
  if (typeof id !== 'string') throw new Error('the preview was refused')
  return `/data/${encodeURIComponent(id)}`
}

/** A change of the last zone, so that the list of changes is not empty. */
async function recordEvent(): Promise<void> {
  const zones = await ask('/zones')
  const name = Array.isArray(zones) ? field(zones.at(-1), 'name') : undefined
  const event = { kind: 'border', date: '2022', from: [name], to: [name], note: '规划调整' }
  const response = await fetch(`${BASE}/api/v1/zone-events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
  })
  if (!response.ok) throw new Error(`the event was refused: ${String(response.status)}`)
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
  await page.close()
  return [
    ['start', '/'],
    ['rank', '/rank'],
    ['method', '/rank?v=1&p=per-mu-performance&miss=median&treat=jrc'],
    ['methods', '/rank/methods'],
    ['robustness', '/rank/robustness'],
    ['frontier', '/frontier'],
    ['productivity', '/productivity'],
    ['compare', '/compare'],
    ['data', '/data'],
    ['upload', await uploadPath()],
    ['preview', await previewPath()],
    ['history', '/data/history'],
    ['diff', '/data/diff?from=1&to=2'],
    ['coverage', '/data/coverage'],
    ['coverage-field', '/data/coverage/tax'],
    ['zones', '/zones'],
    ['events', '/zones/events'],
    ['zone', zone],
    ['indicators', '/indicators'],
    ['indicator', '/indicators/tax-per-land'],
    ['trace', trace],
  ]
}

/** Charts are drawn after the page; each of them says when it is done. */
async function chartsReady(page: Page) {
  const figures = await page.locator('figure .canvas').count()
  for (let i = 0; i < figures; i++) {
    const chart = page.locator('figure .canvas').nth(i)
    await chart.and(page.locator('[data-chart-ready]')).waitFor({ timeout: PATIENCE })
  }
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
  for (const [name, path] of pages) await take(page, path, name, view)
  await context.close()
}

if (BASE === '') {
  console.error('permu: set BASE to the address of a running product')
  process.exit(1)
}
mkdirSync(FOLDER, { recursive: true })
await ask(`/samples/${SAMPLE}`, 'POST')
await recordEvent()
const browser = await openChromium()
try {
  const pages = await listPages(browser)
  for (const view of VIEWS) await takeView(browser, view, pages)
} finally {
  await browser.close()
}
