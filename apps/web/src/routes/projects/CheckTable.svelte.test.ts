import type { ReconciliationCheck } from '@permu/api/client'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import CheckTable from './CheckTable.svelte'

const check = (rest: Partial<ReconciliationCheck>): ReconciliationCheck => ({
  field: 'supplied-land',
  name: { zh: '供应工业用地面积', en: 'supplied industrial land' },
  unit: '亩',
  ledger: { value: 25, unit: '亩', reason: null, counted: 2 },
  zone: { value: 30, unit: '亩', reason: null },
  difference: -5,
  percent: -100 / 6,
  verdict: 'differs',
  parts: [],
  ...rest,
})

const ZONE = { id: 'z1', name: '甲园' }

test('a difference stands with its sign, and both sides lead to where they come from', async () => {
  const rows = [{ zone: ZONE, projects: 2, check: check({}) }]
  const screen = await render(CheckTable, { rows, found: { period: '2023' }, locale: 'zh' })
  await expect.element(screen.getByText('-5', { exact: true })).toBeVisible()
  await expect.element(screen.getByText('-16.67%')).toBeVisible()
  await expect.element(screen.getByText('不符')).toBeVisible()
  const sum = screen.getByRole('link', { name: '25', exact: true })
  await expect
    .element(sum)
    .toHaveAttribute('href', '/projects?zone=z1&check=2023#sum-supplied-land')
  await expect
    .element(screen.getByRole('link', { name: '30', exact: true }))
    .toHaveAttribute('href', '/trace?zone=z1&period=2023&indicator=supplied-land')
})

test('a side that is missing says why, and projects without a figure are counted', async () => {
  const missing = check({
    ledger: { value: 25, unit: '亩', reason: null, counted: 1 },
    zone: { value: null, unit: '亩', reason: 'not-yet-published' },
    ...{ difference: null, percent: null, verdict: 'missing' },
  })
  const rows = [{ zone: ZONE, projects: 3, check: missing }]
  const screen = await render(CheckTable, { rows, found: { period: '2023' }, locale: 'zh' })
  await expect.element(screen.getByTitle('尚未发布')).toBeVisible()
  await expect.element(screen.getByText('1/3 个项目有数')).toBeVisible()
  await expect.element(screen.getByText('无法核对')).toBeVisible()
})
