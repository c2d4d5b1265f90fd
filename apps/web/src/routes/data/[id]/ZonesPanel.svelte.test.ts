import type { Reading, Upload } from '@permu/api/client'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import type { Change } from './reading.ts'
import { columns, uploadOf } from './testing.ts'
import ZonesPanel from './ZonesPanel.svelte'

const zones: Upload['zones'] = {
  matched: 2,
  added: [{ name: '东胡产业区', code: null, row: 7 }],
  near: [
    {
      name: '东胡产业区',
      row: 7,
      suggestions: [{ zone: 'z1', name: '东湖产业区', why: 'one-character' }],
    },
  ],
  chosen: [{ name: '西嶺', zone: 'z2', zoneName: '西岭' }],
}

async function open(locale: 'zh' | 'en' = 'zh') {
  const said: Reading[] = []
  const reading = { zones: [{ name: '西嶺', zone: 'z2' }] }
  const onchange = (change: Change) => void said.push(change({ columns, reading }))
  await render(ZonesPanel, { upload: uploadOf({ zones }), editable: true, locale, onchange })
  return said
}

test('a name like a known zone is offered as that zone, or as a new one', async () => {
  const said = await open()
  const group = page.getByRole('group', { name: '“东胡产业区”（第 7 行）' })
  await group.getByLabelText('就是“东湖产业区”（只差一个字）').click()
  await group.getByLabelText('确实是新园区').click()
  const before = { name: '西嶺', zone: 'z2' }
  expect(said).toEqual([
    { zones: [before, { name: '东胡产业区', zone: 'z1' }] },
    { zones: [before, { name: '东胡产业区', zone: null }] },
  ])
})

test('what was chosen is said, and can be taken back', async () => {
  const said = await open('en')
  await expect.element(page.getByText('“西嶺” is “西岭”', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Undo: “西嶺” is “西岭”' }).click()
  expect(said).toEqual([{ zones: [] }])
})
