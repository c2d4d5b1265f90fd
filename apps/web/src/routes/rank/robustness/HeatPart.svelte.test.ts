import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { DEFAULT_STATE } from '../state.ts'
import HeatPart from './HeatPart.svelte'
import { messages } from './messages.ts'

const zone = (name: string, shares: number[] | null) => ({
  zone: name,
  name,
  rank: 1,
  shares,
  bounds: null,
  central: null,
})

test('the heat map has its sentence, and a table that says the same', async () => {
  const words = { t: messages.zh, locale: 'zh' as const, nameOf: (id: string) => id }
  const zones = [zone('甲', [0.7, 0.3]), zone('乙', [0.3, 0.7]), zone('丙', null)]
  const { container } = await render(HeatPart, { zones, asked: DEFAULT_STATE, words })
  const sentence = '甲最可能是第 1 名（70%）；2 个园区中 2 个有一个名次的机会过半。'
  await expect.element(page.getByRole('img', { name: sentence })).toBeVisible()
  container.querySelector('details')?.setAttribute('open', '')
  await expect.element(page.getByRole('row', { name: '甲 70% 30%' })).toBeVisible()
  await expect.element(page.getByRole('slider')).toHaveAttribute('max', '3')
})
