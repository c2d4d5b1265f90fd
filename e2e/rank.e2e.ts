import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { openProduct } from './product.ts'

/** The page ranks for itself: what it shows has to be what the API answers. */

let browser: Browser
let product: Awaited<ReturnType<typeof openProduct>>

beforeAll(async () => {
  product = await openProduct()
  browser = await openBrowser()
  await fetch(`${product.url}/api/v1/samples/city-66`, { method: 'POST' })
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

interface Ranking {
  readonly method: { readonly id: string }
  readonly rows: readonly {
    readonly name: string
    readonly rank: number
    readonly interval: number[]
  }[]
}

async function shown(query: string) {
  const page = await browser.newPage()
  await page.goto(`${product.url}/rank${query}`, { waitUntil: 'networkidle' })
  const href = await page.locator('a[href^="/api/v1/rankings.csv"]').getAttribute('href')
  const id = await page.locator('details.card code').textContent()
  const rows = await page.locator('main tbody tr').evaluateAll((lines) =>
    lines.map((line) => ({
      name: line.querySelector('th a:not(.pin)')?.textContent ?? '',
      rank: parseInt(line.querySelector('.rank')?.textContent ?? '', 10),
      interval: line.querySelector('.ends')?.textContent ?? '',
    })),
  )
  await page.close()
  return { id, rows, json: `${product.url}${(href ?? '').replace('.csv', '')}` }
}

test.each([
  '',
  '?v=1&p=per-mu-performance&miss=median&treat=jrc',
  '?v=1&p=dual-linkage',
  '?v=1&p=intensive-land-use',
  '?v=1&n=pct&miss=reweight&conc=any',
  '?v=1&agg=geo',
  '?v=1&agg=topsis&seed=9&draws=200',
  '?v=1&wt=entropy&n=z',
  '?v=1&g=type&miss=gmedian&grade=quarters',
  '?v=1&p=dual-linkage&w=investment-intensity.40,land-entitlement.10,tax-per-land.30,land-price-recovery.20',
])('/rank%s shows the ranks, intervals and id of the API', async (query) => {
  const { id, rows, json } = await shown(query)
  const answer = (await (await fetch(json)).json()) as Ranking
  expect(id).toBe(answer.method.id)
  expect(rows.length).toBeGreaterThan(50)
  expect(rows).toEqual(
    answer.rows.map(({ name, rank, interval }) => ({
      name,
      rank,
      interval: interval.map((end) => Math.round(end)).join('–'),
    })),
  )
})
