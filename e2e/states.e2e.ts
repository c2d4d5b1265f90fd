import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawCharts, openBrowser, openPage, violations } from './browser.ts'
import { openProduct } from './product.ts'

/** What a page shows while something is missing: data, an answer, a connection, colour. */

type Product = Awaited<ReturnType<typeof openProduct>>

let browser: Browser
let empty: Product
let sample: Product

beforeAll(async () => {
  browser = await openBrowser()
  empty = await openProduct()
  sample = await openProduct()
  await fetch(`${sample.url}/api/v1/samples/city-66`, { method: 'POST' })
})
afterAll(async () => {
  await browser.close()
  await empty.close()
  await sample.close()
})

const open = (look = {}) => openPage(browser, sample.url, look)

describe('first run', () => {
  test.each([
    '/',
    '/rank',
    '/rank/methods',
    '/rank/robustness',
    '/frontier',
    '/productivity',
    '/compare',
    '/data',
    '/data/history',
    '/data/coverage',
    '/zones',
    '/indicators/tax-per-land',
    '/help',
  ])('%s leads on to the data', async (path) => {
    for (const lang of ['zh', 'en'] as const) {
      const { page, errors, go, close } = await openPage(browser, empty.url, { lang })
      const answer = await go(path)
      const found = await violations(page)
      const doors = await page.locator('a[href^="/data"]').count()
      await close()
      expect(answer?.status()).toBe(200)
      expect(found).toEqual([])
      expect(doors).toBeGreaterThan(0)
      expect(errors).toEqual([])
    }
  })
})

describe('sample data', () => {
  test('every page says so, and one press takes them away', async () => {
    const product = await openProduct()
    await fetch(`${product.url}/api/v1/samples/city-66`, { method: 'POST' })
    const { page, go, close } = await openPage(browser, product.url)
    await go('/compare')
    expect(await page.locator('aside').innerText()).toContain('合成数据')
    await page.getByRole('button', { name: '移除' }).click()
    await page.locator('aside').waitFor({ state: 'detached' })
    expect(await page.locator('main').innerText()).toContain('还没有数据')
    await close()
    await product.close()
  })
})

describe('loading', () => {
  test('the old page stays, and a bar comes when it takes long', async () => {
    const { page, go, close } = await open()
    await go('/zones')
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/api/v1/values*', async (route) => {
      await held
      await route.continue()
    })
    await page.locator('header nav a[href="/compare"]').click()
    await page.getByText('正在载入…').waitFor({ state: 'attached' })
    expect(await page.locator('h1').innerText()).toBe('园区')
    expect(await violations(page)).toEqual([])
    release()
    await page.waitForURL('**/compare')
    await page.getByText('正在载入…').waitFor({ state: 'detached' })
    expect(await page.locator('h1').innerText()).toBe('对比')
    await close()
  })
})

describe('empty after a filter', () => {
  test('says so, and clears it in one click', async () => {
    const { page, go, close } = await open()
    await go('/zones?q=%E6%97%A0%E6%AD%A4')
    expect(await page.locator('main').innerText()).toContain('没有符合条件的园区')
    await page.getByRole('link', { name: '清除筛选' }).click()
    await page.locator('main tbody tr').first().waitFor()
    expect(page.url()).not.toContain('q=')
    await close()
  })
})

describe('missing values', () => {
  test('a dash with its reason, for eyes and ears', async () => {
    const { page, go, close } = await open()
    await go('/zones')
    const zones = await page.evaluate(async () => (await fetch('/api/v1/zones')).json())
    const secret = (zones as { id: string; name: string }[]).find(({ name }) =>
      name.includes('织网'),
    )
    await go(`/compare?zones=${secret?.id ?? ''}&indicators=emission-productivity`)
    const missing = page.locator('main .missing').first()
    expect(await missing.innerText()).toContain('–')
    expect(((await missing.getAttribute('title')) ?? '').length).toBeGreaterThan(2)
    expect((await missing.locator('.visually-hidden').innerText()).length).toBeGreaterThan(2)
    await close()
  })
})

describe('not comparable', () => {
  test('values before and after a merger are parted, with a word', async () => {
    const product = await openProduct()
    await fetch(`${product.url}/api/v1/samples/city-66`, { method: 'POST' })
    const { page, go, close } = await openPage(browser, product.url)
    const zones = await (await fetch(`${product.url}/api/v1/zones`)).json()
    const [{ id, name }] = zones as [{ id: string; name: string }]
    const answer = await fetch(`${product.url}/api/v1/zone-events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'border', date: '2022', from: [name], to: [name] }),
    })
    expect(answer.status).toBe(201)
    await go(`/compare?view=lines&zones=${id}`)
    expect(await page.locator('main').innerText()).toContain('与之前不可比')
    expect(await violations(page)).toEqual([])
    await close()
    await product.close()
  })
})

describe('errors', () => {
  test('what does not exist is told with its request, and with ways on', async () => {
    const { page, go, close } = await open()
    const answer = await go('/data/00000000-0000-7000-8000-000000000000')
    expect(answer?.status()).toBe(404)
    const text = await page.locator('main').innerText()
    expect(text).toContain('没有找到')
    expect(text).toMatch(/请求编号 [\w-]{8,}/u)
    expect(await page.getByRole('link', { name: '回到总览' }).count()).toBe(1)
    expect(await violations(page)).toEqual([])
    await close()
  })

  test('an answer that fails on the way to another page is told, with the request', async () => {
    const { page, go, close } = await open()
    await go('/zones')
    await page.route('**/api/v1/values*', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ title: 'Busy', code: 'busy', requestId: 'request-12345678' }),
      }),
    )
    await page.locator('header nav a[href="/compare"]').click()
    await page.getByText('请求编号 request-12345678').waitFor()
    expect(await page.locator('h1').innerText()).toBe('出错了')
    expect(await violations(page)).toEqual([])
    await close()
  })
})

describe('offline', () => {
  test('a word comes when the connection goes, and goes when it comes back', async () => {
    const { page, go, close } = await open()
    await go('/compare')
    await page.context().setOffline(true)
    await page.getByText('没有网络连接').waitFor()
    expect(await page.locator('h1').innerText()).toBe('对比')
    expect(await violations(page)).toEqual([])
    await page.context().setOffline(false)
    await page.getByText('没有网络连接').waitFor({ state: 'detached' })
    await close()
  })
})

describe('print', () => {
  test('tables unfold, controls go, and charts turn dark on white', async () => {
    const { page, go, close } = await open({ theme: 'dark' })
    await go('/compare?view=bars')
    await drawCharts(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('header nav').isVisible()).toBe(false)
    expect(await page.locator('main form').first().isVisible()).toBe(false)
    const clipped = await page
      .locator('.scroll')
      .evaluateAll(
        (all) => all.filter((one) => getComputedStyle(one).overflowX !== 'visible').length,
      )
    expect(clipped).toBe(0)
    expect(await darkest(page)).toBeLessThan(60)
    await close()
  })
})

describe('the picture and the chart that takes its place', () => {
  test('nothing moves when the chart comes', async () => {
    const { page, go, close } = await open()
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const shift = Reflect.get(entry, 'value')
          const sum = Number(document.documentElement.dataset['shift'] ?? 0)
          document.documentElement.dataset['shift'] = String(sum + Number(shift))
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await go('/frontier')
    expect(await page.locator('figure.chart img').count()).toBeLessThan(2)
    await drawCharts(page)
    await page.locator('figure.chart img').waitFor({ state: 'detached' })
    const shift = await page.evaluate(() => Number(document.documentElement.dataset['shift'] ?? 0))
    await close()
    expect(shift).toBeLessThan(0.02)
  })
})

describe('help', () => {
  test.each([
    ['/rank/robustness', 'rank'],
    ['/compare', 'compare'],
    ['/data/coverage', 'coverage'],
  ])('the question mark of %s leads to its section', async (path, id) => {
    for (const lang of ['zh', 'en'] as const) {
      const { page, go, close } = await open({ lang })
      await go(path)
      await page.locator('header a[href^="/help"]').click()
      await page.waitForURL(`**/help#${id}`)
      expect(await page.locator(`[id="${id}"]`).count()).toBe(1)
      const broken = await page.locator('main img').evaluateAll(async (images) => {
        const answers = await Promise.all(
          images.map(async (image) => (await fetch(image.getAttribute('src') ?? '')).ok),
        )
        return answers.filter((ok) => !ok).length
      })
      await close()
      expect(broken).toBe(0)
    }
  })
})

/** The darkest pixel that the first chart is drawn with: its ink. */
function darkest(page: Awaited<ReturnType<typeof open>>['page']): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector('figure.chart canvas')
    if (!(canvas instanceof HTMLCanvasElement)) return 255
    const context = canvas.getContext('2d')
    const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let least = 255
    for (let i = 0; i < data.length; i += 4) {
      if ((data[i + 3] ?? 0) < 250) continue
      least = Math.min(least, Math.max(data[i] ?? 255, data[i + 1] ?? 255, data[i + 2] ?? 255))
    }
    return least
  })
}
