import { expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import Whisker from './Whisker.svelte'

const interval = { low: 1, high: 6, median: 2, most: 11, text: '1–6', label: '90 % 在第 1–6 名' }

test('an interval is drawn to scale, and said in words', async () => {
  const { container } = await render(Whisker, interval)
  expect(container.querySelector('.bar')?.getAttribute('d')).toBe('M0 5H50M0 1V9M50 1V9')
  expect(container.querySelector<HTMLElement>('.dot')?.style.left).toBe('10%')
  expect(container.querySelector('.visually-hidden')?.textContent).toBe('90 % 在第 1–6 名')
})

test('with one zone there is one place, in the middle', async () => {
  const one = { ...interval, high: 1, median: 1, most: 1 }
  const { container } = await render(Whisker, one)
  expect(container.querySelector<HTMLElement>('.dot')?.style.left).toBe('50%')
})
