import type { Reading } from '@permu/api/client'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import Corrections from './Corrections.svelte'
import type { Change } from './reading.ts'
import Replace from './Replace.svelte'
import { columns, uploadOf } from './testing.ts'

const items = [
  { row: 2, cells: ['东湖', '—'], problems: [] },
  { row: 3, cells: ['—', ' — '], problems: [] },
]

function listen(reading: Reading = {}) {
  const said: Reading[] = []
  const onchange = (change: Change) => void said.push(change({ columns, reading }))
  return { said, onchange, reading }
}

test('find and replace counts whole cells, in every column or in one', async () => {
  const { said, onchange, reading } = listen()
  await render(Replace, { columns, items, reading, locale: 'zh', onchange })
  await page.getByText('查找替换').click()
  await page.getByLabelText('查找内容').fill('—')
  await expect.element(page.getByText('本页有 3 格相同。')).toBeVisible()
  await page.getByLabelText(/范围/u).selectOptions('税收')
  await expect.element(page.getByText('本页有 2 格相同。')).toBeVisible()
  await page.getByLabelText('替换为').fill('0')
  await page.getByRole('button', { name: '替换' }).click()
  expect(said).toEqual([{ replacements: [{ find: '—', replace: '0', column: 2 }] }])
})

test('replacements are listed, each with its undo', async () => {
  const reading = { replacements: [{ find: '无', replace: '', column: null }] }
  const { said, onchange } = listen(reading)
  await render(Replace, { columns, items, reading, locale: 'zh', onchange })
  await expect.element(page.getByText(/所有列：“无” → “”/u)).toBeVisible()
  await page.getByRole('button', { name: /还原/u }).click()
  expect(said).toEqual([{ replacements: [] }])
})

test('corrections are listed, each with its undo', async () => {
  const reading = {
    corrections: [
      { row: 3, column: 2, text: '60' },
      { row: 5, column: 1, text: '西岭' },
    ],
  }
  const { said, onchange } = listen(reading)
  await render(Corrections, {
    upload: { columns, reading },
    editable: true,
    locale: 'zh',
    onchange,
  })
  await page.getByRole('button', { name: '还原：第 3 行「税收」改为 “60”' }).click()
  expect(said).toEqual([{ corrections: [{ row: 5, column: 1, text: '西岭' }] }])
})

test('corrections of a committed file are told, but cannot be undone', async () => {
  const upload = uploadOf({ reading: { corrections: [{ row: 3, column: 2, text: '60' }] } })
  const { onchange } = listen()
  await render(Corrections, { upload, editable: false, locale: 'en', onchange })
  await expect.element(page.getByRole('listitem')).toHaveTextContent('Row 3, “税收” is now “60”')
  expect(page.getByRole('button').elements()).toEqual([])
})
