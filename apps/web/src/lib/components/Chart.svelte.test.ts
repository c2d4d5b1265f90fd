import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { barOptions } from '#lib/charts/bar/options.ts'
import { scatterOptions } from '#lib/charts/scatter/options.ts'
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
  const told = () => screen.container.querySelector('[aria-live=polite]')?.textContent
  expect(told()).toBe('甲; 5 万元')
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(walk).toHaveAttribute('aria-valuetext', '第 2 个，共 2 个')
  expect(told()).toBe('乙; 3 万元')
  await expect.element(screen.getByText('3 万元', { exact: true })).toBeVisible()
  await userEvent.keyboard('{Home}')
  expect(told()).toBe('甲; 5 万元')
  await userEvent.keyboard('{End}')
  expect(told()).toBe('乙; 3 万元')
})

test('the mark stands on the point that is read, and goes with the focus', async () => {
  const screen = await shown()
  await userEvent.tab()
  const mark = () => screen.container.querySelector<HTMLElement>('.mark')
  await vi.waitFor(() => expect(mark()).not.toBeNull())
  const first = mark()?.style.top
  await userEvent.keyboard('{ArrowRight}')
  await vi.waitFor(() => expect(mark()?.style.top).not.toBe(first))
  screen.getByRole('slider').element().blur()
  await vi.waitFor(() => expect(mark()).toBeNull())
})

test('enter chooses the point that is read', async () => {
  const onselect = vi.fn()
  const screen = await render(Chart, { option, summary: '税收', tip, onselect })
  await screen.getByRole('slider').element().focus()
  await userEvent.keyboard('{ArrowRight}{Enter}')
  expect(onselect).toHaveBeenCalledWith(expect.objectContaining({ seriesIndex: 0, dataIndex: 1 }))
})

test('the legend hides a group, and the arrow keys pass it by', async () => {
  const quantity = { name: '税收', unit: '万元' }
  const points = [
    { name: '甲', x: 1, y: 2, group: '制造' },
    { name: '乙', x: 3, y: 4, group: '服务' },
  ]
  const plot = scatterOptions({ points, x: quantity, y: quantity, locale: 'zh' })
  const screen = await render(Chart, { option: plot, summary: '两个园区', tip })
  await expect.element(screen.getByRole('slider')).toHaveAttribute('max', '1')
  const entry = screen.getByRole('button', { name: '制造' })
  await expect.element(entry).toHaveAttribute('aria-pressed', 'true')
  await entry.click()
  await expect.element(entry).toHaveAttribute('aria-pressed', 'false')
  await expect.element(screen.getByRole('slider')).toHaveAttribute('max', '0')
})

test('a chart without data says so', async () => {
  const none = barOptions({ items: [], quantity: { name: '税收', unit: '万元' }, locale: 'zh' })
  const screen = await render(Chart, { option: none, summary: '没有园区', tip })
  await expect.element(screen.getByText('没有可画的数据')).toBeVisible()
  expect(screen.container.querySelector('input')).toBeNull()
})
