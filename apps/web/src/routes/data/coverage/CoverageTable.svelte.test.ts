import type { Coverage } from '@permu/api/client'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import CoverageTable from './CoverageTable.svelte'

const coverage: Coverage = {
  dataVersion: '3',
  periods: ['2022', '2023'],
  zones: 4,
  fields: [
    { id: 'tax', name: { zh: '税收', en: 'tax' }, values: [4, 2], missing: [0, 1] },
    { id: 'land', name: { zh: '用地', en: 'land' }, values: [0, 3], missing: [0, 0] },
  ],
}

test('each field and period has its count, its shade and the way to its zones', async () => {
  await render(CoverageTable, { coverage, locale: 'zh' })
  const link = page.getByRole('link', { name: '税收' })
  await expect.element(link).toHaveAttribute('href', '/data/coverage/tax')
  const cells = page.getByRole('cell').elements()
  expect(cells.map((cell) => cell.textContent?.trim())).toEqual(['4/4', '2/4有因 1', '0/4', '3/4'])
  expect(cells.map((cell) => /shade-\d/u.exec(cell.className)?.[0])).toEqual([
    'shade-4',
    'shade-2',
    'shade-0',
    'shade-3',
  ])
  expect(cells[1]?.getAttribute('title')).toBe('2／4，另有 1 个写明了原因')
})

test('the legend explains shades and reasons', async () => {
  await render(CoverageTable, { coverage, locale: 'en' })
  const legend = page.getByRole('group', { name: 'Legend' })
  await expect.element(legend.getByText('about half')).toBeVisible()
  await expect.element(legend.getByText(/a file says why/u)).toBeVisible()
})
