import type { Browser, CDPSession, Page } from 'playwright-core'
import type { Measured } from './goals.ts'

const STEPS = 120
const CHANGES = 200
const MB = 1_000_000

/** The time of each step of a slider, from the event to the frame that shows what it did. */
function drag(page: Page, steps: number): Promise<number[]> {
  return page.evaluate(async (count) => {
    const slider = document.querySelector<HTMLInputElement>('form input[type=range]')
    if (!slider) throw new Error('there is no slider')
    // A message comes after the frame, when its rows have been laid out and painted.
    const painted = () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve()
          port2.postMessage(null)
        })
      })
    const times: number[] = []
    for (let i = 0; i < count; i++) {
      await painted()
      const start = performance.now()
      slider.value = String(20 + 40 * Math.abs(Math.sin(i / 7)))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      await painted()
      times.push(performance.now() - start)
    }
    slider.dispatchEvent(new Event('change', { bubbles: true }))
    return times
  }, steps)
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
}

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / MB
}

/** Follows links of the header, as a reader does, without loading the document anew. */
async function wander(page: Page, changes: number) {
  const paths = ['/compare', '/linkage', '/data', '/rank']
  for (let i = 0; i < changes; i++) {
    const path = paths[i % paths.length] ?? '/'
    await page.locator(`header nav a[href="${path}"]`).click()
    await page.waitForURL(`**${path}`)
    await page.locator('main h1').waitFor()
  }
}

/** Dragging a weight over 2,543 zones, and what it and 200 changes of the page leave in memory. */
export async function measureMotion(browser: Browser, base: string): Promise<Measured[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await page.goto(`${base}/rank`, { waitUntil: 'networkidle' })
  await drag(page, 20)
  const usual = await drag(page, STEPS)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const slow = await drag(page, STEPS / 4)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const used = await heap(session)
  // Once around first: what is loaded once is no growth.
  await wander(page, 8)
  const before = await heap(session)
  await wander(page, CHANGES)
  const after = await heap(session)
  const start = await heap(session)
  await drag(page, 1000)
  const end = await heap(session)
  await context.close()
  return [
    {
      what: 'a step of a weight, 2,543 zones, median',
      figure: percentile(usual, 0.5),
      unit: 'ms',
      goal: 50,
    },
    {
      what: 'a step of a weight, 2,543 zones, p95',
      figure: percentile(usual, 0.95),
      unit: 'ms',
      goal: 50,
    },
    {
      what: 'the same at a quarter of the speed, p95',
      figure: percentile(slow, 0.95),
      unit: 'ms',
      goal: 200,
    },
    { what: 'heap of /rank with 2,543 zones', figure: used, unit: 'MB', goal: 60 },
    {
      what: 'heap growth over 200 changes of the page',
      figure: after - before,
      unit: 'MB',
      goal: 5,
    },
    { what: 'heap growth over 1,000 steps of a weight', figure: end - start, unit: 'MB', goal: 5 },
  ]
}
