import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { pictureFile } from '#lib/chart/draw-picture.ts'
import { barOptions } from '#lib/charts/bar/options.ts'
import ChartDownload from './ChartDownload.svelte'

const items = [
  { name: '甲', value: 5 },
  { name: '乙', value: 3 },
]
const option = barOptions({ items, quantity: { name: '税收', unit: '万元' }, locale: 'zh' })

test('a click saves the picture under a clean name, with title, unit, source and link in it', async () => {
  await render(ChartDownload, { option, summary: '税收：2 个园区 / 最多 甲', height: 160 })
  const saved = new Promise<HTMLAnchorElement>((resolve) => {
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      resolve(this)
    })
  })
  await page.getByRole('button', { name: '保存为 SVG' }).click()
  const anchor = await saved
  expect(anchor.download).toBe('permu-税收：2_个园区_最多_甲.svg')
  const svg = await (await fetch(anchor.href)).text()
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml')
  expect(parsed.querySelector('parsererror')?.textContent ?? null).toBeNull()
  for (const text of ['税收：2 个园区 / 最多 甲', '单位：税收（万元）', '来源：']) {
    expect(svg).toContain(text)
  }
})

test('the picture of points is twice as large, for paper', async () => {
  const words = {
    option,
    height: 160,
    title: '税收',
    lines: ['数据版本 7'],
    link: 'http://x/compare',
  }
  const png = await pictureFile(words, 'png')
  expect(png.type).toBe('image/png')
  const { width, height } = await createImageBitmap(png)
  expect([width, height]).toEqual([1920, 2 * (24 + 26 + 160 + 8 + 2 * 18 + 24)])
})
