import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import MethodChooser from './MethodChooser.svelte'
import { DEFAULT_STATE, type RankState } from './state.ts'
import { buildBoard, THREE, VALUES } from './testing.ts'

const criteria = buildBoard(VALUES, THREE.slice(0, 2), DEFAULT_STATE).criteria

async function shown(asked: RankState) {
  const reported: RankState[] = []
  const onchange = async (state: RankState) => void reported.push(state)
  await render(MethodChooser, {
    asked,
    criteria,
    groupings: ['type', 'leadIndustry'],
    locale: 'zh',
    onchange,
  })
  return reported
}

test('an option is chosen with its help beside it', async () => {
  const reported = await shown({ ...DEFAULT_STATE, group: 'type' as const })
  const aggregation = page.getByRole('combobox', { name: '合成' })
  await expect.element(aggregation).toHaveAccessibleDescription('长处可以完全抵消短处。')
  await aggregation.selectOptions('TOPSIS')
  expect(reported.at(-1)?.method.agg).toBe('topsis')
  await page.getByRole('combobox', { name: '缺失值' }).selectOptions('中位数填补')
  expect(reported.at(-1)?.method.miss).toBe('median')
})

test('beside a preset the first option is the rule of the preset', async () => {
  const preset = { ...DEFAULT_STATE, preset: 'dual-linkage', group: 'type' as const }
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

test('groups are chosen, and then ranks within them', async () => {
  const reported = await shown({ ...DEFAULT_STATE, method: { ...DEFAULT_STATE.method, n: 'pct' } })
  await expect.element(page.getByRole('checkbox', { name: '只在组内排名' })).toBeDisabled()
  await page.getByRole('combobox', { name: '分组' }).selectOptions('按主导产业')
  expect(reported.at(-1)).toMatchObject({ group: 'leadIndustry', within: false })
})

test('a rule asks for its figures; one that cannot be used is told at its field', async () => {
  const method = { ...DEFAULT_STATE.method, n: 'goal' as const, agg: 'pow' as const }
  const reported = await shown({ ...DEFAULT_STATE, method, figures: [50, 10], exponent: 0 })
  const low = page.getByRole('spinbutton', { name: /下限/u })
  await expect.element(low).toHaveAttribute('aria-invalid', 'true')
  await expect.element(low).toHaveAccessibleDescription(/上限要大于下限/u)
  await expect.element(page.getByText(/不为 0 的指数/u)).toBeVisible()
  await low.fill('0')
  await page.getByRole('spinbutton', { name: /上限/u }).click()
  expect(reported.at(-1)?.figures).toEqual([0, 10])
})

test('another rule forgets the figures of the last', async () => {
  const method = { ...DEFAULT_STATE.method, n: 'goal' as const }
  const reported = await shown({ ...DEFAULT_STATE, method, figures: [0, 10] })
  await page.getByRole('combobox', { name: '标准化', exact: true }).selectOptions('目标距离')
  expect(reported.at(-1)).toMatchObject({ figures: [null, null], method: { n: 'target' } })
})

test('a criterion gets a rule of its own', async () => {
  const own = [{ id: 'tax', code: 'base' as const, figures: [20, null] as const }]
  const reported = await shown({ ...DEFAULT_STATE, own })
  await page.getByRole('spinbutton', { name: /封顶倍数.*tax名/u }).fill('1.5')
  await page.getByRole('spinbutton', { name: /基准值.*tax名/u }).click()
  await page.getByRole('combobox', { name: /land名/u }).selectOptions('百分位')
  const asked = reported.flatMap(({ own }) => own)
  expect(asked).toContainEqual({ id: 'tax', code: 'base', figures: [20, 1.5] })
  expect(asked).toContainEqual({ id: 'land', code: 'pct', figures: [null, null] })
})
