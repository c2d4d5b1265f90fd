import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import MethodChooser from './MethodChooser.svelte'
import { DEFAULT_STATE, type RankState } from './state.ts'

async function shown(asked: RankState) {
  const reported: RankState[] = []
  const onchange = async (state: RankState) => void reported.push(state)
  await render(MethodChooser, { asked, typed: true, locale: 'zh', onchange })
  return reported
}

test('an option is chosen with its help beside it', async () => {
  const reported = await shown({ ...DEFAULT_STATE, grouped: true })
  const aggregation = page.getByRole('combobox', { name: '合成' })
  await expect.element(aggregation).toHaveAccessibleDescription('长处可以完全抵消短处。')
  await aggregation.selectOptions('TOPSIS')
  expect(reported.at(-1)?.method.agg).toBe('topsis')
  await page.getByRole('combobox', { name: '缺失值' }).selectOptions('中位数填补')
  expect(reported.at(-1)?.method.miss).toBe('median')
})

test('beside a preset the first option is the rule of the preset', async () => {
  const preset = { ...DEFAULT_STATE, preset: 'dual-linkage', grouped: true }
  const reported = await shown(preset)
  const aggregation = page.getByRole('combobox', { name: '合成' })
  await expect.element(aggregation).toHaveDisplayValue('按方案（双挂钩）')
  await aggregation.selectOptions('加权算术平均')
  expect(reported.at(-1)?.method.agg).toBe('arith')
})

test('the seed and the draws are part of the state', async () => {
  const reported = await shown({ ...DEFAULT_STATE, seed: 5 })
  await page.getByRole('combobox', { name: '抽样次数' }).selectOptions('200')
  expect(reported.at(-1)).toMatchObject({ draws: 200, seed: 5 })
})
