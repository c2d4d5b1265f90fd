import type { Correction } from '@permu/api/client'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import Grid from './Grid.svelte'
import { columns, problemAt } from './testing.ts'

const items = [
  { row: 2, cells: ['东湖', '12'], problems: [] },
  { row: 3, cells: ['西岭', '6x'], problems: [problemAt(3, 2)] },
]

async function open(locale: 'zh' | 'en' = 'zh') {
  const said: Correction[] = []
  const onmend = (made: Correction) => void said.push(made)
  const screen = await render(Grid, { columns, items, locale, onmend })
  return { said, screen }
}

const focused = () => document.activeElement?.textContent ?? ''

test('a marked cell says so in words, and tells message and hint when it is chosen', async () => {
  await open()
  const cell = page.getByRole('gridcell', { name: /6x 错误/u })
  await cell.click()
  await expect.element(page.getByRole('status').getByText(/“6x”不是数字。/u)).toBeVisible()
  await expect.element(page.getByText('请改成数字。')).toBeVisible()
})

test('a cell is mended by keyboard: Enter saves it, and the focus stays', async () => {
  const { said } = await open()
  await page.getByRole('gridcell', { name: '东湖' }).click()
  await userEvent.keyboard('{ArrowDown}{ArrowRight}')
  expect(focused()).toContain('6x')
  await userEvent.keyboard('{Enter}60{Enter}')
  await expect.poll(() => said).toEqual([{ row: 3, column: 2, text: '60' }])
  await expect.poll(focused).toContain('6x')
})

test('Escape leaves the cell as it was', async () => {
  const { said } = await open('en')
  await page.getByRole('gridcell', { name: /6x/u }).click()
  await page.getByRole('button', { name: 'Mend this cell' }).click()
  await userEvent.keyboard('60{Escape}')
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument()
  expect(said).toEqual([])
})

test('what is typed is kept when the cell is left, and no change is no correction', async () => {
  const { said } = await open()
  await page.getByRole('gridcell', { name: '12' }).dblClick()
  await userEvent.keyboard('13')
  await page.getByRole('gridcell', { name: '东湖' }).click()
  await expect.poll(() => said).toEqual([{ row: 2, column: 2, text: '13' }])
  await page.getByRole('gridcell', { name: '12' }).dblClick()
  await userEvent.keyboard('{Enter}')
  expect(said).toHaveLength(1)
})

test('one cell takes the tab key, and a row that leaves does not take the focus with it', async () => {
  const { screen } = await open()
  expect(document.querySelectorAll('[role=gridcell][tabindex="0"]')).toHaveLength(1)
  await page.getByRole('gridcell', { name: /6x/u }).click()
  await screen.rerender({ items: items.slice(0, 1) })
  await expect.poll(focused).toContain('东湖')
})

test('without the right to mend there is nothing to mend with', async () => {
  await render(Grid, { columns, items, locale: 'zh' })
  await page.getByRole('gridcell', { name: /6x/u }).dblClick()
  await userEvent.keyboard('{Enter}')
  expect(page.getByRole('textbox').elements()).toEqual([])
  expect(page.getByRole('button').elements()).toEqual([])
})
