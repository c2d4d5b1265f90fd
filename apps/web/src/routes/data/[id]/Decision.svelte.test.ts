import type { Reading, Upload } from '@permu/api/client'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import Decision from './Decision.svelte'
import { columns, uploadOf } from './testing.ts'

async function open(rest: Partial<Upload>, locale: 'zh' | 'en' = 'zh') {
  const said: (Reading | 'commit' | 'discard')[] = []
  const upload = uploadOf(rest)
  const state = { busy: false, editable: true, locale }
  await render(Decision, {
    ...{ upload, ...state },
    onchange: (change) => void said.push(change({ columns, reading: {} })),
    oncommit: () => void said.push('commit'),
    ondiscard: () => void said.push('discard'),
  })
  return said
}

test('the policy is one of three, and what it comes to is said', async () => {
  const said = await open({})
  await expect.element(page.getByText('这份文件有 1 处错误，出错的单元格不写入。')).toBeVisible()
  await page.getByLabelText('跳过有错误的整行').click()
  expect(said).toEqual([{ policy: 'skip-rows' }])
})

test('with “stop” and errors the button is off, and its reason belongs to it', async () => {
  const said = await open({ policy: 'stop' })
  const button = page.getByRole('button', { name: '写入数据' })
  await expect.element(button).toBeDisabled()
  await expect.element(button).toHaveAccessibleDescription(/有 1 处错误.*全部不写/u)
  await page.getByRole('button', { name: '放弃这份文件' }).click()
  expect(said).toEqual(['discard'])
})

test('with “stop” and no errors it can be committed', async () => {
  const problems = { errors: 0, warnings: 2, infos: 0, items: [] }
  const said = await open({ policy: 'stop', problems }, 'en')
  await page.getByRole('button', { name: 'Commit' }).click()
  expect(said).toEqual(['commit'])
})

test.each([
  ['data', ['看排名', '看双挂钩', '去对比', '添加项目台账']],
  ['ledger', ['看项目台账', '看供地规则']],
] as const)('after committing %s the next steps are offered', async (kind, links) => {
  await open({ kind, status: 'committed' })
  for (const name of links) await expect.element(page.getByRole('link', { name })).toBeVisible()
  expect(page.getByRole('link').all()).toHaveLength(links.length)
})
