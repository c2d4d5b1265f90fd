import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

/** A real Chromium: the one named by PERMU_CHROMIUM, else Playwright's own. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['PERMU_CHROMIUM']
  return chromium.launch({
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    ...(executablePath === undefined ? {} : { executablePath }),
  })
}

/** What axe finds on the page, one line a violation. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join('; ')}`)
}

/** Errors that the page's console or scripts have told, such as a refused policy. */
export function listen(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  return errors
}

/** Charts are drawn when they are seen: goes to each of them, waits, and says how many there are. */
export async function drawCharts(page: Page): Promise<number> {
  const charts = page.locator('figure.chart .drawing')
  const count = await charts.count()
  for (let i = 0; i < count; i++) {
    await charts.nth(i).scrollIntoViewIfNeeded()
    await charts.nth(i).and(page.locator('[data-chart-ready]')).waitFor({ timeout: 30_000 })
  }
  return count
}

export interface Look {
  readonly width?: number
  readonly lang?: 'zh' | 'en'
  readonly theme?: 'light' | 'dark' | 'auto'
  readonly options?: BrowserContextOptions
}

/** A page in a context of its own, in a language, a theme and a width. */
export async function openPage(browser: Browser, base: string, look: Look = {}) {
  const { width = 1440, lang = 'zh', theme = 'light', options = {} } = look
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options })
  await context.addCookies([
    { name: 'lang', value: lang, url: base },
    { name: 'theme', value: theme, url: base },
  ])
  const page = await context.newPage()
  const errors = listen(page)
  const go = (path: string) => page.goto(base + path, { waitUntil: 'networkidle' })
  return { page, errors, go, close: () => context.close() }
}

/** How much wider than the window the page is, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}
