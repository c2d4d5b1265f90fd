import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { barOptions } from '#lib/charts/bar/options.ts'
import Chart from './Chart.svelte'

const items = [
  { name: '甲', value: 5 },
  { name: '乙', value: 3 },
]
const option = barOptions({ items, quantity: { name: '税收', unit: '万元' }, locale: 'zh' })
const tip = ({ dataIndex }: { dataIndex: number }) => {
  const item = items[dataIndex]
  return item ? [item.name, `${item.value} 万元`] : []
}

async function shown() {
  const screen = await render(Chart, { option, summary: '两个园区的税收', height: 200, tip })
  // The library is loaded on demand, which takes a while the first time.
  const drawn = () =>
    expect(screen.container.querySelector('[data-chart-ready] canvas')).not.toBeNull()
  await vi.waitFor(drawn, { timeout: 30_000 })
  return screen
}

test('a drawn chart is an image with its sentence', async () => {
  const screen = await shown()
  await expect.element(screen.getByRole('img', { name: '两个园区的税收' })).toBeVisible()
})

test('the arrow keys read the chart point by point', async () => {
  const screen = await shown()
  await userEvent.tab()
  const walk = screen.getByRole('slider')
  await expect.element(walk).toHaveFocus()
  await expect.element(walk).toHaveAttribute('aria-valuetext', '甲; 5 万元')
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(walk).toHaveAttribute('aria-valuetext', '乙; 3 万元')
  await expect.element(screen.getByText('3 万元', { exact: true })).toBeVisible()
})

test('a chart without data says so', async () => {
  const none = barOptions({ items: [], quantity: { name: '税收', unit: '万元' }, locale: 'zh' })
  const screen = await render(Chart, { option: none, summary: '没有园区', tip })
  await expect.element(screen.getByText('没有可画的数据')).toBeVisible()
  expect(screen.container.querySelector('input')).toBeNull()
})
